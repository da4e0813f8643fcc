"""Why a row is odd: the cells whose change would make it less so, beside what the rows have that are like it.

A cell counts by how much nearer the others come when it is changed to what the rows hold that are like it in
all other columns, in the tradition of conditional explanations of outliers (Song, Wu, Jermaine and Ranka,
Conditional anomaly detection, 2007), or by how unlikely it is by itself.
"""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.anomalies.counted import Counted
from desktop_app.engine.anomalies.detecting import WHERE_ENDS_BEGIN, Detector
from desktop_app.engine.anomalies.encoding import Encoding, Points
from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.records.oddness import OddReason, ReasonKind

MOST = 3  # reasons of a row
ALIKE = 50  # rows that are like it
SUSPECTS = 8  # columns of a row that are tried: in which it is farthest from its neighbours, or from all
LEAST = 0.25  # of how odd the row is: what a cell must explain
FACTORS = (10, 100, 1_000)  # of a slipped comma, or of grams for kilograms
NARROW = 4.0  # from the low to the high end: in a wider range many factors would fit
RARE = 0.01  # of the rows
_RANGE = (0.05, 0.95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """What tells why rows are odd among those that the detector was learned from."""

    counted: Counted  # of more rows, to say how many have the same
    cells: Cells
    points: Points
    encoding: Encoding
    detector: Detector

    def reasons(self, cells: Cells, row: int) -> tuple[OddReason, ...]:
        """Return why a row of *cells* is odd, the weightiest first."""
        one = cells.take(np.array([row]))
        point = self.encoding.points(one)
        squares = self._squares(point)
        total = squares.sum(axis=1)
        apart, alone = float(self.detector.apart(point)[0]), self.detector.cells(point)[0]
        found = []
        for column in self._suspects(point, squares, total, alone):
            others = np.where(total > 0, total - squares[:, column], np.inf)  # not the row itself
            near = np.argpartition(others, min(ALIKE, len(others) - 1))[:ALIKE]
            nearer = apart - float(self.detector.apart(self._changed(point, column, near))[0])
            weight = max(nearer, float(alone[column]) - WHERE_ENDS_BEGIN)
            if weight >= LEAST * (max(apart, alone.max()) - WHERE_ENDS_BEGIN):
                found.append((weight, self._reason(one, column, near)))
        found.sort(key=lambda pair: -pair[0])
        return tuple(reason for _weight, reason in found[:MOST])

    def _squares(self, point: Points) -> Floats:
        """Return (rows, columns) the squared distance to each row, a part a column."""
        squares = np.zeros((len(self.points), point.rare.shape[1]))
        np.add.at(squares.T, point.columns, ((self.points.values - point.values) ** 2).T)
        return squares

    def _suspects(self, point: Points, squares: Floats, total: Floats, alone: Floats) -> Ints:
        nearest = np.argpartition(total, min(ALIKE, len(total) - 1))[:ALIKE]
        apart = squares[nearest].mean(axis=0) + point.rare[0] ** 2
        likely = [np.argsort(-weights, kind="stable")[:SUSPECTS] for weights in (apart, alone)]
        return np.unique(np.concatenate(likely))

    def _changed(self, point: Points, column: int, near: Ints) -> Points:
        """Return the point with the cell that is usual among these rows."""
        places = point.columns == column
        values, rare = point.values.copy(), point.rare.copy()
        values[0, places] = np.median(self.points.values[near][:, places], axis=0)
        rare[0, column] = 0.0
        return replace(point, values=values, rare=rare)

    def _reason(self, one: Cells, column: int, near: Ints) -> OddReason:
        layout = self.cells.layout
        name = (*layout.numbers, *layout.dates, *layout.categories)[column]
        here = self.cells.column(name)
        if one.is_empty(name)[0]:
            empty = self.counted.empty[name]
            return OddReason(kind="empty", column=name, value=None, count=empty, of=self.counted.rows)
        if name in layout.categories:
            return self._of_value(name, one.levels_of(name)[one.column(name)[0]], near)
        value, known = float(one.column(name)[0]), here[near][~np.isnan(here[near])]
        low, high = np.quantile(known, _RANGE, method="nearest") if known.size else (value, value)
        if name in layout.dates:
            return OddReason(kind="days", column=name, value=value, low=float(low), high=float(high))
        kind, factor = _kind(value, low, high, here)
        return OddReason(kind=kind, column=name, value=value, low=float(low), high=float(high), factor=factor)

    def _of_value(self, name: str, value: str, near: Ints) -> OddReason:
        counted, alike = self.counted, _having(self.cells.take(near), name, value)
        count = counted.having(name, value)
        if count < counted.few:
            return OddReason(kind="few", column=name, value=value, count=counted.few, of=counted.rows)
        if count < RARE * counted.rows:
            return OddReason(kind="rare", column=name, value=value, count=count, of=counted.rows)
        return OddReason(kind="here", column=name, value=value, count=alike, of=len(near))


def _having(cells: Cells, name: str, value: str) -> int:
    """Return how many rows have this value."""
    levels = cells.levels_of(name)
    return int(np.count_nonzero(cells.column(name) == levels.index(value))) if value in levels else 0


def _kind(value: float, low: float, high: float, column: Floats) -> tuple[ReasonKind, float]:
    """Return what may have happened to a number that is not from *low* to *high*, and by which factor."""
    least, most = np.nanquantile(column, _RANGE)
    if low <= value <= high or least <= value <= most:
        return "range", 1.0
    if low <= -value <= high and (value < 0 <= least or most <= 0 < value):
        return "sign", -1.0
    if low > 0 and high <= NARROW * low:
        for factor in (*FACTORS, *(1 / factor for factor in FACTORS)):
            if low <= value / factor <= high:
                return "slip", float(factor)
    return "range", 1.0

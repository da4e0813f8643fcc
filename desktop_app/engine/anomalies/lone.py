"""Numbers that lie alone, far from all others of their column, however usual their row is elsewhere.

Between them and the rest is a gap as wide as all the rest, which is itself close together: a gap of that size
does not come of the ends of a distribution that fall off as those of a normal or an exponential one do
(Grubbs, Procedures for detecting outlying observations in samples, 1969, asks the same of one end). The one
negative number of a column is told from a smaller gap: half as wide as from the least to the middle.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.anomalies.encoding import Encoding, Scale
from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.roles import FEWEST_ROWS

COMPACT = 5.0  # spreads: farther from the middle none of the rest may lie
GAP = 1.0  # of the range of the rest
GAP_BELOW_NOUGHT = 0.5  # of the way from the least of the rest to their middle
_ENDS = 2  # which may lie alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """All numbers of a column but the two at its ends, and from where on another one lies alone."""

    name: str
    low: float
    high: float
    below: float  # as the column stands
    scaled: tuple[float, float]  # as it is compared

    @classmethod
    def of(cls, name: str, column: Floats, scale: Scale) -> "Rest | None":
        """Return it of cells (rows,); None where they are too few, or are all the same."""
        known = np.sort(column[~np.isnan(column)])
        rest = known[1:-1]
        if known.size < FEWEST_ROWS + _ENDS or rest[0] == rest[-1]:
            return None
        low, high = float(rest[0]), float(rest[-1])
        ends = scale.scaled(np.array([low, high]))
        gap = GAP * float(ends[1] - ends[0])
        is_compact = bool(np.abs(ends).max() <= COMPACT)
        middle = float(np.median(rest))
        return cls(
            name=name,
            low=low,
            high=high,
            below=min(0.0, low - GAP_BELOW_NOUGHT * (middle - low)) if low > 0 else -np.inf,
            scaled=(float(ends[0]) - gap, float(ends[1]) + gap) if is_compact else (-np.inf, np.inf),
        )

    def are_lone(self, column: Floats, scale: Scale) -> Flags:
        """Return (rows,) which of these cells lie alone."""
        scaled = scale.scaled(column)
        with np.errstate(invalid="ignore"):
            return np.asarray(
                (column < self.below) | (scaled < self.scaled[0]) | (scaled > self.scaled[1]), dtype=bool
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """What tells which numbers lie alone."""

    encoding: Encoding
    rests: tuple[Rest | None, ...]  # of the numbers, as the layout names them

    @classmethod
    def learn(cls, cells: Cells, encoding: Encoding) -> "Alone":
        """Return what tells it, of these cells."""
        named = zip(cells.layout.numbers, cells.numbers.T, encoding.scales, strict=False)
        return cls(
            encoding=encoding, rests=tuple(Rest.of(name, column, scale) for name, column, scale in named)
        )

    def rows(self, cells: Cells) -> Flags:
        """Return (rows,) whether a number of the row lies alone."""
        found = np.zeros(len(cells), dtype=bool)
        for _rest, lone in self._each(cells):
            found |= lone
        return found

    def of_row(self, cells: Cells, row: int) -> list[tuple[Rest, float]]:
        """Return the numbers of a row that lie alone, and the rest of their columns."""
        one = cells.take(np.array([row]))
        return [(rest, float(one.column(rest.name)[0])) for rest, lone in self._each(one) if lone[0]]

    def _each(self, cells: Cells) -> Iterator[tuple[Rest, Flags]]:
        columns = zip(self.rests, cells.numbers.T, self.encoding.scales, strict=False)
        return ((rest, rest.are_lone(column, scale)) for rest, column, scale in columns if rest)

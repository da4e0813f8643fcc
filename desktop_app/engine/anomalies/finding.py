"""Find the rows of a table that stand out, say how many would by chance, and why each does."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import nbinom

from desktop_app.engine.anomalies.counted import Counted
from desktop_app.engine.anomalies.detecting import Detector, limit_of
from desktop_app.engine.anomalies.encoding import Encoding
from desktop_app.engine.anomalies.lone import Alone, Rest
from desktop_app.engine.anomalies.reasons import MOST, Explainer
from desktop_app.engine.anomalies.reference import without_odd
from desktop_app.engine.arrays import Flags, Floats, drawn
from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.comparable import Columns
from desktop_app.engine.roles import FEWEST_ROWS
from desktop_app.errors import DataError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice
from desktop_app.records.oddness import OddReason, OddRow

MOST_COUNTED = 200_000  # rows: how frequent values are is seen in them
MOST_COMPARED = 10_000  # of those: a row's nearest are sought among them
ROWS_BY_CHANCE = 3_000
CHANCES = 5  # tables without odd rows
FEWEST_STAND_IN = 3  # rows with the same far number
SHARING = 20  # of the oddest rows
FARTHER = np.log(20)  # than any row by chance: twenty times as unlikely


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What tells how odd rows are, and how odd some are by chance."""

    explainer: Explainer
    alone: Alone
    usual: Floats  # (rows learned from,) their scores, rising
    by_chance: int  # rows that stand out in 19 of 20 tables without odd rows, at most
    farthest: float  # by so much a row of such a table is above the limit, at most

    @classmethod
    def learn(cls, frame: pd.DataFrame, columns: Columns, seed: int, report: Report) -> "Finder":
        """Return what tells it, of a frame that holds these columns.

        Raises DataError where there are too few rows to tell what is usual.
        """
        if len(frame) < FEWEST_ROWS:
            raise DataError("odd.too_few", rows=len(frame), need=FEWEST_ROWS)
        counted = read_cells(frame, layout_of(columns.features))
        encoding, rng = Encoding.learn(counted), np.random.default_rng(seed)
        cells = counted.take(drawn(len(counted), MOST_COMPARED, seed))
        points = encoding.points(cells)
        detector = Detector.learn(points)
        some = points.take(drawn(len(points), ROWS_BY_CHANCE, seed))
        beyond = np.empty((CHANCES, len(some)))  # by so much each score is above the limit
        for done in range(CHANCES):
            report(Progress(fraction=done / CHANCES, notice=Notice(code="odd.comparing")))
            made = without_odd(some, rng)
            beyond[done] = Detector.learn(made).scores(made) - limit_of(len(some))
        return cls(
            explainer=Explainer(
                counted=Counted.of(counted), cells=cells, points=points, encoding=encoding, detector=detector
            ),
            alone=Alone.learn(counted, encoding),
            usual=np.sort(detector.scores(points)),
            by_chance=most_by_chance(int(np.count_nonzero(beyond > 0))),
            farthest=max(0.0, float(beyond.max())),
        )

    def scores(self, frame: pd.DataFrame) -> Floats:
        """Return (rows,) how odd each row of a frame is."""
        return self.scores_and_lone(frame)[0]

    def scores_and_lone(self, frame: pd.DataFrame) -> tuple[Floats, Flags]:
        """Return (rows,) how odd each row is, and whether one of its numbers lies far from all others."""
        cells = read_cells(frame, self.explainer.cells.layout)
        scores = self.explainer.detector.scores(self.explainer.encoding.points(cells))
        return scores, self.alone.rows(cells)

    def are_far(self, scores: Floats) -> bool:
        """Return whether the oddest of these rows is far odder than any is by chance."""
        return bool(scores.max() - limit_of(len(scores)) > self.farthest + FARTHER)

    def oddness(self, scores: Floats) -> Floats:
        """Return (rows,) of 100 rows that were learned from, how many are less odd, to a tenth."""
        return np.floor(1_000 * np.searchsorted(self.usual, scores) / len(self.usual)) / 10

    def reasons(self, frame: pd.DataFrame, places: Sequence[int]) -> list[tuple[OddReason, ...]]:
        """Return why the rows at these *places* of a frame are odd, the weightiest first."""
        cells = read_cells(frame.iloc[[*places]], self.explainer.cells.layout)
        return [
            with_lone(self.explainer.reasons(cells, row), self.alone.of_row(cells, row))
            for row in range(len(places))
        ]


def with_lone(reasons: Sequence[OddReason], lone: Sequence[tuple[Rest, float]]) -> tuple[OddReason, ...]:
    """Return the reasons with those first that are numbers which lie alone; a slip or a sign says more."""
    told = {reason.column for reason in reasons if reason.kind in ("slip", "sign")}
    first = [
        OddReason(kind="lone", column=rest.name, value=value, low=rest.low, high=rest.high)
        for rest, value in lone
        if rest.name not in told
    ]
    columns = {reason.column for reason in first}
    return (*first, *(reason for reason in reasons if reason.column not in columns))[:MOST]


def with_stand_ins(odd: Sequence[OddRow]) -> tuple[OddRow, ...]:
    """Return the rows with the same far number of several told as one that stands for something else."""
    numbers = Counter(
        (reason.column, reason.value) for row in odd for reason in row.reasons if reason.kind == "range"
    )
    often = {cell: count for cell, count in numbers.items() if count >= FEWEST_STAND_IN}

    def told(reason: OddReason) -> OddReason:
        count = often.get((reason.column, reason.value), 0)
        return replace(reason, kind="stand_in", count=count) if reason.kind == "range" and count else reason

    return tuple(replace(row, reasons=tuple(map(told, row.reasons))) for row in odd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The fault that most of the oddest rows have, how many have it, and of how many."""

    reason: OddReason
    rows: int
    of: int


def shared_fault(odd: Sequence[OddRow]) -> Shared | None:
    """Return the fault that at least half of the oddest rows have."""
    first = [row.reasons[0] for row in odd[:SHARING] if row.is_fault]
    counts = Counter((reason.kind, reason.column) for reason in first)
    if not counts:
        return None
    kind, rows = counts.most_common(1)[0]
    looked_at = min(SHARING, len(odd))
    if rows < max(FEWEST_STAND_IN, looked_at / 2):
        return None
    reason = next(reason for reason in first if (reason.kind, reason.column) == kind)
    return Shared(reason=reason, rows=rows, of=looked_at)


def most_by_chance(seen: int) -> int:
    """Return how many rows stand out in 19 of 20 tables at most, of those *seen* in all the made ones.

    The bound for a count after others from the same Poisson distribution, with Jeffreys' prior for its mean
    (Gelman and others, Bayesian Data Analysis, 2013, section 2.6).
    """
    return int(nbinom.ppf(0.95, seen + 0.5, CHANCES / (CHANCES + 1)))

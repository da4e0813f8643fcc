"""Find the groups of a table, say whether they are groups at all, and tell each apart in a few counts."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells, Layout, layout_of, read_cells
from desktop_app.engine.clustering.counting import COUNTS, ROWS_TO_COUNT, Tried, best_of, try_counts
from desktop_app.engine.clustering.describing import traits_of
from desktop_app.engine.clustering.encoding import Encoding, Points
from desktop_app.engine.clustering.judging import judged, repeated_by
from desktop_app.engine.clustering.mapping import map_of
from desktop_app.engine.clustering.partition import Partition
from desktop_app.engine.clustering.reference import without_groups
from desktop_app.engine.clustering.resampling import pairs_together
from desktop_app.engine.comparable import Columns
from desktop_app.engine.roles import FEWEST_ROWS
from desktop_app.errors import DataError
from desktop_app.records.clusters import Cluster, Grouping, GroupingPlan, NearRow, Stability
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice, Value

BORDER = 0.15  # of the fit: below it a row lies about as near to another group
CHANCES = 5  # tables without groups of each kind
REPEATS = 20  # that it is done again, to say how many pairs stay together
MOST_NEAR = 50  # rows near a border that are listed
_TRIED = 0.8  # of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouper:
    """What tells the group of a row: the columns it reads, and the centres, the largest group first."""

    layout: Layout
    encoding: Encoding
    partition: Partition

    def place(self, frame: pd.DataFrame) -> tuple[Ints, Floats]:
        """Return (rows,) the group of each row, and its fit: 1 in the centre, 0 on a border."""
        return self.place_points(self.points(frame))

    def points(self, frame: pd.DataFrame) -> Floats:
        """Return (rows, features) the rows of a frame as points."""
        return self.encoding.points(read_cells(frame, self.layout)).values

    def place_points(self, points: Floats) -> tuple[Ints, Floats]:
        """Return the same of points (rows, features)."""
        distances = self.partition.distances(points)
        return np.asarray(distances.argmin(axis=1), dtype=np.int64), _fit(distances)

    def others(self, frame: pd.DataFrame) -> Ints:
        """Return (rows,) the group that each row is next to where it is near a border; -1 for all others."""
        return _others(self.partition.distances(self.points(frame)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The clearest groups, if any are clear, and those that the words speak of."""

    best: Tried | None
    shown: Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """What came of it; no grouper where there are no groups."""

    grouping: Grouping
    grouper: Grouper | None


def find_groups(
    frame: pd.DataFrame,
    columns: Columns,
    plan: GroupingPlan,
    report: Report,
    clock: Callable[[], float] = time.monotonic,
) -> Grouped:
    """Return the groups of a table, whose *columns* the frame holds.

    Raises DataError where there are too few rows for groups.
    """
    began = clock()
    cells = read_cells(frame, layout_of(columns.features))
    encoding, rng = Encoding.learn(cells), np.random.default_rng(plan.seed)
    points = encoding.points(cells)
    found = _search(points, plan, report, rng)
    partition = _largest_first(Partition.learn(points.values, found.shown.count, plan.seed), points.values)
    distances = partition.distances(points.values)
    groups, between = distances.argmin(axis=1), int(np.count_nonzero(_fit(distances) < BORDER))
    repeats = repeated_by(cells, groups) if found.best else None
    are_told = bool(found.best or plan.number)
    grouping = Grouping(
        level=judged(found.best, between / len(cells), repeats),
        clusters=_clusters(cells, groups, found.shown.count) if are_told else (),
        stability=_stability(points, found.shown.count, rng),
        tried=found.shown.count,
        found_again=found.shown.are_found_again,
        rows=len(cells),
        between=between,
        features=tuple(columns.features),
        left_out=columns.left_out,
        repeats=repeats.column if repeats else "",
        repeated=repeats.rows if repeats else 0,
        map=map_of(points.values, groups, rng) if are_told else None,
        near=_near(distances) if are_told else (),
        seconds=clock() - began,
    )
    grouper = Grouper(layout=cells.layout, encoding=encoding, partition=partition)
    return Grouped(grouping=grouping, grouper=grouper if are_told else None)


def _search(points: Points, plan: GroupingPlan, report: Report, rng: np.random.Generator) -> _Found:
    counts = [plan.number] if plan.number else [*COUNTS]
    fewest = max(FEWEST_ROWS, 4 * min(counts))  # two rows a group in each half
    if len(points) < fewest:
        raise DataError("groups.too_few", rows=len(points), need=fewest)

    if len(different := np.unique(points.values, axis=0)) < min(counts):
        raise DataError("groups.too_alike", count=len(different), number=min(counts))

    def told(done: int) -> None:
        values: dict[str, Value] = {"count": counts[min(done, len(counts) - 1)]}
        report(
            Progress(
                fraction=_TRIED * done / len(counts), notice=Notice(code="clusters.trying", values=values)
            )
        )

    tried = try_counts(points, counts, rng, told)
    best = best_of(tried)
    return _Found(best=best, shown=best or max(tried, key=lambda one: one.together.strength))


def _stability(points: Points, count: int, rng: np.random.Generator) -> Stability:
    some = points.some(ROWS_TO_COUNT, rng)
    again = pairs_together(some.values, count, rng, REPEATS).least_group
    tables = [without_groups(some, rng) for _ in range(CHANCES)]
    by_chance = [[pairs_together(values, count, rng, 1).least_group for values in pair] for pair in tables]
    low, high = np.quantile(again, (0.025, 0.975))
    return Stability(
        share=float(again.mean()),
        low=float(low),
        high=float(high),
        chance=float(np.mean(by_chance)),
    )


def _largest_first(partition: Partition, values: Floats) -> Partition:
    sizes = np.bincount(partition.groups(values), minlength=len(partition.centers))
    return Partition(centers=partition.centers[np.argsort(-sizes, kind="stable")])


def _clusters(cells: Cells, groups: Ints, count: int) -> tuple[Cluster, ...]:
    return tuple(
        Cluster(rows=int(np.count_nonzero(groups == group)), traits=traits_of(cells, groups == group))
        for group in range(count)
    )


def _fit(distances: Floats) -> Floats:
    """Return how much nearer the own centre is than the next (Rousseeuw, Silhouettes, 1987; of centres)."""
    nearest = np.sort(distances, axis=1)[:, :2]
    return 1.0 - np.divide(nearest[:, 0], nearest[:, 1], out=np.zeros(len(nearest)), where=nearest[:, 1] > 0)


def _others(distances: Floats) -> Ints:
    second = np.argsort(distances, axis=1, kind="stable")[:, 1]
    return np.asarray(np.where(_fit(distances) < BORDER, second, -1), dtype=np.int64)


def _near(distances: Floats) -> tuple[NearRow, ...]:
    """Return the rows near a border, the nearest first, and no more than a person looks at."""
    fit, others, groups = _fit(distances), _others(distances), distances.argmin(axis=1)
    order = np.argsort(fit, kind="stable")[:MOST_NEAR]
    return tuple(
        NearRow(row=int(row), group=int(groups[row]), other=int(others[row]), fit=round(float(fit[row]), 3))
        for row in order
        if others[row] >= 0
    )

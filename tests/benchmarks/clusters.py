"""Whether groups are found that are there, and none that are not.

python -m tests.benchmarks clusters [COUNT] [FIRST]

COUNT (100) tables of each kind, all of a size and width of their own. Without groups: even noise, noise
with categories, one cloud in which columns rise and fall together, and the same skewed. With three groups:
clouds of which two may lie near each other, three columns among others that say nothing, and numbers with
categories of which some are wrong. Groups are found when the adjusted Rand index (Hubert and Arabie,
Comparing partitions, 1985) is .9 or more. Goals: none where there are none in 95 of 100 tables of even
noise, and groups found in 90 of 100.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

from desktop_app.engine.arrays import Ints
from desktop_app.engine.clustering.grouping import find_groups
from desktop_app.engine.comparable import columns_for
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.tables import ColumnType
from tests.unit.models.made import table_of

ROWS = (120, 300, 1_000, 3_000)
COUNT, GROUPS, FOUND = 100, 3, 0.9


@dataclass(frozen=True)
class Made:
    """A table and the group of each of its rows; none where there are no groups."""

    frame: pd.DataFrame
    groups: Ints | None = None


def main(arguments: Sequence[str]) -> None:
    """Print a line for each kind of table."""
    count = int(arguments[0]) if arguments else COUNT
    first = int(arguments[1]) if arguments[1:] else 0
    print("| tables | right | of | wrong seeds |\n|---|---:|---:|---|")
    for name, make in KINDS.items():
        wrong = [seed for seed in range(first, first + count) if not _is_right(make, seed)]
        print(f"| {name} | {count - len(wrong)} | {count} | {', '.join(map(str, wrong))} |", flush=True)


def _is_right(make: Callable[[np.random.Generator], Made], seed: int) -> bool:
    made = make(np.random.default_rng(seed))
    types: dict[str, ColumnType] = {
        str(name): "number" if made.frame[name].dtype == float else "category" for name in made.frame
    }
    plan = GroupingPlan()
    grouped = find_groups(made.frame, columns_for(table_of(made.frame, types), plan), plan, lambda _: None)
    if made.groups is None or grouped.grouper is None:
        return (grouped.grouper is None) == (made.groups is None)
    return bool(adjusted_rand_score(made.groups, grouped.grouper.place(made.frame)[0]) >= FOUND)


def _size(rng: np.random.Generator) -> tuple[int, int]:
    return int(rng.choice(ROWS)), int(rng.integers(2, 9))


def _frame(numbers: np.ndarray, categories: Sequence[Ints] = ()) -> pd.DataFrame:
    found = {f"n{place}": column.astype(float) for place, column in enumerate(numbers.T)}
    levels = [pd.Categorical([f"v{code}" for code in codes]) for codes in categories]
    return pd.DataFrame({**found, **{f"c{place}": level for place, level in enumerate(levels)}})


def _even(rng: np.random.Generator) -> Made:
    return Made(_frame(rng.uniform(size=_size(rng))))


def _even_mixed(rng: np.random.Generator) -> Made:
    rows, width = _size(rng)
    codes = [rng.integers(0, rng.integers(2, 6), rows) for _ in range(int(rng.integers(1, 4)))]
    return Made(_frame(rng.uniform(size=(rows, width)), codes))


def _cloud(rng: np.random.Generator) -> Made:
    rows, width = _size(rng)
    return Made(_frame(rng.normal(size=(rows, width)) @ rng.normal(size=(width, width))))


def _skewed(rng: np.random.Generator) -> Made:
    return Made(_cloud(rng).frame.apply(np.exp))


def _clouds(rng: np.random.Generator) -> Made:
    rows, width = _size(rng)
    points, groups = make_blobs(
        rows, width, centers=GROUPS, center_box=(-8, 8), random_state=int(rng.integers(2**31))
    )
    return Made(_frame(points), groups)


def _few_columns(rng: np.random.Generator) -> Made:
    rows, width = _size(rng)
    groups = rng.integers(0, GROUPS, rows)
    points = rng.normal(size=(rows, width + GROUPS))
    points[:, :GROUPS] += rng.uniform(5, 7) * np.eye(GROUPS)[groups]
    return Made(_frame(points), groups)


def _mixed(rng: np.random.Generator) -> Made:
    rows, width = _size(rng)
    groups = rng.integers(0, GROUPS, rows)
    points = rng.normal(size=(rows, width))
    points[:, :2] += 5 * np.array([[0, 0], [1, 1], [0, 1.5]])[groups]
    codes = [np.where(rng.uniform(size=rows) < 0.85, groups, rng.integers(0, GROUPS, rows)) for _ in range(3)]
    return Made(_frame(points, codes), groups)


KINDS: dict[str, Callable[[np.random.Generator], Made]] = {
    "even noise": _even,
    "even noise and categories": _even_mixed,
    "one cloud": _cloud,
    "one skewed cloud": _skewed,
    "three clouds": _clouds,
    "three groups in three of many columns": _few_columns,
    "three groups in numbers and categories": _mixed,
}

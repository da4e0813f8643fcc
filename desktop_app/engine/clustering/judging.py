"""How far groups may be relied on, and whether they only repeat a single column."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.clustering.counting import Tried
from desktop_app.records.results import VerdictLevel

GOOD, FEW_BETWEEN = 0.9, 0.1  # prediction strength, and the share of rows near a border
SOME_BETWEEN = 0.25
TELLS_ALL = 0.95  # of the rows, whose group a column tells by itself
MOST_VALUES = 20  # of a column that may tell them
TELLS_MORE = 0.9  # of those that the largest group alone does not tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A column that tells the group of so many rows by itself."""

    column: str
    rows: int


def judged(best: Tried | None, between: float, repeats: Repeated | None) -> VerdictLevel:
    """Return the level of groups, a share of whose rows lies *between* two of them."""
    if best is None:
        return "guessing"
    if repeats:
        return "suspicious"
    if best.together.strength >= GOOD and between <= FEW_BETWEEN:
        return "good"
    return "useful" if between <= SOME_BETWEEN else "weak"


def repeated_by(cells: Cells, groups: Ints) -> Repeated | None:
    """Return the column of few values that nearly tells the groups (rows,) by itself, if there is one."""
    largest = int(np.bincount(groups).max())
    found = [
        Repeated(column=name, rows=_told_by(codes, groups))
        for name in (*cells.layout.categories, *cells.layout.numbers)
        if int((codes := _codes(cells, name)).max()) <= MOST_VALUES
    ]
    best = max(found, key=lambda one: one.rows, default=None)
    if best is None or best.rows < TELLS_ALL * len(groups):
        return None
    return best if best.rows - largest >= TELLS_MORE * (len(groups) - largest) else None


def _codes(cells: Cells, name: str) -> Ints:
    """Return (rows,) the number of each value; an empty cell is a value, too."""
    values = cells.column(name)
    if name in cells.layout.categories:
        return np.asarray(values + 1, dtype=np.int64)
    return np.asarray(np.unique(values, return_inverse=True)[1], dtype=np.int64)


def _told_by(codes: Ints, groups: Ints) -> int:
    """Return the rows that are right where each value says the group that most of its rows have."""
    counts: Floats = np.zeros((int(codes.max()) + 1, int(groups.max()) + 1))
    np.add.at(counts, (codes, groups), 1)
    return int(counts.max(axis=1).sum())

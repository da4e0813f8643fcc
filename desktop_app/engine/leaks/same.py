"""Columns that say the same as the column to predict, found in the data."""

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.target import Target, amount_of
from desktop_app.records.plans import LeftOut

EQUAL = 0.99  # of the rows
_GLANCE = 1_000  # rows that show that most columns are not meant


def same_columns(cells: Cells, target: Target) -> list[LeftOut]:
    """Return the columns that repeat the target, word for word or under other names, and in how many rows."""
    found = []
    for place, name in enumerate(cells.layout.numbers):
        values = cells.numbers[:, place]
        found.append((name, _equal_number(values, target), _as_codes(values)))
    for place, name in enumerate(cells.layout.categories):
        codes = cells.codes[:, place].astype(np.int64)
        found.append((name, _equal_text(codes, cells.levels[place], target), codes))
    return [
        LeftOut(column=name, reason="same", count=count)
        for name, equal, codes in found
        if (count := _rows_the_same(equal, codes, target)) > 0
    ]


def _rows_the_same(equal: Flags, codes: Ints | None, target: Target) -> int:
    if equal.mean() >= EQUAL:
        return int(np.count_nonzero(equal))
    if target.classes and codes is not None and _is_renamed(codes, target.codes):
        return len(codes)
    return 0


def _equal_number(values: Floats, target: Target) -> Flags:
    if not target.classes:
        return np.asarray(np.isclose(values, target.values, rtol=1e-9, atol=0))
    amounts = np.array([amount_of(name) for name in target.classes], dtype=np.float64)
    return np.asarray(values == amounts[target.codes])


def _equal_text(codes: Ints, levels: tuple[str, ...], target: Target) -> Flags:
    if not target.classes:
        amounts = np.array([*map(amount_of, levels), None], dtype=np.float64)
        return np.asarray(np.isclose(amounts[codes], target.values, rtol=1e-9, atol=0))
    place = {name: code for code, name in enumerate(target.classes)}
    own = np.array([*(place.get(name, -1) for name in levels), -1])
    return np.asarray(own[codes] == target.codes)


def _is_renamed(codes: Ints, classes: Ints) -> bool:
    """Return whether each code stands for one class and each class for one code."""
    for rows in (slice(_GLANCE), slice(None)):
        pairs = len(np.unique(codes[rows] * (classes.max() + 1) + classes[rows]))
        if not pairs == len(np.unique(codes[rows])) == len(np.unique(classes[rows])):
            return False
    return True


def _as_codes(values: Floats) -> Ints | None:
    """Return a code for each different number, if a glance shows that there are few."""
    if len(np.unique(values[:_GLANCE])) > 100:
        return None
    return np.unique(values, return_inverse=True)[1].astype(np.int64)

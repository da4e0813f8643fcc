"""Whether the answers of rows of one thing, or of one time, are more alike than chance would make them."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.target import Target

MOST_ROWS = 100_000  # that are looked at
FEWEST_ALIKE = 20  # rows of things that have several
_MOST_COLUMNS = 20
_SAME = 0.95  # of the rows of a thing that have the value of its first one: a trait of the thing
_USUAL = 0.7  # of all rows that two drawn at random share a value: then it is no trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike the answers of rows that belong together are."""

    share: float = 0.0  # of the spread of all answers that lies between the sets, beyond chance
    errors: float = 0.0  # standard errors that this is away from chance
    sets: int = 0  # of several rows
    rows: int = 0  # in them


def likeness(sets: Ints, target: Target) -> Likeness:
    """Return how alike the answers of each set of rows are; *sets* (rows,) is -1 where a row is in none.

    The share is that of a one-way analysis of variance: of amounts by their ranks, of classes by one column
    of 0 and 1 for each. Its error is that of the share where answers are dealt out at random.
    """
    rows, sets = _of_several(sets)
    if len(rows) < FEWEST_ALIKE:
        return Likeness()
    found, sizes = sets, np.bincount(sets)
    count, things = len(rows), len(sizes)
    between = whole = 0.0
    for trait in _traits(target, rows):
        centered = trait - trait.mean()
        whole += float(centered @ centered)
        between += float(np.sum(np.bincount(found, centered, minlength=things) ** 2 / sizes))
    if things < 2 or things == count or whole <= 0:
        return Likeness(sets=things, rows=count)
    expected = (things - 1) / (count - 1)
    error = np.sqrt(2 * (things - 1) * (count - things) / ((count - 1) ** 2 * (count + 1)))
    share = between / whole
    return Likeness(
        share=(share - expected) / (1 - expected),
        errors=float((share - expected) / error),
        sets=things,
        rows=count,
    )


def traits_of_sets(sets: Ints, cells: Cells) -> int:
    """Return how many columns hold one value for all rows of a set, and others for other sets."""
    rows, sets = _of_several(sets)
    if len(rows) < FEWEST_ALIKE:
        return 0
    columns = [*cells.numbers[rows].T, *cells.days[rows].T, *cells.codes[rows].T]
    return sum(_is_trait(sets, column) for column in columns[:_MOST_COLUMNS])


def in_tenths(amounts: Floats) -> Ints:
    """Return in which tenth by size each amount is; equal ones in one, and -1 where it is missing."""
    known = np.isfinite(amounts)
    tenths = np.full(len(amounts), -1, dtype=np.int64)
    if known.any():
        ends = np.quantile(amounts[known], np.linspace(0.1, 0.9, 9))
        tenths[known] = np.searchsorted(ends, amounts[known], side="left")
    return tenths


def _of_several(sets: Ints) -> tuple[Ints, Ints]:
    """Return the rows in sets of at least two, and their sets; of very many rows, whole sets only."""
    several = np.bincount(sets[sets >= 0], minlength=1) > 1
    step = max(1, len(sets) // MOST_ROWS)
    looked_at = several & (np.arange(len(several)) % step == 0) if len(several) > step * 10 else several
    rows = np.flatnonzero((sets >= 0) & looked_at[sets])
    return rows, np.unique(sets[rows], return_inverse=True)[1].astype(np.int64)


def _traits(target: Target, rows: Ints) -> list[Floats]:
    values = target.values[rows]
    if target.classes:
        return [(values == code).astype(np.float64) for code in range(len(target.classes))]
    order = np.unique(values, return_inverse=True)[1]
    return [np.asarray(order, dtype=np.float64)]


def _is_trait(sets: Ints, column: Floats) -> bool:
    values = np.unique(column, return_inverse=True)[1]
    _, firsts = np.unique(sets, return_index=True)
    same = values == values[firsts][sets]
    same[firsts] = False
    usual = float(np.sum((np.bincount(values) / len(values)) ** 2))
    return usual < _USUAL and float(same.sum()) >= _SAME * (len(values) - len(firsts))

"""Slices of rows that can be named: by the kinds, the quarters or the empty cells of a column, or of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop_app.engine.arrays import Flags
from desktop_app.engine.cells import Cells
from desktop_app.engine.evaluation.where import holds
from desktop_app.engine.rounding import borders
from desktop_app.records.insights import Where

MOST_LEVELS = 12  # of a column: the most frequent
MOST_PAIRED = 6  # slices of a column, in pairs with those of another
_QUARTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Rows of which the same conditions hold."""

    where: tuple[Where, ...]
    holds: Flags  # (rows,)
    parts: tuple["Slice", ...] = ()  # the wider slices that it is the common part of

    def both(self, other: "Slice") -> "Slice":
        """Return the rows that are in two slices."""
        where, both = (*self.where, *other.where), self.holds & other.holds
        return Slice(where=where, holds=both, parts=(self, other))


def slices_of(cells: Cells, column: str, fewest: int) -> list[Slice]:
    """Return the slices that one column makes, where *fewest* rows or more are inside and outside of each."""
    found = [Slice(where=(where,), holds=holds(where, cells)) for where in _conditions(cells, column)]
    return [one for one in found if _is_large(one, fewest)]


def pairs_of(columns: Sequence[Sequence[Slice]], fewest: int) -> list[Slice]:
    """Return the slices that every two columns make together, of the slices that each makes alone."""
    found = [
        one.both(other)
        for place, first in enumerate(columns)
        for second in columns[place + 1 :]
        for one in first[:MOST_PAIRED]
        for other in second[:MOST_PAIRED]
    ]
    return [one for one in found if _is_large(one, fewest)]


def _is_large(one: Slice, fewest: int) -> bool:
    rows = int(np.count_nonzero(one.holds))
    return fewest <= rows <= len(one.holds) - fewest


def _conditions(cells: Cells, column: str) -> list[Where]:
    empty = Where(column=column, is_empty=True)
    if column in cells.layout.texts:
        return [empty]
    if column in cells.layout.categories:
        levels = cells.levels_of(column)
        codes = cells.column(column)
        counts = np.bincount(codes[codes >= 0], minlength=len(levels))
        often = np.argsort(-counts, kind="stable")[:MOST_LEVELS].tolist()
        return [*(Where(column=column, values=(levels[level],)) for level in often), empty]
    is_date = column in cells.layout.dates
    ends = borders(cells.column(column), _QUARTERS, are_days=is_date)
    parts = pairwise([None, *ends, None]) if ends else ()
    return [*(Where(column=column, low=low, high=high, is_date=is_date) for low, high in parts), empty]

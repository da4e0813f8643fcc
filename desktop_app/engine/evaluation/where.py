"""Which rows a condition on one column holds for."""

import numpy as np

from desktop_app.engine.arrays import Flags
from desktop_app.engine.cells import Cells
from desktop_app.records.insights import Where


def holds(where: Where, cells: Cells) -> Flags:
    """Return (rows,) whether the condition holds. Raises KeyError for a column that is not there."""
    found, is_empty = cells.column(where.column), cells.is_empty(where.column)
    if where.is_empty and not (where.values or where.low is not None or where.high is not None):
        return is_empty
    inside = ~is_empty
    if where.values:
        levels = cells.levels_of(where.column)
        inside &= np.isin(found, [code for code, level in enumerate(levels) if level in where.values])
    if where.low is not None:
        inside &= found >= where.low
    if where.high is not None:
        inside &= found < where.high
    return inside | (is_empty if where.is_empty else False)


def all_hold(conditions: tuple[Where, ...], cells: Cells) -> Flags:
    """Return (rows,) whether all of several conditions hold."""
    found = np.ones(len(cells), dtype=bool)
    for where in conditions:
        found &= holds(where, cells)
    return found

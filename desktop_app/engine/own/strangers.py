"""Rows of groups that a model does not know: how much further its ranges reach for them."""

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.own.correction import Own, places_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers:
    """The column of the groups, and by how much both ends of a range lie further out for one unknown.

    Known are groups that have a correction; where there are none, those of the most frequent levels.
    """

    column: str
    known: int  # levels of the column, of groups with enough rows
    beyond: float

    def widened(
        self, ends: tuple[Floats, Floats], cells: Cells, preparation: Preparation, own: Own | None
    ) -> tuple[Floats, Floats]:
        """Return the ends (rows,) of ranges, further out where the group of a row is not known."""
        names = own.names if own else levels_of(preparation, self.column)[: self.known]
        beyond = np.where(places_of(cells, self.column, names) < 0, self.beyond, 0.0)
        return ends[0] - beyond, ends[1] + beyond


def levels_of(preparation: Preparation, column: str) -> tuple[str, ...]:
    """Return the levels of a category that a model reads, the most frequent first."""
    return preparation.categories.levels[preparation.layout.categories.index(column)]


def strangers_from(record: Strangers | None, preparation: Preparation | None) -> Strangers | None:
    """Return what a file says of them. Raises ValueError where that does not fit, or widens nothing."""
    if record is None:
        return None
    if preparation is None or record.column not in preparation.layout.categories:
        raise ValueError("strangers")
    if not 0 <= record.known <= len(levels_of(preparation, record.column)):
        raise ValueError("known")
    if not 0 < record.beyond < math.inf:
        raise ValueError("beyond")
    return record

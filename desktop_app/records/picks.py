"""Which rows of an answered file are picked for a list to act on: the most wanted first."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Which rows: those with the highest numbers in a column of the answers, or with the lowest."""

    column: int  # of the answers, from 0
    is_lowest: bool = False
    most: int | None = None  # rows; None: as many as there are
    limit: float | None = None  # of the column: no lower one, or of the lowest no higher one

"""What a person or a model has decided about a column: how its cells are to be read."""

from collections.abc import Sequence
from typing import get_args

from desktop_app.records.record import dataclass
from desktop_app.records.tables import ColumnType

_MISSING = " missing:"
NUMBERS = ("number", "number-point", "number-comma")
DATES = ("date", "date-dmy", "date-mdy", "date-ymd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a column is to be read: a reading of `records.tables.Wishes`, and spellings of "not known"."""

    reading: str
    missing: tuple[str, ...] = ()


def wish_of(text: str) -> Wish | None:
    """Return the wish that a text of `Wishes.readings` stands for; None where there is no such reading."""
    reading, *missing = text.split(_MISSING)
    if reading not in (*NUMBERS, *DATES, *get_args(ColumnType)):
        return None
    return Wish(reading=reading, missing=tuple(missing))


def wish_text(reading: str, missing: Sequence[str]) -> str:
    """Return the text of a wish: the reading, and what is to count as missing."""
    return _MISSING.join((reading, *missing))

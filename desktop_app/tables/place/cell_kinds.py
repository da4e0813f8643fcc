"""What a cell looks like at a glance: a number, a date, an address, a mark for "no value", or words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from desktop_app.tables.columns.marks import MARKS

Kind = Literal["", "mark", "number", "year", "date", "address", "words"]

_LONGEST_VALUE = 40  # letters
_MOST_OF = 0.6  # of the cells of a column make its kind
_CURRENCY = (
    r"(?:[$€£¥₹₽₺]|EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RUB|CNY|INR|AUD|CAD|BRL|TRY|kr\.?|zł|Fr\.)"
)
_NUMBER = re.compile(
    rf"\(?[+\-−]?\s?(?:{_CURRENCY}\s?)?[+\-−]?(?:\d[\d.,'’ \u00a0\u202f]*|[.,]\d+)(?:[eE][+-]?\d+)?"
    rf"\s?(?:%|{_CURRENCY})?-?\)?"
)
_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}\.?[ -][^\W\d_]{3,10}\.?[ -]\d{2,4}|[^\W\d_]{3,10} \d{1,2}, \d{4})"
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?"
_DATE = re.compile(rf"(?:{_DAY}(?:(?:T|,? ){_TIME}(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?|{_TIME})")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\w+://\S+|www\.\S+")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")


def kind_of(cell: str) -> Kind:
    """Return what a cell without blanks around it looks like."""
    if not cell or cell.lower() in MARKS:
        return "mark" if cell else ""
    if _ADDRESS.fullmatch(cell):
        return "address"
    if len(cell) <= _LONGEST_VALUE and _DATE.fullmatch(cell):
        return "date"
    return "number" if len(cell) <= _LONGEST_VALUE and _NUMBER.fullmatch(cell) else "words"


def is_year(cell: str) -> bool:
    """Whether a cell may stand for a year of our time."""
    return _YEAR.fullmatch(cell) is not None


def kind_below(cells: Iterable[str]) -> Kind:
    """Return what most of these cells of one column look like; nothing where none holds a value."""
    filled = [(cell, kind) for cell in cells if (kind := kind_of(cell)) not in ("", "mark")]
    if not filled:
        return ""
    kind, count = Counter(kind for _cell, kind in filled).most_common(1)[0]
    if count < _MOST_OF * len(filled):
        return "words"
    are_years = kind == "number" and sum(is_year(cell) for cell, _kind in filled) >= _MOST_OF * len(filled)
    return "year" if are_years else kind


def kinds_below(rows: Sequence[Sequence[str]], width: int) -> tuple[Kind, ...]:
    """Return the kind of each of *width* columns."""
    return tuple(kind_below(row[place] for row in rows if place < len(row)) for place in range(width))

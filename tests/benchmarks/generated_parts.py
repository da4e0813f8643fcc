"""What made-up columns consist of: the habits of the one who wrote the file, and how they spell numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tests.benchmarks.tongues.tongue import Tongue

Value = float | str | bool | datetime | None
Type = Literal["number", "text", "date", "yes/no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How the one who made a file writes."""

    tongue: Tongue
    decimal: str
    group: str  # between thousands; empty: none
    money: str  # "€ {}"; empty: bare amounts
    negative: str  # "-{}", "({})", "{}-", "\u2212{}"
    percent: str  # "{} %", "{}%", "{}" (of 100) or "" (of 1)
    date: str  # iso, year (with slashes), dots, slash, dash, named
    day_first: bool
    short_year: bool
    missing: str
    holes: float  # share of missing cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A column: what is written in each row and what it means."""

    kind: str
    name: str
    type: Type
    cells: tuple[str, ...]
    values: tuple[Value, ...]
    also: tuple[Type, ...] = ()  # types that are as good
    twofold: bool = False  # read by itself it could mean something else
    proves: str = ""  # what it shows of the others: "decimal" or "dates"
    has_money: bool = False
    is_shown: bool = True  # its spelling counts: in a workbook it does not where the cell holds the value
    is_odd: bool = False  # some cells are no values of its type, which has to be said
    may_ask: bool = False
    percent: bool = False
    marks: frozenset[int] = field(default_factory=frozenset)  # rows that hold a mark for "no value"


def spelled(value: float, digits: int, habits: Habits) -> str:
    """Return an amount as it is written there, without its sign."""
    text = f"{abs(value):,.{digits}f}"
    whole, _, rest = text.partition(".")
    return whole.replace(",", habits.group) + (habits.decimal + rest if rest else "")


def signed(text: str, value: float, habits: Habits) -> str:
    """Return a spelled amount with the sign of *value*."""
    return habits.negative.format(text) if value < 0 else text


def is_twofold(cells: Sequence[str], sign: str) -> bool:
    """Whether *sign* can be read as standing before decimals and as standing between thousands."""
    with_sign = [cell.strip("-()\u2212 ") for cell in cells if sign in cell]
    return bool(with_sign) and all(_fits_both(cell, sign) for cell in with_sign)


def _fits_both(cell: str, sign: str) -> bool:
    whole, *rest = cell.split(sign)
    digits_only = (whole + "".join(rest)).isdecimal()
    return digits_only and len(rest) == 1 and len(rest[0]) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"

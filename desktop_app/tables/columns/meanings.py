"""SQL for what a cell means: a number or a moment, from its text and the way its column is written."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.tables.columns.amounts import Decimal, is_amount, is_asked_for, number_of
from desktop_app.tables.columns.moments import ANY, ISO, NAMED, PACKED, SHORT, YEAR_FIRST, Order, moment_of
from desktop_app.tables.columns.units import number_part, unit_part
from desktop_app.tables.formulas import NUMBER
from desktop_app.tables.quoting import BLANKS as BLANKS  # noqa: PLC0414 - also a part of what a cell means
from desktop_app.tables.quoting import matches, plain_of

POINT_OR_GROUP = "[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}"  # 1.234 is one, or a thousand and more

_DECIMALS: dict[str, Decimal] = {"number": "point", "number-point": "point", "number-comma": "comma"}
_ORDERS: dict[str, Order] = {"date": "dmy", "date-dmy": "dmy", "date-mdy": "mdy", "date-ymd": "ymd"}


class Meaning(NamedTuple):
    """An SQL expression, and the values that its question marks stand for."""

    sql: str
    bound: tuple[object, ...] = ()


def bound_in(meanings: Iterable[Meaning]) -> list[object]:
    """Return the values of expressions that stand in one statement, in their order."""
    return [value for meaning in meanings for value in meaning.bound]


def number(cell: str, written: str = "", *, in_any: bool = False, units: tuple[str, ...] = ()) -> Meaning:
    """Return the number in a cell of a column written so: plain, or as `records.tables.Wishes` has it.

    The cell is known to hold a number, unless *in_any* is said: then it may hold anything, and the meaning is
    NULL where it is no finite number. Needless zeros in front do no harm here. A number may have one of the
    *units* of a measure behind it, and then no other.
    """
    decimal = _DECIMALS.get(written, "point")
    # Short, since a table may have thousands of such columns, and the time to plan grows with their square.
    value = number_of(cell, decimal) if written else f"TRY_CAST({plain_of(cell)} AS DOUBLE)"
    if units and in_any:
        plain = plain_of(cell)
        has_unit = f"list_contains(?, {unit_part(plain)})"
        is_number = f"{has_unit} AND {is_asked_for(number_part(plain), decimal)}"
        return Meaning(_finite(is_number, value), (["", *units],))
    return Meaning(_finite(is_asked_for(cell, decimal), value) if in_any else value)


def date(cell: str, written: str = "", *, in_any: bool = False) -> Meaning:
    """Return the moment in a cell of a column written so; *in_any* as with a number."""
    plain = plain_of(cell)
    if not written:
        value = f"TRY_CAST({plain} AS TIMESTAMP)"
        return Meaning(_where(matches(plain, ISO), value) if in_any else value)
    order = _ORDERS[written]
    value = moment_of(plain, order)
    value = _where(matches(plain, ANY), value) if in_any else value
    if order == "ymd":
        packed = f"try_strptime({plain}, '%Y%m%d')"
        value = f"CASE WHEN {matches(plain, PACKED)} THEN {packed} ELSE {value} END"
    return Meaning(value)


def number_in_any(cell: str, written: str = "", *, is_asked: bool = False) -> Meaning:
    """Return the number in a cell that may hold anything; NULL where it is none for certain.

    *written* is how the file writes its numbers; where that is not known, only plain ones are certain, and
    not even "1.234" where the person is asked.
    """
    plain = plain_of(cell)
    if not written:
        is_number = matches(plain, NUMBER)
        if is_asked:
            is_number = f"({is_number} AND NOT {matches(plain, POINT_OR_GROUP)})"
        return Meaning(_finite(is_number, number(cell).sql))
    decimal = _DECIMALS[written]
    is_number = is_amount(plain, decimal)
    if decimal == "point":
        is_number = f"({matches(plain, NUMBER)} OR {is_number})"
    return Meaning(_finite(is_number, number_of(cell, decimal)))


def date_in_any(cell: str, written: str = "") -> Meaning:
    """Return the moment in a cell that may hold anything; NULL where it is none for certain.

    *written* is how the file writes its dates; where that is not known, only days that tell their order
    themselves are certain.
    """
    plain = plain_of(cell)
    if written:
        return date(cell, written, in_any=True)
    clear = f"{YEAR_FIRST}|{NAMED}"
    day, month = moment_of(plain, "dmy"), moment_of(plain, "mdy")
    is_dotted = matches(plain, "[0-9]{1,2}\\.[0-9]{1,2}\\.[1-9][0-9]{3}.*")
    has_one = f"NOT {matches(plain, SHORT)} AND ({month} IS NULL OR {day} IS NULL)"
    is_clear = f"{matches(plain, clear)} OR {is_dotted} OR ({has_one})"
    return Meaning(f"CASE WHEN {matches(plain, ANY)} AND ({is_clear}) THEN coalesce({day}, {month}) END")


def unless_missing(cell: str, meaning: Meaning, marks: tuple[str, ...]) -> Meaning:
    """Return the meaning, or NULL where the cell is one of the spellings of "no value"."""
    if not marks:
        return meaning
    return Meaning(
        f"CASE WHEN list_contains(?, {cell}) THEN NULL ELSE {meaning.sql} END", ([*marks], *meaning.bound)
    )


def _where(condition: str, value: str) -> str:
    return f"CASE WHEN {condition} THEN {value} END"


def _finite(condition: str, value: str) -> str:
    return f"CASE WHEN {condition} AND isfinite({value}) THEN {value} END"

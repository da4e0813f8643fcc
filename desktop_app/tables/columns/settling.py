"""The values of columns whose reading is decided: what they amount to, and which of them do not fit."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.tables.columns.column_types import Reading
from desktop_app.tables.columns.marks import YES_OR_NO
from desktop_app.tables.columns.meanings import Meaning, date, number
from desktop_app.tables.quoting import plain_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """Cells that cannot be read as the rest of their column is, and count as missing."""

    cells: int
    spellings: tuple[str, ...]  # some, the most frequent first


def meaning_of(cell: str, reading: Reading) -> Meaning:
    """Return what makes the typed value of a column out of its text."""
    if reading.type == "number":
        return number(cell, reading.written, in_any=reading.has_odd, units=reading.unit_spellings)
    if reading.type == "date":
        return date(cell, reading.written, in_any=reading.has_odd)
    if reading.type == "yes/no" and reading.has_odd:
        return Meaning(
            f"CASE WHEN list_contains(?, lower({plain_of(cell)})) THEN {cell} END", (sorted(YES_OR_NO),)
        )
    return Meaning(cell)


def settle(duck: "DuckDBPyConnection", readings: Mapping[int, Reading]) -> dict[int, Odd]:
    """Work out the numbers and moments in the table `d`, and take out what does not fit.

    Spellings of "no value" are out of it already.
    """
    alike: defaultdict[tuple[str, str, bool, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, reading in readings.items():
        if reading.type in ("number", "date", "yes/no") and (reading.written or reading.has_odd):
            alike[reading.type, reading.written, reading.has_odd, reading.unit_spellings].append(place)
    odd: dict[int, Odd] = {}
    for places in alike.values():
        reading = readings[places[0]]
        if reading.type != "yes/no":
            _work_out(duck, reading, places)
        if reading.has_odd:
            odd |= _take_out(duck, reading, places)
    return odd


def _work_out(duck: "DuckDBPyConnection", reading: Reading, places: list[int]) -> None:
    meaning = meaning_of("value", reading)
    amount = f"epoch({meaning.sql})" if reading.type == "date" else meaning.sql
    duck.execute(
        f"UPDATE d SET x = {amount} WHERE list_contains(?, col)",  # noqa: S608 - our names
        [*meaning.bound, places],
    )


def _take_out(duck: "DuckDBPyConnection", reading: Reading, places: list[int]) -> dict[int, Odd]:
    meaning = meaning_of("value", reading) if reading.type == "yes/no" else Meaning("x")
    is_odd = f"list_contains(?, col) AND ({meaning.sql}) IS NULL"
    found = duck.execute(
        f"""SELECT col, sum(n)::BIGINT, list(value ORDER BY n DESC, value)[:{_MOST_SHOWN}]
        FROM d WHERE {is_odd} GROUP BY col""",  # noqa: S608 - our names
        [places, *meaning.bound],
    ).fetchall()
    if found:
        duck.execute(f"DELETE FROM d WHERE {is_odd}", [places, *meaning.bound])  # noqa: S608 - our names
    return {place: Odd(cells=cells, spellings=tuple(values)) for place, cells, values in found}


def show(duck: "DuckDBPyConnection", readings: Mapping[int, Reading]) -> dict[int, str]:
    """Return what became of the example of each column that is not written plainly."""
    wanted = {place: reading.example for place, reading in readings.items() if reading.example}
    if not wanted:
        return {}
    found = duck.execute(
        """SELECT col, x, TRY(make_timestamp((x * 1000000)::BIGINT)) FROM d
        JOIN (SELECT unnest(?) AS place, unnest(?) AS example) ON col = place AND value = example
        WHERE x IS NOT NULL""",
        [[*wanted], [*wanted.values()]],
    ).fetchall()
    return {place: told(day if readings[place].type == "date" else amount) for place, amount, day in found}


def told(value: float | datetime.datetime | None) -> str:
    """Return a number without groups and with a point, or a day as 2024-01-31."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M:%S}"
    return "" if value is None else f"{value:.15g}"

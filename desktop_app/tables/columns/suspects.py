"""Values that may stand for "not known" and look like any other: 999, -1, the first day of 1900.

They are suspected where they lie far off all other values, and never changed.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.records.tables import ColumnType
from desktop_app.tables.columns.column_types import Reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NINES = (99, 999, 9_999, 99_999, 999_999, 9_999_999)
_DAYS = ("1800-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01", "1970-01-01")
_LAST_DAYS = ("2099-12-31", "2100-01-01", "2199-12-31", "2999-12-31", "9999-01-01", "9999-12-31")
_CODES: dict[ColumnType, list[float]] = {
    "number": [*_NINES, *(-nines for nines in _NINES), -1, -9],
    "date": [
        datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC).timestamp()
        for day in (*_DAYS, *_LAST_DAYS)
    ],
}
_MOST_SPELLINGS = 3
_FEWEST_CELLS = 2  # that hold it
_FEWEST_VALUES = 5  # beside it
_FEWEST_VALUES_FROM_ZERO = 20  # beside -1, where all of them are zero or more
_MOST_OF_ALL = 0.9  # of the cells

_FOUND = f"""
SELECT col, x, sum(n)::BIGINT, list(value ORDER BY n DESC, value)[:{_MOST_SPELLINGS}]
FROM d WHERE list_contains($places, col) AND list_contains($codes, x) GROUP BY col, x ORDER BY col, x
"""  # noqa: S608 - our names
_OTHERS = "SELECT min(x), max(x), count(*), sum(n)::BIGINT FROM d WHERE col = ? AND x <> ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A value that may stand for "not known"."""

    cells: int
    spellings: tuple[str, ...]  # the most frequent first


def suspects_of(duck: "DuckDBPyConnection", readings: Mapping[int, Reading]) -> dict[int, Suspect]:
    """Return the most frequent suspect of each column of numbers or dates in the table `d`."""
    found: dict[int, Suspect] = {}
    for kind, codes in _CODES.items():
        places = [place for place, reading in readings.items() if reading.type == kind]
        if not places:
            continue
        for place, code, cells, spellings in duck.execute(
            _FOUND, {"places": places, "codes": codes}
        ).fetchall():
            others = duck.execute(_OTHERS, [place, code]).fetchone()
            is_known = place in found and found[place].cells >= cells
            if not is_known and others and _is_suspect(code, cells, others):
                found[place] = Suspect(cells=cells, spellings=tuple(spellings))
    return found


def _is_suspect(code: float, cells: int, others: Sequence[float | None]) -> bool:
    """Whether a code lies as far off the other values as these reach, or is the one below zero."""
    low, high, values, other_cells = (value or 0.0 for value in others)
    if cells < _FEWEST_CELLS or values < _FEWEST_VALUES or cells > _MOST_OF_ALL * (cells + other_cells):
        return False
    if code == -1:
        return low >= 0 and values >= _FEWEST_VALUES_FROM_ZERO
    return code - high >= high - low or low - code >= high - low

"""The profiles of columns over the rows that stay; what the columns are was decided over all rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.tables.columns.asking import ask_code
from desktop_app.tables.columns.column_types import Reading
from desktop_app.tables.columns.distincts import batches, collect
from desktop_app.tables.columns.profiles import Profile, forget_missing, profile
from desktop_app.tables.columns.settling import Odd, settle
from desktop_app.tables.columns.studying import Studied, examples_of, first_cells
from desktop_app.tables.columns.suspects import Suspect, suspects_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MARKED = """
SELECT d.col, d.value, d.n FROM d JOIN (SELECT unnest($cols) AS col, unnest($values) AS value) AS told
ON d.col = told.col AND d.value = told.value
"""


class Rest(NamedTuple):
    """The rows that stay: `r0`, `r1`, ... of *path* hold their cells, by the position of the column."""

    path: Path
    rows: int
    width: int  # columns of the file, also those without a name and without a cell


class _Seen(NamedTuple):
    """What was found in some columns of these rows."""

    readings: Mapping[int, Reading]
    profiles: Mapping[int, Profile]
    odd: Mapping[int, Odd]
    suspects: Mapping[int, Suspect]


def restudy(duck: "DuckDBPyConnection", rest: Rest, studied: Sequence[Studied]) -> tuple[Studied, ...]:
    """Return the columns with what they hold in the rows that stay; they are read as before."""
    columns = [replace(column, place=position) for position, column in enumerate(studied)]
    first = first_cells(duck, rest.path, rest.width)
    for batch in batches(len(columns), rest.rows):
        some = columns[batch.start : batch.stop]
        seen = _look(duck, rest, some)
        columns[batch.start : batch.stop] = [
            _with(column, seen, first[column.place], rest.rows) for column in some
        ]
    return tuple(columns)


def _look(duck: "DuckDBPyConnection", rest: Rest, columns: Sequence[Studied]) -> _Seen:
    collect(duck, rest.path, [column.place for column in columns])
    readings = _with_marks(duck, {column.place: column.reading for column in columns})
    forget_missing(duck, {place: tuple(reading.missing) for place, reading in readings.items()})
    odd = settle(duck, readings)
    profiles = profile(duck, readings, rest.width)
    unwished = {column.place: readings[column.place] for column in columns if column.wish is None}
    return _Seen(readings=readings, profiles=profiles, odd=odd, suspects=suspects_of(duck, unwished))


def _with_marks(duck: "DuckDBPyConnection", readings: Mapping[int, Reading]) -> dict[int, Reading]:
    """Return the readings with the cells that hold a spelling of "no value" counted anew."""
    pairs = [(place, mark) for place, reading in readings.items() for mark in reading.missing]
    if not pairs:
        return dict(readings)
    told = {"cols": [place for place, _mark in pairs], "values": [mark for _place, mark in pairs]}
    cells = {(place, mark): count for place, mark, count in duck.execute(_MARKED, told).fetchall()}
    return {
        place: replace(reading, missing={mark: cells.get((place, mark), 0) for mark in reading.missing})
        for place, reading in readings.items()
    }


def _with(column: Studied, seen: _Seen, first: tuple[str | None, ...], rows: int) -> Studied:
    place = column.place
    reading, found = seen.readings[place], seen.profiles.get(place, Profile())
    suspect = seen.suspects.get(place)
    question = column.question if column.suspect is None else None
    if suspect:
        question = ask_code(column.name, suspect, reading.written or reading.type, rows)
    return replace(
        column,
        reading=reading,
        profile=found,
        examples=examples_of(first, reading, found),
        odd=seen.odd.get(place),
        suspect=suspect,
        question=question,
    )

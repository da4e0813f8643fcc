"""The rows of a file as they are kept: each cell as text, and beside it what it was understood to be."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.tables.columns.meanings import Meaning, bound_in, unless_missing
from desktop_app.tables.columns.settling import meaning_of
from desktop_app.tables.columns.studying import Studied
from desktop_app.tables.duck import number_of
from desktop_app.tables.raw import Raw
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.stored.storage import TEXTS, VALUES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WIDE = 1_000  # columns: beyond, a longer question takes more time than it saves
_PLAIN = {"number": "DOUBLE", "date": "TIMESTAMP"}  # what DuckDB makes of a cell that is plainly written


def store(duck: "DuckDBPyConnection", raw: Raw, columns: Sequence[Studied], folder: Path) -> None:
    """Write the values of a file into *folder*, and move its texts there, as `records.tables.Column` says.

    `row` of the values counts from 0. Of a workbook whose rows are numbered, `n` of the texts is the row of
    its sheet.
    """
    is_wide = len(columns) > _WIDE
    typed = {
        position: typed_cell(column, is_wide=is_wide)
        for position, column in enumerate(columns)
        if not column.reading.as_read
    }
    values = "".join(f", {meaning.sql} AS v{position}" for position, meaning in typed.items())
    query = f"SELECT file_row_number AS row{values} FROM read_parquet(?, file_row_number = true)"  # noqa: S608 - our names
    bound = [*bound_in(typed.values()), str(raw.path)]
    write_groups(duck, query, bound, folder / VALUES, form_for(1 + len(typed)))
    check_order(duck, folder / VALUES)
    if all(column.place == position for position, column in enumerate(columns)):
        raw.path.replace(folder / TEXTS)
        return
    texts = [f"r{column.place} AS r{position}" for position, column in enumerate(columns)]
    texts += ["n"] if raw.is_numbered else []
    query = f"SELECT {', '.join(texts)} FROM read_parquet(?)"  # noqa: S608 - our names
    write_groups(duck, query, [str(raw.path)], folder / TEXTS, form_for(len(texts)))


def check_order(duck: "DuckDBPyConnection", values: Path) -> None:
    """Raise ValueError where values are not in the order of their texts: only that says whose they are.

    DuckDB keeps the order of a file, unless it makes a join of a question for reasons of its own.
    """
    query = "SELECT count(*) FROM read_parquet(?, file_row_number = true) WHERE row <> file_row_number"
    if number_of(duck, query, [str(values)]):
        raise ValueError("the values are not in the order of their texts")


def typed_cell(column: Studied, *, is_wide: bool = False) -> Meaning:
    """Return what makes the typed value of a column out of its text in a raw file; *is_wide*: in short."""
    cell, reading = f"r{column.place}", column.reading
    meaning = meaning_of(cell, reading)
    if not is_wide and reading.type in _PLAIN and not (reading.written or reading.has_odd):
        # Taking blanks off takes three times as long as the rest, and hardly a cell needs it.
        at_once = f"TRY_CAST({cell} AS {_PLAIN[reading.type]})"
        meaning = Meaning(f"coalesce({at_once}, {meaning.sql})", meaning.bound)
    return unless_missing(cell, meaning, tuple(reading.missing))

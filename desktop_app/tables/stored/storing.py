"""The rows of a file as they are kept: each cell as text, and as what it was understood to be."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.tables.columns.meanings import Meaning, bound_in, unless_missing
from desktop_app.tables.columns.settling import meaning_of
from desktop_app.tables.columns.studying import Studied
from desktop_app.tables.duck import parquet_for
from desktop_app.tables.raw import Raw
from desktop_app.tables.stored.storage import PARQUET

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WIDE = 1_000  # columns: beyond, a longer question takes more time than it saves
_PLAIN = {"number": "DOUBLE", "date": "TIMESTAMP"}  # what DuckDB makes of a cell that is plainly written


def store(duck: "DuckDBPyConnection", raw: Raw, columns: Sequence[Studied], folder: Path) -> None:
    """Write `table.parquet` into *folder*: `row` from 0, and `v0`, `r0`, ... as `records.tables` says.

    Of a workbook whose rows are numbered, `n` is the row of its sheet.
    """
    is_wide = len(columns) > _WIDE
    meanings = [typed_cell(column, is_wide=is_wide) for column in columns]
    cells = ", ".join(
        f"{meaning.sql} AS v{position}, r{column.place} AS r{position}"
        for position, (column, meaning) in enumerate(zip(columns, meanings, strict=True))
    )
    if raw.is_numbered:
        cells += ", n"
    bound = bound_in(meanings)
    duck.execute(
        f"""COPY (SELECT file_row_number AS row, {cells} FROM read_parquet(?, file_row_number = true))
        TO ? ({parquet_for(2 * len(columns))})""",  # noqa: S608 - our names
        [*bound, str(raw.path), str(folder / PARQUET)],
    )


def typed_cell(column: Studied, *, is_wide: bool = False) -> Meaning:
    """Return what makes the typed value of a column out of its text in a raw file; *is_wide*: in short."""
    cell, reading = f"r{column.place}", column.reading
    meaning = meaning_of(cell, reading)
    if not is_wide and reading.type in _PLAIN and not (reading.written or reading.has_odd):
        # Taking blanks off takes three times as long as the rest, and hardly a cell needs it.
        at_once = f"TRY_CAST({cell} AS {_PLAIN[reading.type]})"
        meaning = Meaning(f"coalesce({at_once}, {meaning.sql})", meaning.bound)
    return unless_missing(cell, meaning, tuple(reading.missing))

"""The rows of a file as they are kept: each cell as text, and as what it was understood to be."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.tables.columns.meanings import Meaning, unless_missing
from desktop_app.tables.columns.settling import meaning_of
from desktop_app.tables.columns.studying import Studied
from desktop_app.tables.raw import PARQUET_AS, Raw
from desktop_app.tables.stored.storage import PARQUET

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def store(duck: "DuckDBPyConnection", raw: Raw, columns: Sequence[Studied], folder: Path) -> None:
    """Write `table.parquet` into *folder*: `row` from 0, and `v0`, `r0`, ... as `records.tables` says."""
    meanings = [_meaning(column) for column in columns]
    cells = ", ".join(
        f"{meaning.sql} AS v{position}, r{column.place} AS r{position}"
        for position, (column, meaning) in enumerate(zip(columns, meanings, strict=True))
    )
    bound = [value for meaning in meanings for value in meaning.bound]
    duck.execute(
        f"""COPY (SELECT file_row_number AS row, {cells} FROM read_parquet(?, file_row_number = true))
        TO ? ({PARQUET_AS})""",  # noqa: S608 - our names
        [*bound, str(raw.path), str(folder / PARQUET)],
    )


def _meaning(column: Studied) -> Meaning:
    """Return what makes the typed value of a column out of its text."""
    cell = f"r{column.place}"
    return unless_missing(cell, meaning_of(cell, column.reading), tuple(column.reading.missing))

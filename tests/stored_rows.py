"""The rows of a stored table as tests write and read them: texts and values side by side."""

from pathlib import Path
from typing import Any

import duckdb

from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.storage import TEXTS, VALUES

_FILES = {VALUES: "row|v[0-9]+", TEXTS: "r[0-9]+"}


def write_rows(
    folder: Path, query: str, *, duck: duckdb.DuckDBPyConnection | None = None, options: str = ""
) -> None:
    """Write what a query finds, `row` and `r0`, `v0` and so on, as the files of a stored table."""
    for name, columns in _FILES.items():
        fields = f"SELECT COLUMNS('^({columns})$') FROM ({query})"  # noqa: S608 - ours
        (duck or duckdb).execute(f"COPY ({fields}) TO '{folder / name}' (FORMAT parquet{options})")


def texts_of(folder: Path, table: Table) -> list[tuple[str | None, ...]]:
    """Return all cells as they stood in the file, in the order of the rows and of `table.columns`."""
    source = cells_of(folder, table.columns)
    fields = ", ".join(f"r{column.position}" for column in table.columns)
    with connect(folder=folder) as duck:
        return duck.execute(f"SELECT {fields} FROM {source.sql}", [*source.bound]).fetchall()  # noqa: S608 - ours


def read_rows(folder: Path, table: Table, fields: str) -> list[tuple[Any, ...]]:
    """Return some fields of each row, in the order of the rows."""
    source = cells_of(folder, table.all_columns)
    with connect(folder=folder) as duck:
        return duck.execute(f"SELECT {fields} FROM {source.sql} ORDER BY row", [*source.bound]).fetchall()  # noqa: S608 - ours

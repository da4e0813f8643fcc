"""A few rows of a stored table, as they stood in the file: for the page that shows the data."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.records.tables import Column, Table
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.connections import reading


class StoredCell(NamedTuple):
    """One cell: its text, None where the file has none, and whether it counts as missing."""

    text: str | None
    is_missing: bool


def read_rows(folder: Path, table: Table, start: int, count: int) -> list[tuple[str | None, ...]]:
    """Return the cells of *count* rows from row *start* (from 0) on, in the order of `table.columns`."""
    fields = [f"r{column.position}" for column in table.columns]
    return [row[1:] for row in _read(folder, table.columns, fields, range(start, start + count))]


def read_cells(
    folder: Path, columns: Sequence[Column], rows: Sequence[int], longest: int
) -> list[list[StoredCell]]:
    """Return some cells of some rows, in the order of *rows*, with at most *longest* letters of each."""
    fields = [f"left(r{column.position}, {longest}), v{column.position} IS NULL" for column in columns]
    found = {
        number: [StoredCell(*pair) for pair in zip(cells[::2], cells[1::2], strict=True)]
        for number, *cells in _read(folder, columns, fields, rows)
    }
    return [found[row] for row in rows if row in found]


def read_view(view: Path, rows: range) -> list[int]:
    """Return the numbers of some of the rows that a view shows."""
    with reading(view.parent) as duck:
        found = duck.execute(
            "SELECT row FROM read_parquet(?, file_row_number = true) WHERE file_row_number BETWEEN ? AND ?",
            [str(view), rows.start, rows.stop - 1],
        )
        return [row for (row,) in found.fetchall()]


def _read(
    folder: Path, columns: Sequence[Column], fields: Sequence[str], rows: Sequence[int]
) -> list[tuple[Any, ...]]:
    """Return the number and the fields of each row."""
    source = cells_of(folder, columns, rows)
    with reading(folder) as duck:
        # No ORDER BY: DuckDB cannot sort ten thousand columns.
        return duck.execute(f"SELECT row, {', '.join(fields)} FROM {source.sql}", [*source.bound]).fetchall()  # noqa: S608 - our names

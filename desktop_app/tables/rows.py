"""A few rows of a stored table, as they stood in the file: for the page that shows the data."""

from pathlib import Path

from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect
from desktop_app.tables.storage import PARQUET


def read_rows(folder: Path, table: Table, start: int, count: int) -> list[tuple[str | None, ...]]:
    """Return the cells of *count* rows from row *start* (from 0) on, in the order of `table.columns`."""
    cells = ", ".join(f"r{column.position}" for column in table.columns)
    with connect(folder=folder, confined=True) as duck:
        # No ORDER BY: rows come as they were written, and DuckDB cannot sort ten thousand columns.
        found = duck.execute(
            f"SELECT {cells} FROM read_parquet(?) WHERE row BETWEEN ? AND ?",  # noqa: S608 - our names
            [str(folder / PARQUET), start, start + count - 1],
        )
        return found.fetchall()

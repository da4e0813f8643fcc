"""Rows in another order, or some of them: their numbers in a small file, which pages of rows are read by."""

from pathlib import Path

from desktop_app.records.tables import Column, Table
from desktop_app.records.views import Only, View
from desktop_app.tables.duck import connect
from desktop_app.tables.raw import PARQUET_AS
from desktop_app.tables.stored.storage import PARQUET

_CUT = 1_000  # letters of a value, as `profiles` keeps it
_TEXT = "COLLATE NOCASE.NOACCENT"  # "apple" beside "Äpfel", not behind "Zebra"


def write_view(folder: Path, table: Table, view: View, goal: Path) -> int:
    """Write the numbers of the rows that a view shows to *goal*, in its order, and return how many they are.

    Empty cells come last whichever way the rows are sorted. Raises KeyError for a column that is not there.
    """
    columns = {column.position: column for column in table.columns}
    where, bound = _where(view.only, columns) if view.only else ("true", [])
    order = _order(columns[view.sort], descending=view.descending) if view.sort is not None else "row"
    if view.sort is None and view.only and view.only.value is None and view.only.start is None:
        order = f"r{view.only.column} IS NULL, row"  # what is there and was not understood is seen first
    with connect(folder=goal.parent) as duck:
        duck.execute(
            f"COPY (SELECT row FROM read_parquet(?) WHERE {where} ORDER BY {order}) "  # noqa: S608 - our names
            f"TO ? ({PARQUET_AS})",
            [str(folder / PARQUET), *bound, str(goal)],
        )
        found = duck.execute("SELECT count(*) FROM read_parquet(?)", [str(goal)]).fetchone()
        return int(found[0]) if found else 0


def _order(column: Column, *, descending: bool) -> str:
    way = "DESC" if descending else "ASC"
    collation = "" if column.type in ("number", "date") else _TEXT
    return f"v{column.position} {collation} {way} NULLS LAST, row"


def _where(only: Only, columns: dict[int, Column]) -> tuple[str, list[object]]:
    """Return the condition and the values that its question marks stand for."""
    column = columns[only.column]
    cell = f"v{column.position}"
    if only.value is not None:
        return f"left({cell}::VARCHAR, {_CUT}) = ?", [only.value]
    if only.start is None:
        return f"{cell} IS NULL", []
    amount = f"epoch({cell})" if column.type == "date" else cell
    if only.end is None:
        return f"{amount} >= ?", [only.start]
    return f"{amount} >= ? AND {amount} < ?", [only.start, only.end]

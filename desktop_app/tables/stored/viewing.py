"""Rows in another order, or some of them: their numbers in a small file, which pages of rows are read by."""

from pathlib import Path

from desktop_app.records.tables import Column, Table
from desktop_app.records.views import Only, View
from desktop_app.tables.columns.meanings import Meaning, bound_in
from desktop_app.tables.duck import connect, rows_in
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.conditions import is_of_empty, rows_with

_TEXT = "COLLATE NOCASE.NOACCENT"  # "apple" beside "Äpfel", not behind "Zebra"


def write_view(folder: Path, table: Table, view: View, goal: Path) -> int:
    """Write the numbers of the rows that a view shows to *goal*, in its order, and return how many they are.

    Empty cells come last whichever way the rows are sorted. Raises KeyError for a column that is not there.
    """
    columns = {column.position: column for column in table.columns}
    if view.only and view.only.is_repeated:
        return _write_repeated(folder, table, goal)
    told = [rows_with(only, columns[only.column].type) for only in _kept(view)]
    where = Meaning(" AND ".join(one.sql for one in told) or "true", tuple(bound_in(told)))
    order = _order(columns[view.sort], descending=view.descending) if view.sort is not None else "row"
    if view.sort is None and view.only and is_of_empty(view.only):
        order = f"r{view.only.column} IS NULL, row"  # what is there and was not understood is seen first
    source = cells_of(folder, _decisive(view, columns))
    with connect(folder=goal.parent) as duck:
        query = f"SELECT row FROM {source.sql} WHERE {where.sql} ORDER BY {order}"  # noqa: S608 - our names
        write_groups(duck, query, [*source.bound, *where.bound], goal, form_for(1))
        return rows_in(duck, goal)


def _write_repeated(folder: Path, table: Table, goal: Path) -> int:
    """Write the rows that stand there more than once, the same ones side by side, and return how many."""
    cells = ", ".join(f"r{column.position}" for column in table.all_columns)
    source = cells_of(folder, table.all_columns)
    rows = f"(SELECT row, hash({cells}) AS h FROM {source.sql})"  # noqa: S608 - our names
    often = f"SELECT h, min(row) AS first FROM {rows} GROUP BY h HAVING count(*) > 1"  # noqa: S608 - our names
    with connect(folder=goal.parent) as duck:
        duck.execute(f"CREATE TEMP TABLE repeated AS {often}", [*source.bound])
        query = f"SELECT row FROM {rows} JOIN repeated USING (h) ORDER BY first, row"  # noqa: S608 - our names
        write_groups(duck, query, source.bound, goal, form_for(1))
        return rows_in(duck, goal)


def _decisive(view: View, columns: dict[int, Column]) -> list[Column]:
    """Return the columns that decide which rows are shown, and where."""
    told = {position for only in _kept(view) for position in (only.column, only.behind)}
    return [columns[position] for position in {*told, view.sort} if position is not None]


def _kept(view: View) -> list[Only]:
    """Return all that a row must be to be shown."""
    return [only for only in (view.only, view.also) if only]


def _order(column: Column, *, descending: bool) -> str:
    way = "DESC" if descending else "ASC"
    collation = "" if column.type in ("number", "date") else _TEXT
    return f"v{column.position} {collation} {way} NULLS LAST, row"

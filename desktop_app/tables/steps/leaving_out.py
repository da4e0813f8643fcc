"""Rows left out of a table: those that stay in a file of their own, and the columns profiled over them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.errors import FileError
from desktop_app.records.tables import RowRule
from desktop_app.tables.columns.meanings import Meaning, bound_in
from desktop_app.tables.steps.restudying import Rest, restudy
from desktop_app.tables.steps.row_filter import filter_rows, write_staying
from desktop_app.tables.steps.rules import Place, needed
from desktop_app.tables.steps.studied_file import StudiedFile
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.storing import typed_cell

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Rows(NamedTuple):
    """A Parquet file of texts, and what becomes of them."""

    path: Path
    name: str  # what the person calls the file
    stored: Path | None = None  # the folder of the table that they are the texts of; else they are raw
    staying: Path = Path()  # where those that stay are written


class _Kept(NamedTuple):
    """A column of a stored table."""

    position: int
    as_read: bool


def leave_out(
    duck: "DuckDBPyConnection", rows: Rows, found: StudiedFile, rules: Sequence[RowRule]
) -> tuple[StudiedFile, Path]:
    """Return what is left of a table after more rules, and the file of its rows.

    Where nothing is left out, that is the file as it was. Raises FileError where no row is left.
    """
    columns = {column.name: Place(place, column.reading.type) for place, column in enumerate(found.columns)}
    cells = _cells(rows, found, needed(rules, columns))
    filtered = filter_rows(duck, cells, rules, columns)
    found = replace(found, rows_out=(*found.rows_out, *filtered.rows_out))
    if not filtered.staying:
        raise FileError("refuse.all_rows", file=rows.name)
    if filtered.staying == found.rows:
        return found, rows.path
    write_staying(duck, rows.path, _kept(rows, found), rows.staying)
    rest = Rest(rows.staying, filtered.staying, found.width)
    return replace(found, rows=rest.rows, columns=restudy(duck, rest, found.columns)), rows.staying


def _cells(rows: Rows, found: StudiedFile, positions: Sequence[int]) -> Meaning:
    """Return the SQL of the rows, with the columns at these positions."""
    if rows.stored:
        kept = [_Kept(position, found.columns[position].reading.as_read) for position in positions]
        source = cells_of(rows.stored, kept)
        return Meaning(f"FROM {source.sql}", source.bound)
    meanings = [(position, typed_cell(found.columns[position])) for position in positions]
    fields = "".join(
        f", {meaning.sql} AS v{position}, r{found.columns[position].place} AS r{position}"
        for position, meaning in meanings
    )
    bound = bound_in(meaning for _position, meaning in meanings)
    return Meaning(
        f"SELECT file_row_number AS row{fields} FROM read_parquet(?, file_row_number = true)",  # noqa: S608 - our names
        (*bound, str(rows.path)),
    )


def _kept(rows: Rows, found: StudiedFile) -> list[str]:
    """Return the cells of a row that stays, by the position of the column."""
    cells = [
        f"r{position if rows.stored else column.place} AS r{position}"
        for position, column in enumerate(found.columns)
    ]
    return [*cells, *(["n"] if found.is_numbered else [])]

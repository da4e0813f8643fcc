"""Cells of a stored table that hold something which was not understood."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.records.tables import Column, Table
from desktop_app.tables.duck import connect, memory_for
from desktop_app.tables.stored.cells import cells_of

_LOST = "v{place} IS NULL AND regexp_matches(r{place}, '\\S') AND NOT list_contains(?::VARCHAR[], r{place})"


def columns_with_lost(folder: Path, table: Table, names: Sequence[str]) -> list[str]:
    """Return which of these columns hold such a cell; a blank one and a mark for "no value" are none."""
    asked = _asked(table, names)
    if not asked:
        return []
    bound = [[*table.recipe.missing_marks]]
    found = _found(folder, asked, f"coalesce(bool_or({_LOST}), false)", bound)
    return [column.name for column, is_there in zip(asked, found, strict=True) if is_there]


def read_lost(
    folder: Path, table: Table, names: Sequence[str], *, start: int, count: int
) -> dict[str, list[str | None]]:
    """Return, of these columns, those with such a cell: its text, and None for the other rows.

    *count* rows from *start* on are looked at.
    """
    asked = _asked(table, names)
    if not asked:
        return {}
    form = f"list(struct_pack(place := row - ?, text := r{{place}})) FILTER (WHERE {_LOST})"
    bound = [start, [*table.recipe.missing_marks]]
    found = _found(folder, asked, form, bound, range(start, start + count))
    rows = max(0, min(count, table.rows - start))
    return {column.name: _spread(cells, rows) for column, cells in zip(asked, found, strict=True) if cells}


def _asked(table: Table, names: Sequence[str]) -> list[Column]:
    return [column for column in table.columns if column.name in names and column.missing]


def _found(
    folder: Path, asked: Sequence[Column], form: str, bound: Sequence[object], rows: range | None = None
) -> tuple[Any, ...]:
    """Return what a form of SQL, with its bound values, gives for each column."""
    places, source = [column.position for column in asked], cells_of(folder, asked, rows)
    found = ", ".join(form.format(place=place) for place in places)
    # By this alone nearly all rows are told, in a fifth of the time.
    some = ", ".join(f"v{place} IS NULL AND r{place} IS NOT NULL" for place in places)
    with connect(folder=folder, memory=memory_for(len(asked))) as duck:
        row = duck.execute(
            f"SELECT {found} FROM {source.sql} WHERE list_bool_or([{some}])",  # noqa: S608 - our names
            [*[*bound] * len(asked), *source.bound],
        ).fetchone()
    return row or ()


def _spread(cells: Sequence[dict[str, object]], rows: int) -> list[str | None]:
    spread: list[str | None] = [None] * rows
    for cell in cells:
        spread[int(str(cell["place"]))] = str(cell["text"])
    return spread

"""Cells of a stored table that hold something which was not understood."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.records.tables import Column, Table
from desktop_app.tables.duck import connect, memory_for
from desktop_app.tables.stored.cells import cells_of

_LOST = "v{place} IS NULL AND regexp_matches(r{place}, '\\S') AND NOT list_contains(?::VARCHAR[], r{place})"


def columns_with_lost(folder: Path, table: Table, names: Sequence[str]) -> list[str]:
    """Return which of these columns hold such a cell; a blank one and a mark for "no value" are none."""
    asked = _asked(table, names)
    if not asked:
        return []
    marks, places = [*table.recipe.missing_marks], [column.position for column in asked]
    lost = ", ".join(f"coalesce(bool_or({_LOST.format(place=place)}), false)" for place in places)
    source = cells_of(folder, asked)
    with connect(folder=folder, memory=memory_for(len(asked))) as duck:
        found = duck.execute(
            f"SELECT {lost} FROM {source.sql} WHERE {_some(places)}",  # noqa: S608 - our names
            [*[marks] * len(asked), *source.bound],
        ).fetchone()
    return [column.name for column, is_there in zip(asked, found or (), strict=True) if is_there]


def read_lost(
    folder: Path, table: Table, names: Sequence[str], *, start: int, count: int
) -> dict[str, list[str | None]]:
    """Return, of these columns, those with such a cell: its text, and None for the other rows.

    *count* rows from *start* on are looked at.
    """
    asked = _asked(table, names)
    if not asked:
        return {}
    marks, places = [*table.recipe.missing_marks], [column.position for column in asked]
    found = ", ".join(
        f"list(struct_pack(place := row - ?, text := r{place})) FILTER (WHERE {_LOST.format(place=place)})"
        for place in places
    )
    source = cells_of(folder, asked, range(start, start + count))
    with connect(folder=folder, memory=memory_for(len(asked))) as duck:
        lists = duck.execute(
            f"SELECT {found} FROM {source.sql} WHERE {_some(places)}",  # noqa: S608 - our names
            [*[start, marks] * len(asked), *source.bound],
        ).fetchone()
    rows = max(0, min(count, table.rows - start))
    return {
        column.name: _spread(cells, rows) for column, cells in zip(asked, lists or (), strict=True) if cells
    }


def _asked(table: Table, names: Sequence[str]) -> list[Column]:
    return [column for column in table.columns if column.name in names and column.missing]


def _some(places: Sequence[int]) -> str:
    """Return SQL by which alone nearly all rows are told, in a fifth of the time."""
    return " OR ".join(f"v{place} IS NULL AND r{place} IS NOT NULL" for place in places)


def _spread(cells: Sequence[dict[str, object]], rows: int) -> list[str | None]:
    spread: list[str | None] = [None] * rows
    for cell in cells:
        spread[int(str(cell["place"]))] = str(cell["text"])
    return spread

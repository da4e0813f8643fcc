"""Rows made of the cells of several others, and single cells as plain values."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from desktop_app.engine.arrays import Codes, Flags, Ints
from desktop_app.engine.cells import Cells
from desktop_app.records.asking import Cell

OWN = -1  # instead of a row to take a cell from: it stays as it is
_MICROSECONDS = 86_400e6  # of a day


def on_one_list(first: Cells, second: Cells) -> tuple[Cells, Cells]:
    """Return both with the same levels of each category, so that their cells can stand in one row."""
    lists: list[tuple[str, ...]] = []
    codes: Codes = second.codes.copy()
    for place, (known, others) in enumerate(zip(first.levels, second.levels, strict=True)):
        position = {name: code for code, name in enumerate(known)}
        own = [position.setdefault(name, len(position)) for name in others]
        codes[:, place] = np.array([*own, -1], dtype=np.int32)[codes[:, place]]
        lists.append(tuple(position))
    return replace(first, levels=tuple(lists)), replace(second, levels=tuple(lists), codes=codes)


def without_unused(cells: Cells) -> Cells:
    """Return the same cells with those levels only that appear in them."""
    codes: Codes = cells.codes.copy()
    lists: list[tuple[str, ...]] = []
    for place, names in enumerate(cells.levels):
        used = np.unique(codes[:, place])
        used = used[used >= 0]
        own = np.full(len(names) + 1, -1, dtype=np.int32)  # the last is that of code -1: empty
        own[used] = np.arange(len(used))
        codes[:, place] = own[codes[:, place]]
        lists.append(tuple(names[code] for code in used.tolist()))
    return replace(cells, codes=codes, levels=tuple(lists))


def mixed(rows: Cells, other: Cells, taken: Flags) -> Cells:
    """Return rows with the cells of *other* where *taken* (rows, columns of the layout in its order).

    Either may be a single row, which then counts for all. Both have the same levels.
    """
    numbers, days, codes, texts = np.split(taken, _ends(rows), axis=1)
    return replace(
        rows,
        numbers=np.where(numbers, other.numbers, rows.numbers),
        days=np.where(days, other.days, rows.days),
        codes=np.where(codes, other.codes, rows.codes),
        texts=np.where(texts, other.texts, rows.texts),
    )


def assembled(row: Cells, donors: Cells, names: Sequence[str], places: Ints) -> Cells:
    """Return copies of one row, some cells of which are those of donors.

    *places* (rows, names) says for each of the named columns which donor's cell is taken, or that the row
    keeps its OWN. Both have the same levels.
    """
    fields = ("numbers", "days", "codes", "texts")
    found: dict[str, Any] = {field: np.repeat(getattr(row, field), len(places), axis=0) for field in fields}
    for name, rows in zip(names, places.T, strict=True):
        is_other = rows != OWN
        field, place = row.place_of(name)
        found[field][is_other, place] = donors.column(name)[rows[is_other]]
    return replace(row, **found)


def cell_of(cells: Cells, row: int, name: str) -> Cell:
    """Return one cell: a number, a day in ISO 8601, a kind or a text; None where it is empty."""
    layout, cell = cells.layout, cells.column(name)[row]
    if name in layout.texts:
        return str(cell) or None
    if name in layout.categories:
        return None if cell < 0 else cells.levels_of(name)[cell]
    if np.isnan(cell):
        return None
    return _day(float(cell)) if name in layout.dates else float(cell)


def _day(days: float) -> str:
    moment = np.datetime64(0, "us") + np.timedelta64(round(days * _MICROSECONDS), "us")
    return str(moment.astype("datetime64[D]" if days % 1 == 0 else "datetime64[s]"))


def _ends(cells: Cells) -> Ints:
    """Return where, among all columns, those of each kind but the last end."""
    layout = cells.layout
    return np.cumsum([len(layout.numbers), len(layout.dates), len(layout.categories)])

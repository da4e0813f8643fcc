"""Cells of a table as the inputs of a graph: columns side by side, in the type of numbers it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.arrays import Floats, Texts
from desktop_app.engine.cells import Cells
from desktop_app.records.brought import BroughtColumn

UNKNOWN = -1.0  # the place of a value that a category does not have
TEXT = "text"  # the kind of an input that takes no numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An input of a graph and the columns that make it, in their order."""

    name: str
    kind: str  # a type of numpy, or TEXT
    is_flat: bool  # (rows,) instead of (rows, width)
    columns: tuple[BroughtColumn, ...]


def feeds_of(cells: Cells, inputs: Sequence[Input]) -> dict[str, npt.NDArray[Any]]:
    """Return what each input is given for the rows of cells: (rows, width), or (rows,) where it is flat."""
    return {one.name: _feed(cells, one) for one in inputs}


def _feed(cells: Cells, asked: Input) -> npt.NDArray[Any]:
    if asked.kind == TEXT:
        texts = np.stack([_texts(cells, column) for column in asked.columns], axis=1)
        return texts[:, 0] if asked.is_flat else texts
    numbers = np.concatenate([_numbers(cells, column) for column in asked.columns], axis=1)
    found = _as_kind(numbers, np.dtype(asked.kind))
    return found[:, 0] if asked.is_flat else found


def _as_kind(numbers: Floats, kind: np.dtype[Any]) -> npt.NDArray[Any]:
    """Return numbers of another type: whole ones to the nearest, none outside of what it holds."""
    if kind.kind == "b":
        return np.asarray(numbers != 0)
    if kind.kind == "i":
        ends = np.iinfo(kind)
        held = np.clip(np.rint(np.nan_to_num(numbers)), float(ends.min), float(ends.max))
        if kind.itemsize == 8:  # bytes; its greatest number is not one of doubles
            held = np.minimum(held, np.nextafter(2.0**63, 0))
        return held.astype(kind)
    with np.errstate(over="ignore"):
        return np.asarray(numbers.astype(kind))


def _numbers(cells: Cells, column: BroughtColumn) -> Floats:
    """Return (rows, width) numbers of a column."""
    if column.type in ("number", "date"):
        numbers = cells.column(column.name).astype(np.float64)
        if isinstance(column.missing, float):
            numbers = np.where(np.isnan(numbers), column.missing, numbers)
        return numbers[:, None]
    places = _places(cells, column)
    if column.asked_as == "place":
        return places[:, None]
    return np.asarray(places[:, None] == np.arange(column.width), dtype=np.float64)


def _places(cells: Cells, column: BroughtColumn) -> Floats:
    """Return (rows,) the place of each value; of an empty or unknown one, what is to stand there."""
    known = {value: float(place) for place, value in enumerate(column.values)}
    instead = place_instead(column)
    found = [known.get(level, instead) for level in cells.levels_of(column.name)]
    by_code = np.array([*found, instead])  # -1, the code of an empty cell, is the last
    return np.asarray(by_code[cells.column(column.name)])


def place_instead(column: BroughtColumn) -> float:
    """Return the place that stands for an unknown value and an empty cell."""
    if isinstance(column.missing, str):
        return float(column.values.index(column.missing))
    return UNKNOWN if column.missing is None else column.missing


def _texts(cells: Cells, column: BroughtColumn) -> Texts:
    """Return (rows,) texts of a column."""
    instead = column.missing if isinstance(column.missing, str) else ""
    if column.type == "text":
        texts = cells.column(column.name)
        return np.where(texts == "", instead, texts)
    levels = np.array([*cells.levels_of(column.name), instead], dtype=np.object_)
    return np.asarray(levels[cells.column(column.name)])

"""What was meant when a file was made: the truth of each column, known before a letter of it was written."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tests.benchmarks.generated_parts import Made, Type, Value

SAMPLES = 5
Asking = Literal["never", "may", "must"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueColumn:
    """What one column is."""

    names: tuple[str, ...]  # any of them is right; nothing: the file has no name for it
    type: Type
    also: tuple[Type, ...]  # as good
    asking: Asking
    is_odd: bool  # holds cells that are no values of its type, which has to be said
    percent: bool  # 12 % may be 12 or 0.12
    samples: tuple[tuple[int, float | str | None], ...]  # of row (from 0) and value; days in ISO form


def true_columns(
    chance: random.Random,
    columns: Sequence[Made],
    names: Sequence[tuple[str, ...]],
    *,
    has_semicolons: bool,
) -> tuple[TrueColumn, ...]:
    """Return the truth of each column; *names* are those that stand over it, line by line."""
    proven = {column.proves for column in columns if column.is_shown}
    return tuple(
        TrueColumn(
            names=tuple(name for name in over if name),
            type=column.type,
            also=(*column.also, *_numbers_as_well(column)),
            asking=_asking(column, proven, has_semicolons=has_semicolons),
            is_odd=column.is_odd,
            percent=column.percent,
            samples=_samples(chance, column),
        )
        for column, over in zip(columns, names, strict=True)
    )


def _asking(column: Made, proven: set[str], *, has_semicolons: bool) -> Asking:
    """Return whether a column is one to ask about: two readings fit, and nothing else tells which.

    Semicolons stand between columns where a comma stands before decimals, so they tell of numbers.
    """
    if column.may_ask:
        return "may"
    told = column.has_money or _needed(column) in proven or (column.type == "number" and has_semicolons)
    return ("may" if told else "must") if column.twofold else "never"


def _numbers_as_well(column: Made) -> tuple[Type, ...]:
    """Return "number" for codes that a number can hold as they are: nobody could tell."""
    cells = [cell for cell, value in zip(column.cells, column.values, strict=True) if value is not None]
    is_plain = all(cell.isdecimal() and len(cell) <= 15 and not cell.startswith("0") for cell in cells)
    return ("number",) if column.type == "text" and is_plain else ()


def _needed(column: Made) -> str:
    return "dates" if column.type == "date" else "decimal"


def _samples(chance: random.Random, column: Made) -> tuple[tuple[int, float | str | None], ...]:
    """Return some cells; holes only where they must be empty whatever is thought of the mark."""
    is_clear = column.type in ("number", "date")
    usable = [
        row
        for row, value in enumerate(column.values)
        if value is not None or (is_clear and not column.is_odd)
    ]
    rows = sorted({usable[0], usable[-1], *chance.sample(usable, min(SAMPLES - 2, len(usable)))})
    return tuple((row, _plain(column.values[row])) for row in rows)


def _plain(value: Value) -> float | str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value

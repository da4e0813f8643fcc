"""Rows that came as cells and are like those that were left out before a model learned.

The same question as in `left_out_rows`, which asks it of a stored table.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from desktop_app.models.frames import numbers_of
from desktop_app.records.asking import Cell
from desktop_app.records.models import ModelCard
from desktop_app.records.tables import LONGEST_VALUE, RowRule

Row = Mapping[str, Cell]


def rows_left_out(card: ModelCard, rows: Sequence[Row], frame: pd.DataFrame) -> list[int]:
    """Return which rows a rule of the model would leave out, from 0 on, as far as that can be told.

    Each rule looks at one cell; *frame* holds the columns of the model. Another column can be looked at
    where a row has it, as a text.
    """
    amounts = {one.name: one for one in card.schema.features if one.type in ("number", "date")}
    names = card.recipe.wishes.names
    found = set[int]()
    for rule in card.recipe.wishes.rows_out:
        name = names.get(rule.column, rule.column)
        if rule.column and rule.kind != "repeated" and (rule.kind != "range" or name in amounts):
            column = numbers_of(frame[name], amounts[name]).tolist() if rule.kind == "range" else ()
            found |= {*_ruled_out(rule, name, rows, column)}
    return sorted(found)


def _ruled_out(rule: RowRule, name: str, rows: Sequence[Row], column: Sequence[float]) -> Iterator[int]:
    for place, row in enumerate(rows):
        if name not in row:
            continue
        match rule.kind:
            case "range":
                hit = _is_in_range(rule, column[place])
            case "empty":
                hit = row[name] in (None, "")
            case _:
                hit = _is_value(rule.value, row[name])
        if hit != rule.keep:
            yield place


def _is_in_range(rule: RowRule, amount: float) -> bool:
    if math.isnan(amount):
        return False
    return (rule.start is None or amount >= rule.start) and (rule.end is None or amount < rule.end)


def _is_value(value: str, cell: Cell) -> bool:
    """Whether a cell is the value of a rule, which is a text as the file had it."""
    if isinstance(cell, str):
        return cell[:LONGEST_VALUE] == value[:LONGEST_VALUE]
    if not isinstance(cell, float | int):
        return False
    try:
        return float(value) == cell
    except ValueError:  # a number that its file wrote in another way
        return False

"""Reading a file the way another one was read: its recipe becomes wishes, and wishes add up."""

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import get_args

from desktop_app.errors import FileError
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import LONGEST_VALUE, MOST_COLUMNS, ColumnType, Recipe, RowRule, Wishes
from desktop_app.tables.columns.wished import DATES, NUMBERS, wish_of
from desktop_app.tables.names import clean_name

READINGS: tuple[str, ...] = tuple(dict.fromkeys((*NUMBERS, *DATES, *get_args(ColumnType))))
MOST_RULES = 200  # about rows
_NOTHING = Wishes()
_OF_COLUMNS = ("readings", "names", "columns_out", "rows_out")  # the others are about the file as a whole
_LAYOUT = tuple(field.name for field in fields(Wishes) if field.name not in _OF_COLUMNS)


def wishes_of(recipe: Recipe) -> Wishes:
    """Return what reads another file in the same way: how each column was read, and what a person decided.

    What was found out about letters, delimiters and rows is found out anew, as it may differ in a file of the
    same kind.
    """
    readings = {**(recipe.types or {}), **recipe.wishes.readings, **recipe.readings}
    return replace(recipe.wishes, readings=readings)


def combined(wishes: Wishes, over: Wishes) -> Wishes:
    """Return both, *over* where they differ; what one of them leaves out is left out."""
    decided = {name: getattr(over, name) for name in decided_of(over)}
    return replace(
        wishes,
        **decided,
        readings={**wishes.readings, **over.readings},
        names={**wishes.names, **over.names},
        columns_out=tuple(dict.fromkeys((*wishes.columns_out, *over.columns_out))),
        rows_out=(*wishes.rows_out, *(rule for rule in over.rows_out if rule not in wishes.rows_out)),
    )


def decided_of(wishes: Wishes) -> tuple[str, ...]:
    """Return the names of what is decided about the file as a whole: its sheet, its letters, ..."""
    return tuple(name for name in _LAYOUT if getattr(wishes, name) != getattr(_NOTHING, name))


def only(wishes: Wishes, columns: Collection[str]) -> Wishes:
    """Return the wishes, of their readings and names those for these columns, by what the file calls them."""
    return replace(
        wishes, readings=_of_columns(wishes.readings, columns), names=_of_columns(wishes.names, columns)
    )


def whole(wishes: Wishes) -> Wishes:
    """Return the wishes without those that leave something out: every row is to be answered."""
    return replace(wishes, columns_out=(), rows_out=())


def settled(wishes: Wishes, file: str) -> Wishes:
    """Return wishes in the form in which they are kept: names on one line, and nothing endless in them.

    Raises FileError where there are more rules than can be followed.
    """
    if len(wishes.rows_out) > MOST_RULES:
        raise FileError("refuse.many_rules", file=file, limit=MOST_RULES)
    names = {heading: clean_name(name) for heading, name in wishes.names.items()}
    return replace(
        wishes,
        names={heading: name for heading, name in names.items() if name and name != heading},
        columns_out=tuple(dict.fromkeys(wishes.columns_out)),
        rows_out=tuple(map(_settled, wishes.rows_out)),
    )


def has_known_readings(recipe: Recipe) -> bool:
    """Return whether every reading that a recipe names is one."""
    return all(map(wish_of, (*recipe.readings.values(), *recipe.wishes.readings.values())))


def is_sound(recipe: Recipe) -> bool:
    """Return whether a recipe that came from outside says nothing that could not be kept or followed."""
    wishes = recipe.wishes
    try:
        json.dumps(to_json(recipe), ensure_ascii=False, allow_nan=False).encode()
    except ValueError:  # no number, or half a letter
        return False
    return (
        max(map(len, (recipe.types or (), wishes.names, wishes.columns_out))) <= MOST_COLUMNS
        and len(wishes.rows_out) <= MOST_RULES
        and all(name == clean_name(name) != "" for name in wishes.names.values())
        and wishes.rows_out == tuple(map(_settled, wishes.rows_out))
    )


def _of_columns(told: Mapping[str, str], columns: Collection[str]) -> dict[str, str]:
    return {name: text for name, text in told.items() if name in columns}


def _settled(rule: RowRule) -> RowRule:
    return replace(rule, value=rule.value[:LONGEST_VALUE], start=_finite(rule.start), end=_finite(rule.end))


def _finite(end: float | None) -> float | None:
    return end if end is not None and math.isfinite(end) else None

"""Reading a file the way another one was read: its recipe becomes wishes, and wishes add up."""

from collections.abc import Collection
from dataclasses import fields, replace
from typing import get_args

from desktop_app.records.tables import ColumnType, Recipe, Wishes
from desktop_app.tables.columns.wished import DATES, NUMBERS

READINGS: tuple[str, ...] = tuple(dict.fromkeys((*NUMBERS, *DATES, *get_args(ColumnType))))
_NOTHING = Wishes()
_LAYOUT = tuple(field.name for field in fields(Wishes) if field.name != "readings")


def wishes_of(recipe: Recipe) -> Wishes:
    """Return what reads another file in the same way: how each column was read, and what a person decided.

    What was found out about letters, delimiters and rows is found out anew, as it may differ in a file of the
    same kind.
    """
    readings = {**(recipe.types or {}), **recipe.wishes.readings, **recipe.readings}
    return replace(recipe.wishes, readings=readings)


def combined(wishes: Wishes, over: Wishes) -> Wishes:
    """Return both, *over* where they differ."""
    decided = {name: getattr(over, name) for name in decided_of(over)}
    return replace(wishes, **decided, readings={**wishes.readings, **over.readings})


def decided_of(wishes: Wishes) -> tuple[str, ...]:
    """Return the names of what is decided about the file as a whole: its sheet, its letters, ..."""
    return tuple(name for name in _LAYOUT if getattr(wishes, name) != getattr(_NOTHING, name))


def only(wishes: Wishes, columns: Collection[str]) -> Wishes:
    """Return the wishes, of their readings those for these columns."""
    kept = {name: reading for name, reading in wishes.readings.items() if name in columns}
    return replace(wishes, readings=kept)

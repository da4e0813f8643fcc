"""Columns by which rows may belong together or follow one another, decided from the profile alone."""

import re

from desktop_app.engine.roles import REPEATED_ID
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Column, ColumnType, Table
from desktop_app.tables.columns.id_names import names_things

FEWEST_APART = 5  # things or moments: with fewer there is hardly one to hide
FEWEST_MOMENTS = 20  # to be taken for an order of the rows
IN_ORDER = 0.98  # correlation of place and moment from which rows are in the order of a column
_MOST = 3  # columns that are looked at for one question
_EACH = 1.2  # rows of each thing, on average
_KNOWN = 0.8  # of the cells
_BIRTH = re.compile(r"birth|born|\bdob\b|geburt|geboren", re.IGNORECASE)  # tells the age, not the order


def groupings(table: Table, target: str) -> tuple[Column, ...]:
    """Return the columns that name what several rows may be about, such as the number of a customer."""
    others = (column for column in table.columns if column.name != target)
    # The fewest things first: an order belongs to its customer, and so stays whole with it.
    named = sorted((one for one in others if _names_several(one, table)), key=lambda one: one.distinct)
    return tuple(named[:_MOST])


def orderings(table: Table, target: str) -> tuple[Column, ...]:
    """Return the dates by which rows may follow one another."""
    return tuple(
        column
        for column in table.columns
        if column.name != target
        and column.type == "date"
        and column.distinct >= FEWEST_MOMENTS
        and column.missing <= (1 - _KNOWN) * table.rows
        and not _BIRTH.search(column.in_file)
    )[:_MOST]


def reading_beside(table: Table, plan: TrainingPlan) -> dict[str, ColumnType]:
    """Return the columns that say which rows to keep apart, learned from or not, and how each is read."""
    if plan.group or plan.time:
        chosen = table.column(plan.group or plan.time)
        return {chosen.name: _read_as(chosen)} if chosen else {}
    if plan.any_row:
        return {}
    several = (*groupings(table, plan.target), *orderings(table, plan.target))
    return {column.name: _read_as(column) for column in several}


def is_moment(column: Column) -> bool:
    """Return whether rows can be ordered by a column."""
    return _read_as(column) in ("date", "number")


def _read_as(column: Column) -> ColumnType:
    if column.type in ("date", "number"):
        return column.type
    return "number" if column.type == "id" and column.minimum is not None else "text"


def _names_several(column: Column, table: Table) -> bool:
    if column.type == "date" or (column.type == "number" and not column.whole):
        return False
    is_repeated = any(note.code == REPEATED_ID for note in column.notes)
    filled = table.rows - column.missing
    return (
        (is_repeated or names_things(column.in_file))
        and _EACH * column.distinct <= filled
        and (column.distinct >= FEWEST_APART)
    )

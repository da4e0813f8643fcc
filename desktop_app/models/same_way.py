"""A new file read in the same way as the one that a model learned from."""

from dataclasses import replace

from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.recipes import decided_of, only, whole, wishes_of

_OTHERWISE = "import.written_otherwise"  # columns that could not be read as before


def brought_by(card: ModelCard) -> Wishes:
    """Return how a model wants a file read: its own columns as they were, and what a person had decided.

    They get the names that they had; nothing is left out, as every row is to be answered.
    """
    known = {card.schema.target, *card.schema.names}
    wishes = wishes_of(card.recipe)
    if types := card.recipe.types:  # a name for a column that the model never saw could fall to another one
        wishes = replace(wishes, names=only(wishes, types).names)
    headings = {name: heading for heading, name in wishes.names.items() if name in known}
    in_file = {headings.get(name, name) for name in known}
    decides = {rule.column for rule in wishes.rows_out}  # rows like those left out are told by these
    wanted = only(whole(wishes), in_file | decides)
    return replace(wanted, names=only(wishes, in_file).names)


def features_in(table: Table, card: ModelCard) -> int:
    """Return how many columns that the model needs are there."""
    return sum(table.column(name) is not None for name in card.schema.names)


def about_reading(card: ModelCard, table: Table) -> list[Notice]:
    """Return whether a table was read in the same way as the one that the model learned from."""
    brought, had = brought_by(card), table.recipe.wishes
    if features_in(table, card) == 0 or any(one.code == _OTHERWISE for one in table.warnings):
        return []
    if not set(decided_of(brought)) <= set(decided_of(had)):
        return [Notice(code="check.read_afresh", values={"file": card.table}, level="caution")]
    if card.evaluation.is_brought:  # its card names the file of a graph, which no table is like
        return []
    there = {column.in_file for column in table.columns}
    readings = {name: reading for name, reading in brought.readings.items() if name in there}
    if readings and readings.items() <= had.readings.items():
        return [Notice(code="import.recipe", values={"file": card.table})]
    return []

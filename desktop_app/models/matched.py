"""Columns of a new file under other names than those in the file that a model learned from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import ModelCard
from desktop_app.records.tables import Column, Recipe, Table

_T = TypeVar("_T")
_Moves = Collection[tuple[str, str]]  # what the model's file called a column, and what another one calls it


def headings_of(card: ModelCard) -> dict[str, str]:
    """Return what the file that the model learned from called each of its columns."""
    given = {name: heading for heading, name in card.recipe.wishes.names.items()}
    return {name: given.get(name, name) for name in card.schema.names}


def matched_in(card: ModelCard, table: Table) -> tuple[ColumnMatch, ...]:
    """Return which columns of a table are taken for the model's although the file calls them otherwise."""
    found = []
    for name, heading in headings_of(card).items():
        column = table.column(name)
        if column is not None and column.in_file not in (heading, name):
            found.append(ColumnMatch(column=name, source=column.in_file))
    return tuple(found)


def fitting(card: ModelCard, matches: Sequence[ColumnMatch], table: Table) -> tuple[ColumnMatch, ...]:
    """Return the matches that a file calls for: it lacks the column, and has the one that stands for it.

    Of several for one column, or of one column, the first one.
    """
    there, headings = {column.in_file for column in table.all_columns}, headings_of(card)
    found: list[ColumnMatch] = []
    for match in matches:
        is_needed = match.column in headings and there.isdisjoint((headings[match.column], match.column))
        is_taken = any(match.column == one.column or match.source == one.source for one in found)
        if is_needed and match.source in there and not is_taken:
            found.append(match)
    return tuple(found)


def as_in(card: ModelCard, matches: Sequence[ColumnMatch]) -> ModelCard:
    """Return the card as if the file it learned from had called its columns as the matches say.

    All that the model knows of reading a column then holds for the one that stands for it.
    """
    headings = headings_of(card)
    known = [match for match in matches if match.column in headings]
    if not known:
        return card
    moves = [(headings[match.column], match.source) for match in known]
    recipe, wishes, moved = card.recipe, card.recipe.wishes, dict(moves)
    names = _elsewhere(wishes.names, moves) | {match.source: match.column for match in known}
    rules = tuple(replace(rule, column=moved.get(rule.column, rule.column)) for rule in wishes.rows_out)
    meant = replace(wishes, readings=_moved(wishes.readings, moves), names=names, rows_out=rules)
    types = _moved(recipe.types, moves) if recipe.types else recipe.types
    changed = replace(recipe, types=types, readings=_moved(recipe.readings, moves), wishes=meant)
    return replace(card, recipe=changed)


def recipe_for(card: ModelCard, table: Table) -> Recipe:
    """Return the model's recipe, with its columns called as a table's file calls them."""
    return as_in(card, matched_in(card, table)).recipe


def free_columns(names: Collection[str], target: str, table: Table) -> tuple[Column, ...]:
    """Return the columns of a table that may stand for one of a model's: it needs none of them itself."""
    return tuple(column for column in table.columns if column.name not in names and column.name != target)


def _moved(told: Mapping[str, _T], moves: _Moves) -> dict[str, _T]:
    return _elsewhere(told, moves) | {new: told[old] for old, new in moves if old in told}


def _elsewhere(told: Mapping[str, _T], moves: _Moves) -> dict[str, _T]:
    """Return what is told of columns that the moves do not touch."""
    touched = {heading for move in moves for heading in move}
    return {heading: value for heading, value in told.items() if heading not in touched}

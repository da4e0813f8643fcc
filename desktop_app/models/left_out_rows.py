"""Rows like those that were left out before a model learned: answered like all others, with a caution.

A row that repeats another one is no such row: one like it was learned from.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.models.cautions import Say, Texts, added
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Recipe, RowRule, Table
from desktop_app.tables.steps.ruled_out import count_ruled_out
from desktop_app.tables.steps.rules import Columns, fits, places_of

_CAUTION = Notice(code="caution.left_out")


def rules_for(recipe: Recipe, table: Table) -> tuple[RowRule, ...]:
    """Return the rules of a model's recipe that can be looked up in a new table."""
    columns = places_of(table)
    return tuple(rule for rule in _of_single_cells(recipe) if _can_be_told(rule, recipe, columns))


def about_left_out(card: ModelCard, folder: Path, table: Table) -> list[Notice]:
    """Return how many rows are like those that were left out, and where that cannot be told."""
    columns, notices = places_of(table), list[Notice]()
    if count := count_ruled_out(folder, table, rules_for(card.recipe, table)):
        notices.append(Notice(code="check.left_out", values={"count": count}, level="caution"))
    unknown = dict.fromkeys(
        card.recipe.wishes.names.get(rule.column, rule.column)
        for rule in _of_single_cells(card.recipe)
        if not _can_be_told(rule, card.recipe, columns)
    )
    return [*notices, *(Notice(code="check.rule_unknown", values={"column": name}) for name in unknown)]


def with_left_out(cells: Texts, rows: Sequence[int], say: Say) -> Texts:
    """Return the cautions of some rows, with one more for these of them."""
    return added(cells, np.array(rows, dtype=np.intp), _CAUTION, say) if rows else cells


def _of_single_cells(recipe: Recipe) -> list[RowRule]:
    return [rule for rule in recipe.wishes.rows_out if rule.kind != "repeated"]


def _can_be_told(rule: RowRule, recipe: Recipe, columns: Columns) -> bool:
    if not fits(rule, columns):
        return False
    # Ends of a range of dates are seconds: they mean nothing among other numbers.
    known = (recipe.types or {}).get(rule.column, columns[rule.column].type)
    return rule.kind != "range" or known == columns[rule.column].type

"""The steps that a recipe took on a table, for who sees no page that shows them."""

from collections.abc import Sequence

from desktop_app.records.notices import Notice, Value, first_few
from desktop_app.records.tables import Column, Table
from desktop_app.reports.step_words import rule_words
from desktop_app.tables.steps.rules import fits, places_of

MOST_NAMED = 20  # columns in one sentence


def about_steps(table: Table) -> tuple[Notice, ...]:
    """Return which columns have other names than in the file, and what is left out."""
    return (*_names(table), *_columns(table), *_rows(table))


def _names(table: Table) -> list[Notice]:
    renamed = [column for column in table.columns if column.heading]
    return _said("cli.renamed", renamed, [f"{column.heading} → {column.name}" for column in renamed])


def _columns(table: Table) -> list[Notice]:
    return _said("cli.columns_out", table.columns_out, [column.name for column in table.columns_out])


def _said(code: str, columns: Sequence[Column], names: Sequence[str]) -> list[Notice]:
    if not columns:
        return []
    values: dict[str, Value] = {"count": len(columns), "names": first_few(names, MOST_NAMED)}
    return [Notice(code=code, values=values, columns=tuple(column.name for column in columns))]


def _rows(table: Table) -> list[Notice]:
    columns = places_of(table)
    return [
        Notice(
            code="step.rows_kept" if rule.keep else "step.rows_out",
            values={"count": count, "what": rule_words(rule, table)},
        )
        for rule, count in zip(table.recipe.wishes.rows_out, table.rows_out, strict=False)
        if fits(rule, columns)  # of the others it is said that they are not followed
    ]

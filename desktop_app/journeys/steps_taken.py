"""The steps that a recipe took on a table, for who sees no page that shows them."""

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Table
from desktop_app.reports.step_words import rule_words_in
from desktop_app.tables.steps.rules import fits, places_of

_MOST_NAMED = 20  # columns in one sentence


def about_steps(table: Table) -> tuple[Notice, ...]:
    """Return which columns have other names than in the file, and what is left out."""
    return (*_names(table), *_columns(table), *_rows(table))


def _names(table: Table) -> list[Notice]:
    renamed = [column for column in table.columns if column.heading]
    told = [f"{column.heading} → {column.name}" for column in renamed[:_MOST_NAMED]]
    return _said("cli.renamed", tuple(column.name for column in renamed), names=told)


def _columns(table: Table) -> list[Notice]:
    left_out = tuple(column.name for column in table.columns_out)
    return _said("cli.columns_out", left_out, names=list(left_out[:_MOST_NAMED]))


def _said(code: str, columns: tuple[str, ...], names: list[str]) -> list[Notice]:
    if not columns:
        return []
    more = ["…"] if len(columns) > _MOST_NAMED else []
    values: dict[str, Value] = {"count": len(columns), "names": [*names, *more]}
    return [Notice(code=code, values=values, columns=columns)]


def _rows(table: Table) -> list[Notice]:
    columns = places_of(table)
    return [
        Notice(
            code="step.rows_kept" if rule.keep else "step.rows_out",
            values={"count": count, "what": rule_words_in(rule, table)},
        )
        for rule, count in zip(table.recipe.wishes.rows_out, table.rows_out, strict=False)
        if fits(rule, columns)  # of the others it is said that they are not followed
    ]

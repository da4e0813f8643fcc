"""What a table contains, for people and as JSON."""

import shutil

from desktop_app.cli.layout import aligned, cut
from desktop_app.cli.open_questions import questions_json
from desktop_app.cli.output import safe
from desktop_app.cli.work import notices_json
from desktop_app.language import _, name, number, say
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import ColumnFacts, Inspected
from desktop_app.records.tables import Recipe
from desktop_app.reports.names import type_word
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.table_size import size_words

NARROWEST = 80
WIDEST_NAME = 40  # cells of the terminal, so that one long name does not push the rest out of sight


def table_json(found: Inspected) -> dict[str, JSON]:
    """Return what a table contains under its final names."""
    return {
        "rows": found.rows,
        "columns": [_column_json(column) for column in found.columns],
        "questions": questions_json(found.questions),
        "recipe": to_json(found.recipe),
        "warnings": notices_json(found.warnings),
        "left_out": _left_out_json(found),
        **_sheets_json(found.recipe),
    }


def _column_json(column: ColumnFacts) -> dict[str, JSON]:
    return {
        "name": column.name,
        "heading": column.heading,
        "type": column.type,
        "missing": column.missing,
        "distinct": column.distinct,
        "examples": list(column.examples),
        "notes": notices_json(column.notes),
    }


def _left_out_json(found: Inspected) -> dict[str, JSON]:
    """Return the columns and the rows that are no part of the table: the rows by rule."""
    rules = found.recipe.wishes.rows_out if found.recipe else ()
    return {
        "columns": [_column_json(column) for column in found.columns_out],
        "rows": [
            {"rule": to_json(rule), "count": count}
            for rule, count in zip(rules, found.rows_out, strict=False)
        ],
    }


def _sheets_json(recipe: Recipe | None) -> dict[str, JSON]:
    """Return the sheets of a workbook; nothing for another file."""
    if not recipe or not recipe.sheets:
        return {}
    return {"sheets": [{"name": sheet.name, "hidden": sheet.is_hidden} for sheet in recipe.sheets]}


def table_lines(found: Inspected) -> list[str]:
    """Return a line for the table and one for each of its columns."""
    size = size_words(found.rows, len(found.columns))
    title = say("{name}: {rows}, {columns}.", {"name": found.name, **size})
    head = (_("column"), _("holds"), _("empty"), _("different"), _("examples"))
    rows = [head, *(_cells(column) for column in found.columns)]
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    return [title, *_sheet_lines(found), "", *aligned(rows, width=width, right=(2, 3))]


def _sheet_lines(found: Inspected) -> list[str]:
    """Return the sheets of a workbook that has several, for the option that reads another one."""
    names = [sheet.name for sheet in found.recipe.sheets] if found.recipe else []
    return [text_of("cli.sheets", {"count": len(names), "names": names})] if len(names) > 1 else []


def _cells(column: ColumnFacts) -> tuple[str, ...]:
    cells = (
        cut(safe(name(column.name)), WIDEST_NAME),
        type_word(column.type),
        number(column.missing) if column.missing else "",
        number(column.distinct),
        " · ".join(name(example) for example in column.examples),
    )
    return tuple(safe(cell) for cell in cells)

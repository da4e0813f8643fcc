"""`hunch inspect`: what a file contains."""

import shutil

import click

from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.layout import aligned
from desktop_app.cli.model_card import card_json, card_lines
from desktop_app.cli.output import safe
from desktop_app.cli.work import done_by_worker, existing, notices_json
from desktop_app.language import _, mark, name, number, say_count
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import ColumnFacts, Inspected, InspectOrder
from desktop_app.reports.words import notice_text, type_word

HELP = mark(
    """Show what a file contains, and the questions it leaves open.

    A table: its columns, what each holds, and what was noticed while reading it.
    A saved model: what it answers, how good it is, and what it needs.

    Example: hunch inspect customers.csv"""
)
NARROWEST = 80


@click.command(
    "inspect", help=_(HELP), short_help=_("Show what a file contains, and the questions it leaves open")
)
@click.argument("file")
@global_options
def command(asked: Asked, file: str) -> int:
    """Show the columns of a table, or the card of a model."""
    path = existing(file)
    journey = "inspect_model" if path.lower().endswith(".hunch") else "inspect_file"
    found = done_by_worker(asked, journey, InspectOrder(path=path), Inspected)
    output = asked.output
    if found.card:
        output.result(card_json(found.card))
        output.say(*card_lines(found.card))
        return 0
    output.result(_table_json(found))
    output.say(*_table_lines(found))
    output.remark(*(notice_text(notice) for notice in (*found.questions, *found.warnings)))
    return 0


def _table_json(found: Inspected) -> dict[str, JSON]:
    return {
        "rows": found.rows,
        "columns": [_column_json(column) for column in found.columns],
        "questions": notices_json(found.questions),
        "recipe": to_json(found.recipe),
        "warnings": notices_json(found.warnings),
    }


def _column_json(column: ColumnFacts) -> dict[str, JSON]:
    return {
        "name": column.name,
        "type": column.type,
        "missing": column.missing,
        "distinct": column.distinct,
        "examples": list(column.examples),
        "notes": notices_json(column.notes),
    }


def _table_lines(found: Inspected) -> list[str]:
    title = say_count(
        mark("{name}: {rows} row, {columns} columns."),
        mark("{name}: {rows} rows, {columns} columns."),
        found.rows,
        {"name": found.name, "rows": found.rows, "columns": len(found.columns)},
    )
    head = (_("column"), _("holds"), _("empty"), _("different"), _("examples"))
    rows = [head, *(_cells(column) for column in found.columns)]
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    return [title, "", *aligned(rows, width=width, right=(2, 3))]


def _cells(column: ColumnFacts) -> tuple[str, ...]:
    cells = (
        name(column.name),
        type_word(column.type),
        number(column.missing) if column.missing else "",
        number(column.distinct),
        ", ".join(name(example) for example in column.examples),
    )
    return tuple(safe(cell) for cell in cells)

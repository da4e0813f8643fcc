"""Your data: what a table holds, and its rows."""

from pathlib import Path

from flask import Blueprint, render_template, request

from desktop_app.language import say_count
from desktop_app.records.tables import Table
from desktop_app.reports.questions import no_question_text, suggest
from desktop_app.web.context import context
from desktop_app.web.findings import findings
from desktop_app.web.rail import table_rail
from desktop_app.web.sheet import Place, read_sheet

pages = Blueprint("data", __name__)


@pages.get("/tables/<table_id>/data")
def of_table(table_id: str) -> str:
    """Show the rows and columns of a table, and the questions it can answer."""
    stored, place = context().workspace.tables.get(table_id), read_place()
    return render_template(
        "data/show.html",
        stored=stored,
        rail=table_rail(stored, "data"),
        summary=summary(stored.table),
        sheet=read_sheet(Path(stored.folder), stored.table, place),
        is_first_page=place == Place(),
        questions=questions_of(stored.table),
        nothing_to_ask=no_question_text(stored.table),
        notices=findings(stored.table),
    )


def questions_of(table: Table) -> list[tuple[int, str]]:
    """Return the questions that the table can answer, each with the number of its column."""
    asked = [(table.column(question.target), question.sentence) for question in suggest(table)]
    return [(column.position, sentence) for column, sentence in asked if column]


def read_place() -> Place:
    """Return where in the table the address points."""
    return Place(
        row=request.args.get("row", 1, type=int) - 1,
        column=request.args.get("column", 0, type=int),
        find=request.args.get("find", ""),
    )


def summary(table: Table) -> str:
    """Return how large a table is, in a sentence."""
    values = {"rows": table.rows, "columns": len(table.columns)}
    return say_count("{rows} row, {columns} columns.", "{rows} rows, {columns} columns.", table.rows, values)

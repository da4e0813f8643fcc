"""Your data: what a table holds, and its rows, as a grid or as a plain table."""

from dataclasses import replace
from pathlib import Path

from flask import Blueprint, render_template, request

from desktop_app.language import say
from desktop_app.records.jsonable import JSON
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Table
from desktop_app.reports.ahead_proposed import forecast_question
from desktop_app.reports.questions import MOST_QUESTIONS, no_question_text, suggest
from desktop_app.reports.table_size import size_words
from desktop_app.web.arranging import view_of
from desktop_app.web.context import context
from desktop_app.web.findings.listed import findings_of
from desktop_app.web.findings.rows import asked_finding
from desktop_app.web.grid import Grid, block_of, cards_of, find_columns, grid_of, read_block, span_of
from desktop_app.web.rail import table_rail
from desktop_app.web.reading.page import reading_of
from desktop_app.web.remarks import sent_lines
from desktop_app.web.sheet import Place, read_sheet
from desktop_app.web.shown import table_shown
from desktop_app.web.spots import asked_spot

pages = Blueprint("data", __name__)
PLAIN = "table"  # how the rows are shown to who asks for it, and without scripts


@pages.get("/tables/<table_id>/data")
def of_table(table_id: str) -> str:
    """Show the rows and columns of a table, and the questions it can answer."""
    stored, place = context().workspace.tables.get(table_id), read_place()
    ahead = forecast_question(stored.table)
    is_plain = request.args.get("show") == PLAIN
    return render_template(
        "data/show.html",
        stored=stored,
        rail=table_rail(stored, "data"),
        summary=summary(stored.table),
        sheet=read_sheet(Path(stored.folder), stored.table, place) if is_plain else None,
        grid=None if is_plain else grid_at(stored, place),
        is_first_page=not is_plain or place == Place(),
        reading=reading_of(stored),
        questions=questions_of(stored.table)[: MOST_QUESTIONS - bool(ahead)],
        ahead_question=ahead,
        nothing_to_ask=no_question_text(stored.table),
        found=findings_of(stored),
        sent=sent_lines(stored.id),
    )


@pages.get("/tables/<table_id>/cells")
def cells(table_id: str) -> dict[str, JSON]:
    """Return a block of cells for the grid."""
    stored = table_shown(table_id)
    view = view_of(stored, request.args.get("view", ""))
    asked = block_of(
        replace(stored.table, rows=view.rows) if view else stored.table,
        request.args.get("start", 0, type=int),
        request.args.get("count", 0, type=int),
        request.args.get("columns", ""),
        whole="whole" in request.args,
    )
    return read_block(Path(stored.folder), stored.table, asked, view.file if view else None)


@pages.get("/tables/<table_id>/heads")
def heads(table_id: str) -> str:
    """Return what stands over some columns of the grid."""
    table = table_shown(table_id).table
    columns = span_of(request.args.get("columns", ""), len(table.columns))
    cards = cards_of(table, columns)
    return render_template("data/_heads.html", table_id=table_id, recipe=table.recipe, cards=cards)


@pages.get("/tables/<table_id>/columns")
def columns(table_id: str) -> dict[str, JSON]:
    """Return which columns have a text in their name."""
    return find_columns(table_shown(table_id).table, request.args.get("find", ""))


def grid_at(stored: StoredTable, place: Place) -> Grid:
    """Return the grid that begins where the address points."""
    return replace(
        grid_of(stored.table, place.row, place.column, request.args.get("empty", "")),
        finding=asked_finding(stored.table, request.args.get("finding", "")),
        spot=asked_spot(stored, request.args.get("spot", "")),
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
    return say("{rows}, {columns}.", size_words(table.rows, len(table.columns)))

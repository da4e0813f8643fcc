"""All columns of a table in a list: some are chosen and left out, brought back, or read otherwise at once."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.rail import table_rail
from desktop_app.web.reading.column_list import SHOWN, Wanted, list_of, wishes_of_list
from desktop_app.web.reading.page import COLUMN_LIST, reading_of
from desktop_app.web.reading.step_orders import take_step

pages = Blueprint("columns", __name__)


@pages.get("/tables/<table_id>/columns/list")
def of_table(table_id: str) -> str:
    """Show the columns, or those of them that are looked for."""
    stored, wanted = context().workspace.tables.get(table_id), _wanted()
    return render_template(
        "columns/show.html",
        stored=stored,
        rail=table_rail(stored, "data"),
        list=list_of(stored.table, wanted),
        reading=reading_of(stored),
        place={"from": COLUMN_LIST, "find": wanted.find, "which": wanted.which, "start": wanted.start},
    )


@pages.post("/tables/<table_id>/columns/list")
def change(table_id: str) -> ResponseReturnValue:
    """Do with the chosen columns what the button says."""
    address = take_step(table_id, lambda table: wishes_of_list(request.form, table, _wanted()))
    return redirect(address, 303)


def _wanted() -> Wanted:
    which = request.args.get("which", "")
    return Wanted(
        find=request.args.get("find", ""),
        which=which if which in SHOWN else "",
        start=request.args.get("start", 0, type=int),
    )

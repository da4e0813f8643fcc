"""The first page: open a file, go on with a table, or try an example."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.tables.samples import SAMPLES
from desktop_app.web import beginning
from desktop_app.web.context import context
from desktop_app.web.forgetting import forgotten_lines, retention_lines
from desktop_app.web.laid_down import policy_problem
from desktop_app.web.lesson import is_offered
from desktop_app.web.other_models import other_things
from desktop_app.web.recent import model_things, table_things
from desktop_app.web.undo import asked_undo
from desktop_app.workspace.moments import today

pages = Blueprint("start", __name__)


@pages.get("/")
def show() -> str:
    """Show the ways to begin, and what is there already."""
    tables = table_things()
    return render_template(
        "start/show.html",
        tables=tables,
        models=model_things(),
        others=other_things(),
        samples=SAMPLES,
        lesson_offered=is_offered() and not tables,
        forbidden=policy_problem(),
        reason=context().entrance.beginning.reason(),
        ended=beginning.told(),
        retention=retention_lines(today()),
        forgotten=_forgotten(),
        undo=asked_undo(".undo_delete", "table_id") or asked_undo("results.undo_delete", "training_id"),
    )


def _forgotten() -> str:
    """Return what the address says was forgotten just now, if anything."""
    name = request.args.get("forgotten", "")
    return forgotten_lines(name, is_complete="later" not in request.args) if name else ""


@pages.post("/tables/<table_id>/name")
def rename(table_id: str) -> ResponseReturnValue:
    """Give a table another name."""
    context().workspace.tables.rename(table_id, request.form.get("name", ""))
    return redirect(url_for(".show"), 303)


@pages.post("/tables/<table_id>/delete")
def delete(table_id: str) -> ResponseReturnValue:
    """Put a table out of sight; it can be brought back until the program ends."""
    name = context().workspace.tables.get(table_id).name
    context().workspace.tables.delete(table_id)
    return redirect(url_for(".show", undo_table_id=table_id, name=name), 303)


@pages.post("/tables/<table_id>/undo")
def undo_delete(table_id: str) -> ResponseReturnValue:
    """Bring a deleted table back."""
    context().workspace.tables.undo_delete(table_id)
    return redirect(url_for(".show"), 303)

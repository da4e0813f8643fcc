"""Notes: what the person writes down about a table or a model."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.remarks import changed_note

pages = Blueprint("notes", __name__)


@pages.post("/trainings/<training_id>/note")
def on_training(training_id: str) -> ResponseReturnValue:
    """Keep a note on a model."""
    if (note := changed_note(request.form)) is not None:
        context().workspace.remarks.note_on_training(training_id, note)
    return _kept(url_for("results.of_training", training_id=training_id, noted=1, _anchor="notes"))


@pages.post("/tables/<table_id>/note")
def on_table(table_id: str) -> ResponseReturnValue:
    """Keep a note on a table."""
    if (note := changed_note(request.form)) is not None:
        context().workspace.remarks.note_on_table(table_id, note)
    return _kept(url_for("data.of_table", table_id=table_id, noted=1, _anchor="note"))


def _kept(way_back: str) -> ResponseReturnValue:
    """Return the word that it is saved for its place on the page, or the whole page anew without scripts."""
    if "HX-Request" not in request.headers:
        return redirect(way_back, 303)
    return render_template("components/_noted.html", note=request.form.get("note", ""))

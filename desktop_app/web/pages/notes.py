"""Notes: what the person writes down about a table or a model."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import _
from desktop_app.web.context import context

pages = Blueprint("notes", __name__)


@pages.post("/trainings/<training_id>/note")
def on_training(training_id: str) -> ResponseReturnValue:
    """Keep a note on a model."""
    context().workspace.remarks.note_on_training(training_id, request.form.get("note", ""))
    return _kept(url_for("results.of_training", training_id=training_id, noted=1, _anchor="notes"))


@pages.post("/tables/<table_id>/note")
def on_table(table_id: str) -> ResponseReturnValue:
    """Keep a note on a table."""
    context().workspace.remarks.note_on_table(table_id, request.form.get("note", ""))
    return _kept(url_for("data.of_table", table_id=table_id, noted=1, _anchor="note"))


def _kept(way_back: str) -> ResponseReturnValue:
    """Return the word that it is saved for its place on the page, or the whole page anew without scripts."""
    return _("Saved") if "HX-Request" in request.headers else redirect(way_back, 303)

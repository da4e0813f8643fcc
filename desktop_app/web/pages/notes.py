"""Notes: what the person writes down about a table or a model."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.remarks import Noted, keep_note

pages = Blueprint("notes", __name__)


@pages.post("/trainings/<training_id>/note")
def on_training(training_id: str) -> ResponseReturnValue:
    """Keep a note on a model."""
    here = context().workspace
    noted = keep_note(request.form, partial(here.remarks.note_on_training, training_id))
    way_back = url_for("results.of_training", training_id=training_id, noted=noted, _anchor="notes")
    return _answer(noted, here.trainings.get(training_id).note, way_back)


@pages.post("/tables/<table_id>/note")
def on_table(table_id: str) -> ResponseReturnValue:
    """Keep a note on a table."""
    here = context().workspace
    noted = keep_note(request.form, partial(here.remarks.note_on_table, table_id))
    way_back = url_for("data.of_table", table_id=table_id, noted=noted, _anchor="note")
    return _answer(noted, here.tables.get(table_id).note, way_back)


@pages.post("/forecasts/<model_id>/note")
def on_forecast(model_id: str) -> ResponseReturnValue:
    """Keep a note on a forecast, where its report is made."""
    here = context().workspace
    noted = keep_note(request.form, partial(here.remarks.note_on_other, model_id))
    way_back = url_for("ahead_report.show", model_id=model_id, noted=noted, _anchor="note")
    return _answer(noted, here.others.forecast(model_id).note, way_back)


def _answer(noted: Noted, note: str, way_back: str) -> ResponseReturnValue:
    """Return what changes around the field, or the whole page anew without scripts."""
    if "HX-Request" not in request.headers:
        return redirect(way_back, 303)
    return render_template("components/_noted.html", noted=noted, note=note)

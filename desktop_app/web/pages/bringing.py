"""A model that was made elsewhere, as ONNX: the files that it takes, and what is made of them."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.bringing import order_bringing, with_rows, with_schema
from desktop_app.web.context import context
from desktop_app.web.sources import read_source

pages = Blueprint("bringing", __name__)


@pages.get("/bringing/<bringing_id>")
def show(bringing_id: str) -> str:
    """Show what was chosen so far, and what is missing."""
    return render_template("models/bring.html", bringing=context().bringings.get(bringing_id))


@pages.post("/bringing/<bringing_id>/schema")
def schema(bringing_id: str) -> ResponseReturnValue:
    """Take a schema file."""
    with_schema(bringing_id, read_source())
    return redirect(url_for(".show", bringing_id=bringing_id), 303)


@pages.post("/bringing/<bringing_id>/rows")
def rows(bringing_id: str) -> ResponseReturnValue:
    """Take rows whose answer is known."""
    with_rows(bringing_id, read_source())
    return redirect(url_for(".show", bringing_id=bringing_id), 303)


@pages.post("/bringing/<bringing_id>/no-rows")
def no_rows(bringing_id: str) -> ResponseReturnValue:
    """Go without such rows."""
    with_rows(bringing_id, None)
    return redirect(url_for(".show", bringing_id=bringing_id), 303)


@pages.post("/bringing/<bringing_id>")
def bring(bringing_id: str) -> ResponseReturnValue:
    """Make a model of what was chosen."""
    return redirect(url_for("opening.show", job_id=order_bringing(bringing_id).id), 303)

"""A forecast that came as a file: what it says of itself, and what is done with its file."""

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.web.ahead import asked_of, forecast_page
from desktop_app.web.ahead_rail import ahead_rail
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import copy_file, file_name
from desktop_app.web.going_on import JOURNEY, file_of, going_on, order_file, order_table
from desktop_app.web.laid_down import check_saving
from desktop_app.web.other_models import other_thing
from desktop_app.web.sources import read_source
from desktop_app.web.watching import job_of

pages = Blueprint("ahead", __name__)


@pages.get("/forecasts/<model_id>")
def show(model_id: str) -> str:
    """Show the forecast."""
    stored = context().workspace.others.forecast(model_id)
    place = request.args.get("series", 0, type=int)
    table = asked_of(stored)
    return render_template(
        "ahead/show.html",
        stored=stored,
        rail=ahead_rail(table, stored, "results") if table else None,
        page=forecast_page(stored, place),
        going=going_on(stored, place),
        thing=other_thing(stored),
        is_here="here" in request.args,
        saved=request.args.get("saved", ""),
        steps=request.args.get("steps", ""),
    )


@pages.post("/forecasts/<model_id>/newer")
def bring(model_id: str) -> ResponseReturnValue:
    """Go on with the rows of a file, or of a table of the workspace."""
    stored = context().workspace.others.forecast(model_id)
    if table_id := request.form.get("table"):
        order_table(stored, table_id)
    else:
        order_file(stored, read_source())
    return redirect(url_for(".show", model_id=model_id, _anchor="newer"), 303)


@pages.get("/forecasts/<model_id>/newer/<job_id>")
def progress(model_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far it is; the page moves on when it is over."""
    job = job_of(model_id, job_id, JOURNEY)
    address = url_for(".progress", model_id=model_id, job_id=job_id)
    return progress_of(job, address)


@pages.post("/forecasts/<model_id>/newer/<job_id>/cancel")
def cancel(model_id: str, job_id: str) -> ResponseReturnValue:
    """End it; what was said before stays."""
    context().jobs.cancel(job_of(model_id, job_id, JOURNEY).id)
    return redirect(url_for(".show", model_id=model_id), 303)


@pages.get("/forecasts/<model_id>/ahead/<kind>")
def ahead_file(model_id: str, kind: str) -> Response:
    """Hand over a file with all steps as a download."""
    check_saving()
    stored = context().workspace.others.forecast(model_id)
    name = file_name(_title(stored.name), f".{kind}")
    return send_file(file_of(stored, kind), as_attachment=True, download_name=name)


@pages.post("/forecasts/<model_id>/ahead/<kind>")
def save_ahead(model_id: str, kind: str) -> ResponseReturnValue:
    """Ask where to save all steps, and write them there."""
    check_saving()
    stored = context().workspace.others.forecast(model_id)
    file, ending = file_of(stored, kind), f".{kind}"
    goal = native_dialogs().save_file(file_name(_title(stored.name), ending), (ending,))
    saved = copy_file(file, goal) if goal else None
    return redirect(
        url_for(".show", model_id=model_id, steps=saved.name if saved else None, _anchor="next"), 303
    )


def _title(name: str) -> str:
    return say("{name} ahead", {"name": name})

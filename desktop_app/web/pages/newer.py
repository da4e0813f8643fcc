"""Newer rows for a model that answers none, whatever it does with them; its own page says what came of it."""

from flask import Blueprint, Response, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import copy_file, file_name
from desktop_app.web.laid_down import check_saving
from desktop_app.web.model_pages import page_of
from desktop_app.web.newer_rows import JOURNEYS, Stored, bring_file, bring_matched, bring_table, file_of
from desktop_app.web.sources import read_source
from desktop_app.web.watching import job_of

pages = Blueprint("newer", __name__)


@pages.post("/other-models/<model_id>/newer")
def bring(model_id: str) -> ResponseReturnValue:
    """Take the rows of a file, or of a table of the workspace."""
    stored = context().workspace.others.get(model_id)
    if table_id := request.form.get("table"):
        bring_table(stored, table_id)
    else:
        bring_file(stored, read_source())
    return redirect(page_of(model_id, part="newer"), 303)


@pages.post("/other-models/<model_id>/newer/match")
def match(model_id: str) -> ResponseReturnValue:
    """Use columns of the file as the model's, in this file and in the next ones, and compare it anew."""
    bring_matched(context().workspace.others.compared(model_id), request.form)
    return redirect(page_of(model_id, part="newer"), 303)


@pages.get("/other-models/<model_id>/newer/<job_id>")
def progress(model_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far it is; when it is over, the page begins at what came of it."""
    job = job_of(model_id, job_id, *JOURNEYS.values())
    part = "told" if job.state == "finished" else "newer"
    after = page_of(model_id, part=part, came=job_id)  # another address, or nothing would be shown anew
    return progress_of(job, url_for(".progress", model_id=model_id, job_id=job_id), after)


@pages.post("/other-models/<model_id>/newer/<job_id>/cancel")
def cancel(model_id: str, job_id: str) -> ResponseReturnValue:
    """End it; what was told before stays."""
    context().jobs.cancel(job_of(model_id, job_id, *JOURNEYS.values()).id)
    return redirect(page_of(model_id, part="newer"), 303)


@pages.get("/other-models/<model_id>/rows/<kind>")
def rows_file(model_id: str, kind: str) -> Response:
    """Hand over a file with all that was told as a download."""
    check_saving()
    stored = context().workspace.others.get(model_id)
    return send_file(file_of(stored, kind), as_attachment=True, download_name=_name(stored, kind))


@pages.post("/other-models/<model_id>/rows/<kind>")
def save_rows(model_id: str, kind: str) -> ResponseReturnValue:
    """Ask where to save all that was told, and write it there."""
    check_saving()
    stored = context().workspace.others.get(model_id)
    file = file_of(stored, kind)
    goal = native_dialogs().save_file(_name(stored, kind), (f".{kind}",))
    saved = copy_file(file, goal) if goal else None
    return redirect(page_of(model_id, rows=saved.name if saved else None, part="saved-rows"), 303)


def _name(stored: Stored, kind: str) -> str:
    words = {"name": stored.name}
    title = say("{name} ahead", words) if stored.kind == "forecast" else say("{name} compared", words)
    return file_name(title, f".{kind}")

"""Groups, or what is usual, kept as a model: what it says of itself, and new rows beside its old ones."""

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.web.answers import progress_of
from desktop_app.web.beside import beside_page
from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import copy_file, file_name
from desktop_app.web.going_on import file_of
from desktop_app.web.laid_down import check_saving
from desktop_app.web.other_models import other_thing
from desktop_app.web.sources import read_source
from desktop_app.web.watching import job_of
from desktop_app.web.went_beside import JOURNEY, beside, order_beside, order_table_beside

pages = Blueprint("beside", __name__)


@pages.get("/compared/<model_id>")
def show(model_id: str) -> str:
    """Show the model."""
    stored = context().workspace.others.compared(model_id)
    return render_template(
        "beside/show.html",
        stored=stored,
        page=beside_page(stored),
        beside=beside(stored),
        thing=other_thing(stored),
        is_here="here" in request.args,
        saved=request.args.get("saved", ""),
        rows=request.args.get("rows", ""),
    )


@pages.post("/compared/<model_id>/newer")
def bring(model_id: str) -> ResponseReturnValue:
    """Compare the rows of a file, or of a table of the workspace."""
    stored = context().workspace.others.compared(model_id)
    if table_id := request.form.get("table"):
        order_table_beside(stored, table_id)
    else:
        order_beside(stored, read_source())
    return redirect(url_for(".show", model_id=model_id, _anchor="newer"), 303)


@pages.get("/compared/<model_id>/newer/<job_id>")
def progress(model_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far it is; the page moves on when it is over."""
    job = job_of(model_id, job_id, JOURNEY)
    address = url_for(".progress", model_id=model_id, job_id=job_id)
    return progress_of(job, address)


@pages.post("/compared/<model_id>/newer/<job_id>/cancel")
def cancel(model_id: str, job_id: str) -> ResponseReturnValue:
    """End it; what was said before stays."""
    context().jobs.cancel(job_of(model_id, job_id, JOURNEY).id)
    return redirect(url_for(".show", model_id=model_id), 303)


@pages.get("/compared/<model_id>/rows/<kind>")
def rows_file(model_id: str, kind: str) -> Response:
    """Hand over a file with all rows as a download."""
    check_saving()
    stored = context().workspace.others.compared(model_id)
    name = file_name(_title(stored.name), f".{kind}")
    return send_file(file_of(stored, kind), as_attachment=True, download_name=name)


@pages.post("/compared/<model_id>/rows/<kind>")
def save_rows(model_id: str, kind: str) -> ResponseReturnValue:
    """Ask where to save all rows, and write them there."""
    check_saving()
    stored = context().workspace.others.compared(model_id)
    file, ending = file_of(stored, kind), f".{kind}"
    goal = native_dialogs().save_file(file_name(_title(stored.name), ending), (ending,))
    saved = copy_file(file, goal) if goal else None
    name = saved.name if saved else None
    return redirect(url_for(".show", model_id=model_id, rows=name, _anchor="told"), 303)


def _title(name: str) -> str:
    return say("{name} compared", {"name": name})

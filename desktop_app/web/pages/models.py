"""Models: all that were learned here or came as a file; and a file before it is opened."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.model_files import Looked
from desktop_app.web.context import context
from desktop_app.web.model_pages import page_of
from desktop_app.web.models import asked_words, compared_when_learned, models_page, said_of_pair
from desktop_app.web.orders import order_acceptance

pages = Blueprint("models", __name__)


@pages.get("/models")
def show() -> str:
    """Show the models, or the part of the page that changes while a person types."""
    is_part = "HX-Request" in request.headers
    return render_template("models/_list.html" if is_part else "models/show.html", page=models_page())


@pages.get("/models/compare")
def compare() -> ResponseReturnValue:
    """Lead to the comparison of the two that are ticked, or say why there is none."""
    if learned := compared_when_learned():
        page = url_for("results.of_training", training_id=learned, _anchor="learned-again")
        return redirect(page, 303)
    if said_of_pair() or len(set(request.args.getlist("pair"))) != 2:
        return redirect(url_for(".show", compare=1, pair=request.args.getlist("pair"), **_place()), 303)
    first, second = request.args.getlist("pair")
    table_id = context().workspace.trainings.get(first).table_id
    return redirect(url_for("comparing.of_table", table_id=table_id, first=first, second=second), 303)


@pages.post("/models/<model_id>/name")
def rename(model_id: str) -> ResponseReturnValue:
    """Give a model another name, which can be taken back."""
    was = context().workspace.trainings.get(model_id).name
    context().workspace.trainings.rename(model_id, request.form.get("name", ""))
    told: dict[str, Any] = {} if "undone" in request.args else {"renamed": model_id, "was": was}
    return redirect(url_for(".show", **told, **_place()), 303)


@pages.post("/models/<model_id>/delete")
def delete(model_id: str) -> ResponseReturnValue:
    """Put a model out of sight; it can be brought back until the program ends."""
    name = context().workspace.trainings.get(model_id).name
    context().workspace.trainings.delete(model_id)
    return redirect(url_for(".show", undo_model_id=model_id, name=name, **_place()), 303)


@pages.post("/models/<model_id>/undo")
def undo_delete(model_id: str) -> ResponseReturnValue:
    """Bring a deleted model back."""
    context().workspace.trainings.undo_delete(model_id)
    return redirect(url_for(".show"), 303)


@pages.get("/model-files/<job_id>")
def asked(job_id: str) -> ResponseReturnValue:
    """Show what a model file says of itself, and ask whether to open it; one that is here is shown."""
    looked = _looked(job_id)
    if known := _known(job_id):
        return known
    if not context().workspace.models.waiting(job_id).is_file():
        raise NotFoundError("error.not_found")
    return render_template("models/asked.html", looked=looked, job_id=job_id, words=asked_words(looked))


@pages.post("/model-files/<job_id>/open")
def accept(job_id: str) -> ResponseReturnValue:
    """Open a model file with every check, unless it is here by now."""
    looked = _looked(job_id)
    if known := _known(job_id):
        return known
    job = order_acceptance(context().workspace.jobs.get(job_id), looked)
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.post("/model-files/<job_id>/discard")
def discard(job_id: str) -> ResponseReturnValue:
    """Do not open a model file; our copy of it goes."""
    _looked(job_id)
    context().workspace.models.forget(job_id)
    return redirect(url_for(".show"), 303)


def _known(job_id: str) -> ResponseReturnValue | None:
    """Lead to the model whose file this is; a copy of it that no model has goes."""
    models = context().workspace.models
    known = models.same_as(models.waiting(job_id))
    if not known:
        return None
    models.forget(job_id)
    return redirect(page_of(known, here=1), 303)


def _looked(job_id: str) -> Looked:
    """Return what a file says that was looked at; raises NotFoundError where no job did that."""
    job: Job = context().workspace.jobs.get(job_id)
    if job.journey != "look_at_model" or job.state != "finished":
        raise NotFoundError("error.not_found")
    return from_json(Looked, job.result)


def _place() -> dict[str, Any]:
    """Return which part of the list the person was at."""
    return {name: request.values[name] for name in ("search", "order") if request.values.get(name)}

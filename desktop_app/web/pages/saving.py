"""Saving: a model as a file, and answers as CSV or Excel; by the native dialog, or as a download."""

from io import BytesIO
from pathlib import Path

from flask import Blueprint, Response, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError, UsageError
from desktop_app.language import say
from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import file_name
from desktop_app.web.goals import KINDS, goal_for, written_of
from desktop_app.web.laid_down import check_saving
from desktop_app.web.model_file import learned, packed, save_model_to
from desktop_app.web.orders import order_export

pages = Blueprint("saving", __name__)
MODEL = ".hunch"
WITH_MACROS = {"xlsm": ".xlsm"}  # which only a workbook that has them can be saved as


@pages.get("/trainings/<training_id>/model")
def model_file(training_id: str) -> Response:
    """Hand the model over as a download."""
    check_saving()
    training = learned(training_id)
    content = packed(training)
    file = training.model if content is None else BytesIO(content)
    return send_file(file, as_attachment=True, download_name=file_name(training.name, MODEL))


@pages.post("/trainings/<training_id>/model")
def save_model(training_id: str) -> ResponseReturnValue:
    """Ask where to save the model, and write it there."""
    check_saving()
    training = learned(training_id)
    goal = native_dialogs().save_file(file_name(training.name, MODEL), (MODEL,))
    saved = save_model_to(training, goal) if goal else None
    return redirect(
        url_for("results.of_training", training_id=training_id, saved=saved.name if saved else None), 303
    )


@pages.post("/answers/<answers_id>/save")
def save_answers(answers_id: str) -> ResponseReturnValue:
    """Write the file with its answers: where the person says, or as a copy that the browser fetches."""
    stored, kind = context().workspace.answers.get(answers_id), request.form.get("kind", "")
    if stored.answers is None:
        raise UsageError("error.not_understood")
    kinds = {**KINDS, **WITH_MACROS} if kind in WITH_MACROS else KINDS
    out = goal_for(say("{name} answered", {"name": Path(stored.name).stem}), kind, kinds)
    job = order_export(stored, out).id if out else None
    return redirect(url_for("apply.show", answers_id=answers_id, job=job), 303)


@pages.get("/exports/<job_id>")
def exported(job_id: str) -> Response:
    """Hand a written file over as a download."""
    check_saving()
    job = context().workspace.jobs.get(job_id)
    written = written_of(job)
    if written is None:
        raise NotFoundError("error.not_found")
    path = written.path
    if not context().uploads.holds(path) or not Path(path).is_file():
        raise NotFoundError("error.not_found")
    return send_file(path, as_attachment=True, download_name=context().uploads.name_of(path))

"""Hand a model on: for people without this program, and for other programs."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.records.handover import ENDINGS, FORM_NAMES
from desktop_app.reports.handover.words import form_words
from desktop_app.web.answers import progress_of
from desktop_app.web.holding import offers_of, order_for_form
from desktop_app.web.impersonal import held_of_people
from desktop_app.web.model_file import learned
from desktop_app.web.new_data import saved_of
from desktop_app.web.rail import training_rail
from desktop_app.web.sharing import JOURNEY, order_form
from desktop_app.web.watching import doing, job_of, job_shown

pages = Blueprint("share", __name__)


@pages.get("/trainings/<training_id>/share")
def show(training_id: str) -> str:
    """Show the forms in which a model can be saved, and how saving goes."""
    training = learned(training_id)
    job = job_shown(training.id, request.args.get("job", ""), JOURNEY)
    return render_template(
        "models/share.html",
        rail=training_rail(training, "results"),
        training=training,
        forms=form_words(is_brought=training.is_brought),
        held=held_of_people(training),
        offers=offers_of(training),
        doing=doing(job),
        saved=saved_of(job),
        kind=job.params.get("kind") if job else None,
    )


@pages.post("/trainings/<training_id>/share/<kind>")
def save(training_id: str, kind: str) -> ResponseReturnValue:
    """Write it to a file: where the person says, or as a copy that the browser fetches."""
    training = learned(training_id)
    if kind not in ENDINGS or (training.is_brought and kind != "onnx"):
        raise NotFoundError("error.not_found")
    job = order_form(training, kind)
    return redirect(url_for(".show", training_id=training_id, job=job.id if job else None), 303)


@pages.post("/trainings/<training_id>/share/<kind>/learn")
def learn(training_id: str, kind: str) -> ResponseReturnValue:
    """Learn from the same table what this form can hold."""
    training = learned(training_id)
    if kind not in FORM_NAMES or training.is_brought:
        raise NotFoundError("error.not_found")
    begun = order_for_form(training, kind)
    return redirect(url_for("learn.of_training", training_id=begun.id), 303)


@pages.get("/trainings/<training_id>/share/progress/<job_id>")
def progress(training_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while it is saved."""
    job = job_of(learned(training_id).id, job_id, JOURNEY)
    address = url_for(".progress", training_id=training_id, job_id=job_id)
    return progress_of(job, address, url_for(".show", training_id=training_id, job=job_id))

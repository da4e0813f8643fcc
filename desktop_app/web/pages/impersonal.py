"""Save a model for others, without values that may point to a person."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.web.answers import progress_of
from desktop_app.web.goals import goal_for
from desktop_app.web.impersonal import JOURNEY, held_of_people, order_impersonal, saved_impersonal
from desktop_app.web.model_file import learned
from desktop_app.web.rail import training_rail
from desktop_app.web.watching import doing, job_of, job_shown

pages = Blueprint("impersonal", __name__)


@pages.get("/trainings/<training_id>/without-personal")
def show(training_id: str) -> str:
    """Show what the model's file holds of people, and how saving one without it goes."""
    training = learned(training_id)
    job = job_shown(training.id, request.args.get("job", ""), JOURNEY)
    return render_template(
        "models/without_personal.html",
        rail=training_rail(training, "results"),
        training=training,
        held=held_of_people(training),
        doing=doing(job),
        saved=saved_impersonal(job),
    )


@pages.post("/trainings/<training_id>/without-personal")
def save(training_id: str) -> ResponseReturnValue:
    """Write it to a file: where the person says, or as a copy that the browser fetches."""
    training = learned(training_id)
    out = goal_for(say("{name} for others", {"name": training.name}), "hunch", {"hunch": ".hunch"})
    job = order_impersonal(training, out).id if out else None
    return redirect(url_for(".show", training_id=training_id, job=job), 303)


@pages.get("/trainings/<training_id>/without-personal/<job_id>")
def progress(training_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while it is saved."""
    job = job_of(learned(training_id).id, job_id, JOURNEY)
    address = url_for(".progress", training_id=training_id, job_id=job_id)
    return progress_of(job, address, url_for(".show", training_id=training_id, job=job_id))

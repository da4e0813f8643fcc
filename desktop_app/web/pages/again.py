"""Learn again with new rows: choose which, put them together, and learn."""

import threading

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.lineage import Again
from desktop_app.web.again import again_page, can_learn_again, name_again, origin_of, plan_again
from desktop_app.web.answers import moved
from desktop_app.web.context import context
from desktop_app.web.orders import order_joining, order_training
from desktop_app.web.rail import training_rail
from desktop_app.web.where import is_asked_first

pages = Blueprint("again", __name__)

_beginning = threading.Lock()  # two requests may ask at the same time


@pages.get("/answers/<answers_id>/again")
def ask(answers_id: str) -> ResponseReturnValue:
    """Show the rows that can be learned from, and how many they are."""
    stored = context().workspace.answers.get(answers_id)
    if not can_learn_again(stored):
        return redirect(url_for("apply.show", answers_id=answers_id), 303)
    training = context().workspace.trainings.get(stored.training_id)
    return render_template(
        "apply/again.html",
        rail=training_rail(training, "apply"),
        training=training,
        stored=stored,
        page=again_page(stored, training),
    )


@pages.post("/answers/<answers_id>/again")
def put_together(answers_id: str) -> ResponseReturnValue:
    """Put the chosen rows together."""
    stored = context().workspace.answers.get(answers_id)
    if not can_learn_again(stored):
        raise NotFoundError("error.not_found")
    training = context().workspace.trainings.get(stored.training_id)
    job = order_joining(stored, training, joined=request.form.get("rows") == "both")
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.get("/again/<job_id>")
def ready(job_id: str) -> ResponseReturnValue:
    """Lead to what learns from the rows that were put together, or offer to learn from them.

    The page asks for that by itself the first time; who comes back to it later is asked.
    """
    job, workspace = _joined(job_id), context().workspace
    if begun := workspace.trainings.latest(job.subject, even_ended=True):
        return redirect(url_for("learn.of_training", training_id=begun.id), 303)
    stored = workspace.tables.get(job.subject)
    return render_template(
        "apply/together.html",
        stored=stored,
        told=origin_of(stored.table.warnings),
        job_id=job_id,
        is_first=not (workspace.models.was_begun(job.subject) or is_asked_first(stored)),
    )


@pages.post("/again/<job_id>")
def learn(job_id: str) -> ResponseReturnValue:
    """Learn from the rows that a job has put together, unless that was begun before."""
    job = _joined(job_id)
    with _beginning:
        begun = context().workspace.trainings.latest(job.subject, even_ended=True)
        if begun is None:
            before = context().workspace.trainings.get(str(job.params["training_id"]))
            again, name = from_json(Again, job.result), name_again(before)
            begun = order_training(job.subject, plan_again(before), name=name, again=again)
            context().workspace.answers.remember(begun.id, before.matches, before.scalings)
    address = url_for("learn.of_training", training_id=begun.id)
    return moved("", address) if "HX-Request" in request.headers else redirect(address, 303)


def _joined(job_id: str) -> Job:
    """Return a job that has put rows together; raises NotFoundError where there is none."""
    job = context().workspace.jobs.get(job_id)
    if job.journey != "join" or job.state != "finished":
        raise NotFoundError("error.not_found")
    return job

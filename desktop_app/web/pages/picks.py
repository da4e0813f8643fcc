"""Rows to act on, picked from an answered file: shown as a list and saved."""

from pathlib import Path

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.language import say
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.goals import goal_for
from desktop_app.web.new_data import model_caution, model_doubt, saved_of
from desktop_app.web.orders import order_export
from desktop_app.web.picking import pick_of, picking_of, read_asked
from desktop_app.web.rail import training_rail
from desktop_app.web.watching import doing, job_of, job_shown

pages = Blueprint("picks", __name__)


@pages.get("/answers/<answers_id>/list")
def show(answers_id: str) -> ResponseReturnValue:
    """Show the list that the address asks for, and how to ask for another."""
    stored, training = _answered(answers_id)
    if training.evaluation is None or stored.answers is None:
        return redirect(url_for("apply.show", answers_id=answers_id), 303)
    asked = read_asked(request.args, training.evaluation, training.decision)
    job = job_shown(stored.id, request.args.get("job", ""))
    return render_template(
        "apply/picks.html",
        rail=training_rail(training, "apply"),
        stored=stored,
        doubt=model_doubt(training.evaluation),
        caution=model_caution(training.evaluation),
        picking=picking_of(stored, training, asked),
        doing=doing(job),
        saved=saved_of(job),
    )


@pages.post("/answers/<answers_id>/list/save")
def save(answers_id: str) -> ResponseReturnValue:
    """Write the list to a file: where the person says, or as a copy that the browser fetches."""
    stored, training = _answered(answers_id)
    if training.evaluation is None or stored.answers is None:
        raise UsageError("error.not_understood")
    asked = read_asked(request.form, training.evaluation, training.decision)
    pick = pick_of(asked, stored.answers, training.evaluation)
    if pick is None:
        raise UsageError("error.not_understood")
    out = goal_for(say("{name} list", {"name": Path(stored.name).stem}), request.form.get("kind", ""))
    job = order_export(stored, out, pick).id if out else None
    return redirect(url_for(".show", answers_id=answers_id, **asked.fields, job=job), 303)


@pages.get("/answers/<answers_id>/list/progress/<job_id>")
def progress(answers_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while the list is saved."""
    stored, training = _answered(answers_id)
    job = job_of(stored.id, job_id)
    learned = training.evaluation
    fields = read_asked(request.args, learned, training.decision).fields if learned else {}
    address = url_for(".progress", answers_id=answers_id, job_id=job_id, **fields)
    return progress_of(job, address, url_for(".show", answers_id=answers_id, **fields, job=job_id))


def _answered(answers_id: str) -> tuple[StoredAnswers, StoredTraining]:
    stored = context().workspace.answers.get(answers_id)
    return stored, context().workspace.trainings.get(stored.training_id)

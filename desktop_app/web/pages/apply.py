"""Use on new data: bring a new file to a model, see whether it fits, and have it answered."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import AppError, FileError, UsageError
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.web.answers import progress_of
from desktop_app.web.concerned import concerned_rows
from desktop_app.web.context import context
from desktop_app.web.learning import learning_of
from desktop_app.web.matching import chosen, refused_column, remembered
from desktop_app.web.new_data import model_caution, model_doubt, new_data_of
from desktop_app.web.orders import order_answers, order_matching, order_preparation
from desktop_app.web.preview import preview_of
from desktop_app.web.rail import table_rail, training_rail
from desktop_app.web.recent import answers_things
from desktop_app.web.scaling import known_scalings, scaled_so
from desktop_app.web.sources import read_source
from desktop_app.web.still_right import still_right
from desktop_app.web.undo import asked_undo
from desktop_app.web.watched import watch_folder, watched_of
from desktop_app.web.watching import job_of

pages = Blueprint("apply", __name__)


@pages.get("/tables/<table_id>/apply")
def of_table(table_id: str) -> ResponseReturnValue:
    """Show where new files go for the newest model of a table, or say that there is none."""
    stored, training = (
        context().workspace.tables.get(table_id),
        context().workspace.trainings.latest(table_id),
    )
    if training:
        return redirect(url_for(".of_training", training_id=training.id), 303)
    way_on = url_for("predict.of_table", table_id=table_id)
    return render_template("apply/empty.html", rail=table_rail(stored, "apply"), way_on=way_on, learning=None)


@pages.get("/trainings/<training_id>/apply")
def of_training(training_id: str) -> str:
    """Show where new files go, and those that were brought before."""
    training = context().workspace.trainings.get(training_id)
    if training.evaluation is None:
        rail = training_rail(training, "apply")
        way_on = url_for("learn.of_training", training_id=training_id)
        learning = learning_of(training)
        return render_template("apply/empty.html", rail=rail, way_on=way_on, learning=learning)
    return _choose(training, training.evaluation)


@pages.post("/trainings/<training_id>/watches")
def watch(training_id: str) -> ResponseReturnValue:
    """Ask which folder to watch, and have it watched; what was typed stays where it cannot be."""
    training = context().workspace.trainings.get(training_id)
    if not training.model or training.evaluation is None:
        raise UsageError("error.not_understood")
    try:
        watch_folder(training)
    except (FileError, UsageError) as problem:
        return _choose(training, training.evaluation, problem), 400
    return redirect(url_for(".of_training", training_id=training_id, _anchor="watched"), 303)


def _choose(training: StoredTraining, evaluation: Evaluation, refused: AppError | None = None) -> str:
    """Return the page where new files go; *refused*: why a folder is not watched."""
    brought = context().workspace.answers.of_training(training.id)
    return render_template(
        "apply/choose.html",
        rail=training_rail(training, "apply"),
        training=training,
        doubt=model_doubt(evaluation),
        caution=model_caution(evaluation),
        brought=answers_things(brought),
        held=still_right(evaluation, brought),
        watched=watched_of(training.id),
        refused=refused,
        folder=request.form.get("folder", ""),
        undo=asked_undo(".undo_delete", "answers_id"),
    )


@pages.post("/trainings/<training_id>/files")
def bring(training_id: str) -> ResponseReturnValue:
    """Read a new file and compare it with what the model needs."""
    training = context().workspace.trainings.get(training_id)
    job = order_preparation(training, read_source())
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.get("/answers/<answers_id>")
def show(answers_id: str) -> str:
    """Show whether a new file fits, how far it is answered, and what was answered."""
    stored = context().workspace.answers.get(answers_id)
    training = context().workspace.trainings.get(stored.training_id)
    return render_template(
        "apply/show.html",
        rail=training_rail(training, "apply"),
        training=training,
        stored=stored,
        new=new_data_of(stored, training, request.args.get("job", "")),
        preview=preview_of(stored, training.evaluation.decimals if training.evaluation else 0),
    )


@pages.get("/answers/<answers_id>/rows/<int:place>")
def rows(answers_id: str, place: int) -> str:
    """Show the rows that one thing said of a new file is about."""
    stored = context().workspace.answers.get(answers_id)
    rail = training_rail(context().workspace.trainings.get(stored.training_id), "apply")
    page = concerned_rows(stored, place)
    return render_template("apply/rows.html", rail=rail, stored=stored, page=page)


@pages.get("/answers/<answers_id>/progress/<job_id>")
def progress(answers_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while a file is answered or saved."""
    job = job_of(answers_id, job_id)
    address = url_for(".progress", answers_id=answers_id, job_id=job_id)
    return progress_of(job, address, url_for(".show", answers_id=answers_id, job=job_id))


@pages.post("/answers/<answers_id>/answer")
def answer(answers_id: str) -> ResponseReturnValue:
    """Answer every row; columns that are missing are gone without when the person says so."""
    stored = context().workspace.answers.get(answers_id)
    training = context().workspace.trainings.get(stored.training_id)
    allowed = stored.preflight.can_be_spared if "without_missing" in request.form else ()
    job = order_answers(stored, training, allowed, explain="explain" in request.form)
    return redirect(url_for(".show", answers_id=answers_id, job=job.id), 303)


@pages.post("/answers/<answers_id>/go-on/<job_id>")
def go_on(answers_id: str, job_id: str) -> ResponseReturnValue:
    """Go on answering where it was cut off."""
    context().jobs.resume(job_of(answers_id, job_id, "apply").id)
    return redirect(url_for(".show", answers_id=answers_id, job=job_id), 303)


@pages.post("/answers/<answers_id>/match")
def match(answers_id: str) -> ResponseReturnValue:
    """Use columns of the file as the model's, in this file and in the next ones, and compare it anew."""
    stored = context().workspace.answers.get(answers_id)
    training = context().workspace.trainings.get(stored.training_id)
    matches = chosen(stored, training, request.form)
    known = remembered(training.matches, stored.preflight, matches)
    context().workspace.answers.remember(training.id, known, training.scalings)
    job = order_matching(stored, training, matches, stored.preflight.scaled, training.scalings)
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.post("/answers/<answers_id>/scale")
def scale(answers_id: str) -> ResponseReturnValue:
    """Multiply a column, or no longer, in this file and in the next ones that are off by the same."""
    stored = context().workspace.answers.get(answers_id)
    training = context().workspace.trainings.get(stored.training_id)
    scaling = scaled_so(stored.preflight, request.form)
    known = known_scalings(training.scalings, stored.preflight, scaling)
    context().workspace.answers.remember(training.id, training.matches, known)
    job = order_matching(stored, training, stored.preflight.mapped, scaling)
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.post("/answers/<answers_id>/refuse")
def refuse(answers_id: str) -> ResponseReturnValue:
    """Keep that a column is not the missing one that it was suggested for."""
    stored = context().workspace.answers.get(answers_id)
    context().workspace.answers.refuse(answers_id, refused_column(stored, request.form))
    return redirect(url_for(".show", answers_id=answers_id), 303)


@pages.post("/answers/<answers_id>/cancel/<job_id>")
def cancel(answers_id: str, job_id: str) -> ResponseReturnValue:
    """End answering or saving; nothing of it is kept."""
    context().jobs.cancel(job_of(answers_id, job_id).id)
    return redirect(url_for(".show", answers_id=answers_id), 303)


@pages.post("/answers/<answers_id>/name")
def rename(answers_id: str) -> ResponseReturnValue:
    """Give a new file another name."""
    context().workspace.answers.rename(answers_id, request.form.get("name", ""))
    training_id = context().workspace.answers.get(answers_id).training_id
    return redirect(url_for(".of_training", training_id=training_id), 303)


@pages.post("/answers/<answers_id>/delete")
def delete(answers_id: str) -> ResponseReturnValue:
    """Put a new file and its answers out of sight; they can be brought back until the program ends."""
    stored = context().workspace.answers.get(answers_id)
    context().workspace.answers.delete(answers_id)
    undo: dict[str, Any] = {"undo_answers_id": answers_id, "name": stored.name}
    return redirect(url_for(".of_training", training_id=stored.training_id, **undo), 303)


@pages.post("/answers/<answers_id>/undo")
def undo_delete(answers_id: str) -> ResponseReturnValue:
    """Bring a deleted file and its answers back."""
    context().workspace.answers.undo_delete(answers_id)
    training_id = context().workspace.answers.get(answers_id).training_id
    return redirect(url_for(".of_training", training_id=training_id), 303)

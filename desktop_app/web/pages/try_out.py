"""Try it out: make up a row, and see what the model answers, why, and what would turn it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.learning import learning_of
from desktop_app.web.rail import table_rail, training_rail
from desktop_app.web.trying.acts import outcome_of
from desktop_app.web.trying.answer import answer_to
from desktop_app.web.trying.asking import Subject, subject_of
from desktop_app.web.trying.keeping import keep
from desktop_app.web.trying.like import asking_of, change_for, similar_to
from desktop_app.web.trying.page import Found, Trying, trying_of
from desktop_app.web.trying.trial import Trial, read_trial, usual_trial

pages = Blueprint("try_out", __name__)


@pages.get("/tables/<table_id>/try")
def of_table(table_id: str) -> ResponseReturnValue:
    """Show the newest model of a table to be tried, or say that there is none."""
    stored = context().workspace.tables.get(table_id)
    training = context().workspace.trainings.latest(table_id)
    if training:
        return redirect(url_for(".of_training", training_id=training.id), 303)
    way_on = url_for("predict.of_table", table_id=table_id)
    return render_template(
        "try_out/empty.html", rail=table_rail(stored, "try_out"), way_on=way_on, learning=None
    )


@pages.get("/trainings/<training_id>/try")
def of_training(training_id: str) -> str:
    """Show the usual row; once the page is there it asks for the answer, as the model has to be opened."""
    training = context().workspace.trainings.get(training_id)
    if training.evaluation is None:
        way_on, learning = url_for("learn.of_training", training_id=training_id), learning_of(training)
        rail = training_rail(training, "try_out")
        return render_template("try_out/empty.html", rail=rail, way_on=way_on, learning=learning)
    subject = subject_of(training)
    return _page(subject, _trying(subject, usual_trial(subject.shown), Found()))


@pages.post("/trainings/<training_id>/try")
def press(training_id: str) -> str:
    """Do what a button says, and show the row with its answer: all there is to it without scripts."""
    subject = _subject(training_id)
    outcome = outcome_of(subject, request.form)
    act = request.form.get("act")
    found = Found(
        answer=answer_to(subject, outcome.trial),
        similar=similar_to(subject, outcome.trial) if act == "similar" else None,
        change=change_for(subject, outcome.trial, request.form) if act == "change" else None,
        said=outcome.said,
        kept=keep(subject, outcome.trial) if act == "keep" else "",
        is_more_open="more_open" in request.form,
    )
    trying = _trying(subject, outcome.trial, found)
    if "HX-Request" in request.headers:
        return render_template("try_out/_row.html", trying=trying)
    return _page(subject, trying)


@pages.post("/trainings/<training_id>/try/answer")
def answer(training_id: str) -> str:
    """Return the answer to the row as it stands in the form, and what is said beside its fields."""
    subject = _subject(training_id)
    trial = read_trial(request.form, subject.shown)
    trying = _trying(subject, trial, Found(answer=answer_to(subject, trial)))
    return render_template("try_out/_answered.html", trying=trying)


@pages.post("/trainings/<training_id>/try/similar")
def similar(training_id: str) -> str:
    """Return past rows like the one in the form."""
    subject = _subject(training_id)
    trial = read_trial(request.form, subject.shown)
    return render_template("try_out/_similar.html", similar=similar_to(subject, trial))


@pages.post("/trainings/<training_id>/try/change")
def change(training_id: str) -> str:
    """Return what would have to change in the row in the form."""
    subject = _subject(training_id)
    trial = read_trial(request.form, subject.shown)
    found = change_for(subject, trial, request.form)
    return render_template("try_out/_change.html", change=found, training_id=training_id)


@pages.post("/trainings/<training_id>/try/keep")
def keep_row(training_id: str) -> str:
    """Write the row in the form and its answer into the note on the model."""
    subject = _subject(training_id)
    kept = keep(subject, read_trial(request.form, subject.shown))
    return render_template("try_out/_kept.html", kept=kept)


def _subject(training_id: str) -> Subject:
    return subject_of(context().workspace.trainings.get(training_id))


def _trying(subject: Subject, trial: Trial, found: Found) -> Trying:
    return trying_of(subject, trial, asking_of(subject, request.form), found)


def _page(subject: Subject, trying: Trying) -> str:
    rail = training_rail(subject.training, "try_out")
    return render_template("try_out/show.html", rail=rail, trying=trying)

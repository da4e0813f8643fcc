"""Watched folders: let one rest, go on, stop; and how it goes."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.records.stored import StoredTraining
from desktop_app.web.again import learned_before
from desktop_app.web.context import context
from desktop_app.web.watched import shown

pages = Blueprint("watches", __name__)


@pages.get("/watches/<watch_id>")
def show(watch_id: str) -> str:
    """Return the part of the page that changes while files come in."""
    return render_template("apply/_watch.html", watch=shown(context().workspace.watches.get(watch_id)))


@pages.post("/watches/<watch_id>/pause")
def pause(watch_id: str) -> ResponseReturnValue:
    """Let it rest: new files wait."""
    watch = context().workspace.watches.get(watch_id)
    context().workspace.watches.pause(watch_id, is_paused=True)
    return _back(watch.training_id)


@pages.post("/watches/<watch_id>/resume")
def resume(watch_id: str) -> ResponseReturnValue:
    """Go on, with what came meanwhile first."""
    watch = context().workspace.watches.get(watch_id)
    context().workspace.watches.pause(watch_id, is_paused=False)
    return _back(watch.training_id)


@pages.post("/watches/<watch_id>/stop")
def stop(watch_id: str) -> ResponseReturnValue:
    """Watch it no more; files and answers stay where they are."""
    watch = context().workspace.watches.get(watch_id)
    context().workspace.watches.stop(watch_id)
    return _back(watch.training_id)


@pages.post("/trainings/<training_id>/watches/hand-over")
def hand_over(training_id: str) -> ResponseReturnValue:
    """Have the folders of a model answered by the one that was learned again from it."""
    before, to = _learned(training_id), _learned(request.form.get("to", ""))
    if learned_before(to) != before.id:
        raise UsageError("error.not_understood")
    context().workspace.watches.hand_over(before.id, to.id, before.name)
    return _results(to.id)


@pages.post("/trainings/<training_id>/watches/take-back")
def take_back(training_id: str) -> ResponseReturnValue:
    """Have the folders that a model took over answered by the old one again."""
    now, before = _learned(training_id), _learned(request.form.get("to", ""))
    context().workspace.watches.take_back(now.id, before.id, now.name)
    return _results(now.id)


def _learned(training_id: str) -> StoredTraining:
    """Return a model; raises UsageError where it is none yet."""
    training = context().workspace.trainings.get(training_id)
    if not training.model:
        raise UsageError("error.not_understood")
    return training


def _results(training_id: str) -> ResponseReturnValue:
    return redirect(url_for("results.of_training", training_id=training_id, _anchor="learned-again"), 303)


def _back(training_id: str) -> ResponseReturnValue:
    return redirect(url_for("apply.of_training", training_id=training_id, _anchor="watched"), 303)

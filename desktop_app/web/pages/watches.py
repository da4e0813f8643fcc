"""Watched folders: choose one, let it rest, go on, stop; and how it goes."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context
from desktop_app.web.watched import shown, watch_folder

pages = Blueprint("watches", __name__)


@pages.post("/trainings/<training_id>/watches")
def add(training_id: str) -> ResponseReturnValue:
    """Ask which folder to watch, and have it watched from now on."""
    training = context().workspace.trainings.get(training_id)
    if not training.model:
        raise UsageError("error.not_understood")
    watch_folder(training)
    return _back(training_id)


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


def _back(training_id: str) -> ResponseReturnValue:
    return redirect(url_for("apply.of_training", training_id=training_id, _anchor="watched"), 303)

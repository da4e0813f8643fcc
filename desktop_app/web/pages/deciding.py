"""From which chance on a model says "yes": looked at, kept, and taken back."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context
from desktop_app.web.deciding import deciding_of, decision_of
from desktop_app.web.remarks import log_line

pages = Blueprint("deciding", __name__)


@pages.post("/trainings/<training_id>/decision/look")
def look(training_id: str) -> ResponseReturnValue:
    """Show another place of the slider, or the cheapest one; nothing is kept."""
    training = context().workspace.trainings.get(training_id)
    asked = ("missed", "false") if "cheapest" in request.form else ("cut", "missed", "false")
    told: dict[str, Any] = {name: request.form[name] for name in asked if name in request.form}
    deciding = deciding_of(training, told)  # before it goes on: what cannot be is said here
    if deciding is None:
        raise UsageError("error.not_understood")
    if "HX-Request" in request.headers:
        return render_template("results/_decide.html", training=training, decide=deciding)
    return _back(training_id, **told)


@pages.post("/trainings/<training_id>/decision")
def keep(training_id: str) -> ResponseReturnValue:
    """Keep where the line is drawn; new files are answered so from now on."""
    trainings = context().workspace.trainings
    decision = decision_of(trainings.get(training_id), request.form)
    trainings.decide(training_id, decision)
    log_line(training_id, decision)
    return _back(training_id)


@pages.post("/trainings/<training_id>/decision/usual")
def take_back(training_id: str) -> ResponseReturnValue:
    """Go back to what the model does by itself."""
    trainings = context().workspace.trainings
    trainings.decide(trainings.get(training_id).id, None)
    log_line(training_id, None)
    return _back(training_id)


def _back(training_id: str, **told: Any) -> ResponseReturnValue:
    return redirect(url_for("results.of_training", training_id=training_id, **told, _anchor="decide"), 303)

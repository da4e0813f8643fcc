"""Looking into a model: begin it, watch it, cancel it. What was found stands on the Results page."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.explained import JOURNEY, curve_of, looked_into, start_looking
from desktop_app.web.watching import last_job

pages = Blueprint("explained", __name__)

SECTION = "#explained"


@pages.post("/trainings/<training_id>/explained")
def start(training_id: str) -> ResponseReturnValue:
    """Look into the model; never twice."""
    start_looking(training_id)
    return _section(training_id) if "HX-Request" in request.headers else _back(training_id)


@pages.get("/trainings/<training_id>/explained/progress")
def progress(training_id: str) -> ResponseReturnValue:
    """Return how far it is; when it is over, all of its part of the page."""
    training = context().workspace.trainings.get(training_id)
    looked = looked_into(training)
    if looked and looked.phase == "running":
        return render_template("results/_looking.html", training=training, looked=looked)
    response = make_response(_section(training_id))
    response.headers.update({"HX-Retarget": SECTION, "HX-Reswap": "outerHTML"})
    return response


@pages.get("/trainings/<training_id>/explained/<int:place>")
def curve(training_id: str, place: int) -> str:
    """Return the picture of one column."""
    training = context().workspace.trainings.get(training_id)
    return render_template("results/_curve.html", drawn=curve_of(training, place))


@pages.post("/trainings/<training_id>/explained/cancel")
def cancel(training_id: str) -> ResponseReturnValue:
    """Stop looking into the model; it can be begun again."""
    if job := last_job(training_id, JOURNEY):
        context().jobs.cancel(job.id)
    return _back(training_id)


def _section(training_id: str) -> str:
    training = context().workspace.trainings.get(training_id)
    looked = looked_into(training)
    return render_template("results/_explained.html", training=training, looked=looked, is_news=True)


def _back(training_id: str) -> ResponseReturnValue:
    return redirect(url_for("results.of_training", training_id=training_id, _anchor=SECTION[1:]), 303)

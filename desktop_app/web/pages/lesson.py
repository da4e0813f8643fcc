"""The lesson: begun, ended, and its new rows brought."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.web.context import context
from desktop_app.web.lesson import example, new_rows
from desktop_app.web.orders import order_import, order_preparation
from desktop_app.workspace.personal import LESSON, LESSON_OVER

pages = Blueprint("lesson", __name__)


@pages.post("/lesson")
def begin() -> ResponseReturnValue:
    """Open the example and tell on each of its pages what can be done there."""
    job = order_import(example())
    context().workspace.choices.keep(LESSON, job.id)
    return redirect(url_for("opening.show", job_id=job.id), 303)


@pages.post("/lesson/end")
def end() -> ResponseReturnValue:
    """Say no more; it can be begun again in the help."""
    context().workspace.choices.keep(LESSON, LESSON_OVER)
    return redirect(url_for("start.show"), 303)


@pages.post("/tables/<table_id>/lesson/files")
def bring(table_id: str) -> ResponseReturnValue:
    """Bring the new rows of the example to the newest model of its table."""
    training = context().workspace.trainings.latest(table_id)
    if training is None or training.evaluation is None:
        raise NotFoundError("error.not_found")
    job = order_preparation(training, new_rows())
    return redirect(url_for("opening.show", job_id=job.id), 303)

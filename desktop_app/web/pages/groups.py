"""Is it fair? Compare how the answers of a model come out for groups of rows."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.groups import JOURNEY, groups_page, read_column, read_kind
from desktop_app.web.orders import order_groups
from desktop_app.web.rail import training_rail
from desktop_app.web.watching import job_of

pages = Blueprint("groups", __name__)


@pages.get("/trainings/<training_id>/groups")
def of_training(training_id: str) -> ResponseReturnValue:
    """Show what columns there are to compare by, and what came of the last comparison."""
    training = context().workspace.trainings.get(training_id)
    if training.evaluation is None:
        return redirect(url_for("learn.of_training", training_id=training_id), 303)
    return render_template(
        "groups/show.html",
        training=training,
        rail=training_rail(training, "results"),
        page=groups_page(training, training.evaluation),
    )


@pages.post("/trainings/<training_id>/groups")
def compare(training_id: str) -> ResponseReturnValue:
    """Compare the groups that a column makes."""
    training = context().workspace.trainings.get(training_id)
    column = read_column(training, request.form.get("column", ""))
    if training.evaluation is not None:
        order_groups(training, column, read_kind(training.evaluation, request.form.get("kind", "")))
    return redirect(url_for(".of_training", training_id=training_id), 303)


@pages.get("/trainings/<training_id>/groups/progress/<job_id>")
def progress(training_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far the comparison is; the page moves on when it is over."""
    job = job_of(training_id, job_id, JOURNEY)
    address = url_for(".progress", training_id=training_id, job_id=job_id)
    return progress_of(job, address, url_for(".of_training", training_id=training_id))


@pages.post("/trainings/<training_id>/groups/cancel/<job_id>")
def cancel(training_id: str, job_id: str) -> ResponseReturnValue:
    """End the comparison; nothing of it is kept."""
    context().jobs.cancel(job_of(training_id, job_id, JOURNEY).id)
    return redirect(url_for(".of_training", training_id=training_id), 303)

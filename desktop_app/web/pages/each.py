"""The groups of a result of which each has a model of its own."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context
from desktop_app.web.each import each_page
from desktop_app.web.rail import training_rail

pages = Blueprint("each", __name__)


@pages.get("/trainings/<training_id>/each")
def of_training(training_id: str) -> ResponseReturnValue:
    """Show the groups: the odd ones first, found by name, and by how much their model can be trusted."""
    training = context().workspace.trainings.get(training_id)
    page = each_page(training.evaluation, request.args) if training.evaluation else None
    if page is None:
        return redirect(url_for("results.of_training", training_id=training_id), 303)
    return render_template(
        "each/show.html", training=training, rail=training_rail(training, "results"), page=page
    )

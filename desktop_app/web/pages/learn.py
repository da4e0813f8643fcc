"""Learn: watch it, stop it and keep the best, or cancel it; and what to do when it ended otherwise."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.again import again_of
from desktop_app.web.answers import moved
from desktop_app.web.context import context
from desktop_app.web.learning import learning_of
from desktop_app.web.orders import order_training
from desktop_app.web.rail import table_of, table_rail, training_rail

pages = Blueprint("learn", __name__)


@pages.get("/tables/<table_id>/learn")
def of_table(table_id: str) -> ResponseReturnValue:
    """Show the newest training of a table, or say that there is none."""
    stored = context().workspace.tables.get(table_id)
    training = context().workspace.trainings.latest(table_id)
    if training is None:
        return render_template("learn/empty.html", stored=stored, rail=table_rail(stored, "learn"))
    return redirect(url_for(".of_training", training_id=training.id), 303)


@pages.get("/trainings/<training_id>/learn")
def of_training(training_id: str) -> ResponseReturnValue:
    """Show how far a training is, or how it ended; a model that came as a file was not learned here."""
    training = context().workspace.trainings.get(training_id)
    if training.origin:
        return redirect(url_for("results.of_training", training_id=training_id), 303)
    return render_template(
        "learn/show.html",
        training=training,
        rail=training_rail(training, "learn"),
        learning=learning_of(training),
        is_table_there=table_of(training) is not None,
    )


@pages.get("/trainings/<training_id>/progress/<state>")
def progress(training_id: str, state: str) -> ResponseReturnValue:
    """Return the part of the page that changes; the page moves on when *state* is no longer true."""
    training = context().workspace.trainings.get(training_id)
    learning = learning_of(training)
    fragment = render_template("learn/_progress.html", training=training, learning=learning)
    return fragment if learning.phase == state else moved(fragment, url_for(".now", training_id=training_id))


@pages.get("/trainings/<training_id>/now")
def now(training_id: str) -> ResponseReturnValue:
    """Lead one who waits to where the training is by now: it may end while the page is on its way."""
    is_learned = context().workspace.trainings.get(training_id).evaluation is not None
    goal = "results.of_training" if is_learned else ".of_training"
    return redirect(url_for(goal, training_id=training_id), 303)


@pages.post("/trainings/<training_id>/stop")
def stop(training_id: str) -> ResponseReturnValue:
    """End the search and keep the best that is finished."""
    context().jobs.stop(context().workspace.trainings.get(training_id).job_id)
    return redirect(url_for(".now", training_id=training_id), 303)


@pages.post("/trainings/<training_id>/cancel")
def cancel(training_id: str) -> ResponseReturnValue:
    """End the training; nothing of it is kept."""
    context().jobs.cancel(context().workspace.trainings.get(training_id).job_id)
    return redirect(url_for(".of_training", training_id=training_id), 303)


@pages.post("/trainings/<training_id>/again")
def again(training_id: str) -> ResponseReturnValue:
    """Learn the same once more.

    Which rows are new is known only of the reading that it learned from: in another one others may be out.
    """
    here = context().workspace
    training = here.trainings.get(training_id)
    is_as_it_was = here.tables.get(training.table_id).reading == training.reading
    told = again_of(training) if is_as_it_was else None
    again = order_training(training.table_id, training.plan, again=told)
    if training.evaluation is None:
        here.trainings.delete(training_id)
    return redirect(url_for(".of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/discard")
def discard(training_id: str) -> ResponseReturnValue:
    """Put a training that was interrupted out of sight."""
    training = context().workspace.trainings.get(training_id)
    context().workspace.trainings.delete(training_id)
    if table_of(training) is None:
        return redirect(url_for("start.show"), 303)
    return redirect(url_for(".of_table", table_id=training.table_id), 303)

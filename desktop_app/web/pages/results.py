"""Results: whether to trust it, when it is wrong, what matters, and what to do with it."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.records.plans import TrainingPlan
from desktop_app.web.again import learned_again
from desktop_app.web.context import context
from desktop_app.web.deciding import deciding_of
from desktop_app.web.explained import looked_into
from desktop_app.web.holding import learned_for
from desktop_app.web.insights import insights_of
from desktop_app.web.model_file import void_signature
from desktop_app.web.models import came_words
from desktop_app.web.orders import order_training
from desktop_app.web.parts import parts_of
from desktop_app.web.planning import up_to
from desktop_app.web.rail import table_of, table_rail, training_rail
from desktop_app.web.recent import model_thing
from desktop_app.web.remarks import entries_of
from desktop_app.web.result import result_of
from desktop_app.web.spots import spots_of
from desktop_app.web.typical import typical_of
from desktop_app.web.undo import asked_undo
from desktop_app.web.where import learned_at

pages = Blueprint("results", __name__)


@pages.get("/tables/<table_id>/results")
def of_table(table_id: str) -> ResponseReturnValue:
    """Show the newest result of a table, or say that nothing was learned yet."""
    stored, training = (
        context().workspace.tables.get(table_id),
        context().workspace.trainings.latest(table_id),
    )
    if training:
        return redirect(url_for(".of_training", training_id=training.id, **_undo_asked()), 303)
    undo = asked_undo(".undo_delete", "training_id")
    return render_template("results/empty.html", rail=table_rail(stored, "results"), stored=stored, undo=undo)


@pages.get("/trainings/<training_id>/results")
def of_training(training_id: str) -> ResponseReturnValue:
    """Show what came of a training."""
    training = context().workspace.trainings.get(training_id)
    if training.evaluation is None:
        return redirect(url_for("learn.of_training", training_id=training_id), 303)
    stored = table_of(training)
    is_table_there = stored is not None
    # Without their table nothing says which models belong together.
    models = context().workspace.trainings.of_table(training.table_id) if is_table_there else (training,)
    result = result_of(training.evaluation, training.plan)
    insights = insights_of(
        training.evaluation, training.plan, spots_of(training, stored), typical_of(training, stored)
    )
    decide = deciding_of(training, request.args)
    looked = looked_into(training, request.args.get("curve", type=int))
    return render_template(
        "results/show.html",
        training=training,
        rail=training_rail(training, "results"),
        result=result,
        insights=insights,
        parts=parts_of(result, insights, looked, decides=decide is not None),
        decide=decide,
        models=[model_thing(one) for one in models],
        undo=asked_undo(".undo_delete", "training_id"),
        longer=_longer_words(training.plan) if training.evaluation.longer_helps else "",
        saved=request.args.get("saved", ""),
        void=void_signature(training) if "saved" in request.args else "",
        is_table_there=is_table_there,
        came=came_words(training),
        again=learned_again(training),
        learned_for=learned_for(training),
        learned_at=learned_at(training),
        is_here="here" in request.args,
        looked=looked,
        entries=entries_of(training_id),
    )


@pages.post("/trainings/<training_id>/longer")
def learn_longer(training_id: str) -> ResponseReturnValue:
    """Learn the same again, with more care."""
    training = context().workspace.trainings.get(training_id)
    plan = replace(training.plan, budget=training.plan.longer or training.plan.budget)
    again = order_training(training.table_id, plan)
    return redirect(url_for("learn.of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/rule")
def use_rule(training_id: str) -> ResponseReturnValue:
    """Learn again, but a rule alone that fits on one page."""
    training = context().workspace.trainings.get(training_id)
    again = order_training(training.table_id, replace(training.plan, readable=True))
    return redirect(url_for("learn.of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/known")
def say_known(training_id: str) -> ResponseReturnValue:
    """Learn again, sure that the column is known in time."""
    training = context().workspace.trainings.get(training_id)
    known = (*training.plan.known, request.form["column"])
    again = order_training(training.table_id, replace(training.plan, known=known))
    return redirect(url_for("learn.of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/all-known")
def say_all_known(training_id: str) -> ResponseReturnValue:
    """Learn again, sure that every column is known in time."""
    training = context().workspace.trainings.get(training_id)
    again = order_training(training.table_id, replace(training.plan, all_known=True))
    return redirect(url_for("learn.of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/without")
def leave_out(training_id: str) -> ResponseReturnValue:
    """Learn again without the column."""
    training, column = context().workspace.trainings.get(training_id), request.form["column"]
    plan = replace(
        training.plan,
        exclude=(*training.plan.exclude, column),
        include=tuple(name for name in training.plan.include if name != column),
    )
    again = order_training(training.table_id, plan)
    return redirect(url_for("learn.of_training", training_id=again.id), 303)


@pages.post("/trainings/<training_id>/name")
def rename(training_id: str) -> ResponseReturnValue:
    """Give a model another name."""
    context().workspace.trainings.rename(training_id, request.form.get("name", ""))
    return redirect(url_for(".of_training", training_id=training_id), 303)


@pages.post("/trainings/<training_id>/delete")
def delete(training_id: str) -> ResponseReturnValue:
    """Put a model out of sight; it can be brought back until the program ends."""
    training = context().workspace.trainings.get(training_id)
    context().workspace.trainings.delete(training_id)
    undo: dict[str, Any] = {"undo_training_id": training_id, "name": training.name}
    if table_of(training) is None:
        return redirect(url_for("start.show", **undo), 303)
    return redirect(url_for(".of_table", table_id=training.table_id, **undo), 303)


@pages.post("/trainings/<training_id>/undo")
def undo_delete(training_id: str) -> ResponseReturnValue:
    """Bring a deleted model back."""
    context().workspace.trainings.undo_delete(training_id)
    return redirect(url_for(".of_training", training_id=training_id), 303)


def _undo_asked() -> dict[str, Any]:
    """Return what the address says was deleted, for the page that is shown instead."""
    return {name: value for name, value in request.args.items() if name in ("undo_training_id", "name")}


def _longer_words(plan: TrainingPlan) -> str:
    """Return what the next more careful learning would take; nothing after the most careful."""
    return say("Learn longer ({time})", {"time": up_to(plan.longer)}) if plan.longer else ""

"""What to predict: the question, the columns it is answered from, and how careful to be."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.engine.roles import assign_roles
from desktop_app.errors import UsageError
from desktop_app.web.apart import apart_question
from desktop_app.web.choice import (
    Choice,
    choice_of,
    kept_plan,
    lost_target,
    plan_of,
    read_choice,
    remembering,
)
from desktop_app.web.context import context
from desktop_app.web.orders import order_training
from desktop_app.web.planning import planning_of
from desktop_app.web.rail import table_rail
from desktop_app.web.reading.page import open_words
from desktop_app.web.where import where_of

pages = Blueprint("predict", __name__)


@pages.get("/tables/<table_id>/predict")
def of_table(table_id: str) -> str:
    """Show what can be predicted; a question that was clicked, or else the last choice, is filled in."""
    stored = context().workspace.tables.get(table_id)
    clicked = request.args.get("target", type=int)
    choice = choice_of(stored.plan, stored.table) if clicked is None else Choice(target=clicked)
    planning = planning_of(choice, stored.table)
    return render_template(
        "predict/show.html",
        stored=stored,
        rail=table_rail(stored, "predict"),
        planning=planning,
        apart=apart_question(choice, stored),
        where=where_of(stored),
        is_ready=True,
        open_questions=open_words(stored.table),
        lost=lost_target(stored.plan, stored.table) if clicked is None else None,
    )


@pages.post("/tables/<table_id>/plan")
def change(table_id: str) -> str:
    """Keep the choice after something in it was changed, and return it with what follows from it."""
    stored = context().workspace.tables.get(table_id)
    choice = read_choice(request.form, stored.table)
    plan = remembering(plan_of(choice, stored.table), stored.plan, stored.table)
    context().workspace.tables.keep_plan(table_id, kept_plan(plan, stored.table))
    planning = planning_of(choice, stored.table)
    if "HX-Request" in request.headers:
        apart = apart_question(choice, stored)
        return render_template(
            "predict/_plan.html",
            stored=stored,
            planning=planning,
            apart=apart,
            where=where_of(stored),
            is_ready=False,
        )
    return render_template(
        "predict/show.html",
        stored=stored,
        rail=table_rail(stored, "predict"),
        planning=planning,
        apart=apart_question(choice, stored),
        where=where_of(stored),
        is_ready=False,
        open_questions=open_words(stored.table),
        lost=None,
    )


@pages.post("/tables/<table_id>/trainings")
def learn(table_id: str) -> ResponseReturnValue:
    """Start to learn; a question that cannot be asked is said before anything starts."""
    stored = context().workspace.tables.get(table_id)
    choice = read_choice(request.form, stored.table)
    if choice.target is None:
        raise UsageError("error.not_understood")
    choice.worse.check()
    plan = remembering(plan_of(choice, stored.table), stored.plan, stored.table)
    assign_roles(stored.table, plan)
    return redirect(url_for("learn.of_training", training_id=order_training(table_id, plan).id), 303)

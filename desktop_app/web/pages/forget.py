"""Forget a table everywhere: first what goes with it, then the forgetting."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.forgetting import forget as forget_everywhere
from desktop_app.web.forgetting import going

pages = Blueprint("forget", __name__)


@pages.get("/tables/<table_id>/forget")
def show(table_id: str) -> str:
    """List what goes with a table, and ask."""
    return render_template("data/forget.html", table_id=table_id, going=going(table_id))


@pages.post("/tables/<table_id>/forget")
def forget(table_id: str) -> ResponseReturnValue:
    """Forget it; there is no way back."""
    name = going(table_id).name
    is_complete = forget_everywhere(table_id, keep_models="keep_models" in request.form)
    return redirect(url_for("start.show", forgotten=name, later=None if is_complete else 1), 303)

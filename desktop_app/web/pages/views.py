"""Views: the rows of a table in another order, or some of them."""

from flask import Blueprint

from desktop_app.records.jsonable import JSON, from_json
from desktop_app.records.views import Arranged, ArrangeOrder
from desktop_app.web.arranging import arranging_of, order_view, read_view_form, rule_fields, view_words
from desktop_app.web.context import context
from desktop_app.web.shown import table_shown
from desktop_app.web.watching import problem_of

pages = Blueprint("views", __name__)


@pages.post("/tables/<table_id>/views")
def arrange(table_id: str) -> dict[str, JSON]:
    """Sort the rows or find some of them, as the form says."""
    stored = table_shown(table_id)
    return {"view": order_view(stored, read_view_form(stored)).id}


@pages.get("/tables/<table_id>/views/<view_id>")
def show(table_id: str, view_id: str) -> dict[str, JSON]:
    """Say how far a view is: when it is there, how many rows it has and what it shows."""
    stored = context().workspace.tables.get(table_id)
    job = arranging_of(stored, view_id)
    if problem := problem_of(job):
        raise problem
    if job.state != "finished":
        return {"is_over": job.is_over, "rows": None, "words": ""}
    rows, view = from_json(Arranged, job.result).rows, from_json(ArrangeOrder, job.params).view
    words, rule = view_words(stored.table, view, rows), rule_fields(view, stored.table, rows)
    return {"is_over": True, "rows": rows, "words": words, "rule": {**rule} if rule else None}

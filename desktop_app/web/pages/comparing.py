"""Compare the models of one table."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.answers import progress_of
from desktop_app.web.comparing import comparing_page, job_of, why_not
from desktop_app.web.context import context
from desktop_app.web.orders import order_comparison
from desktop_app.web.rail import table_rail

pages = Blueprint("comparing", __name__)


@pages.get("/tables/<table_id>/compare")
def of_table(table_id: str) -> str:
    """Show all models of a table, and which of two is better."""
    stored = context().workspace.tables.get(table_id)
    return render_template(
        "comparing/show.html",
        stored=stored,
        rail=table_rail(stored, "results"),
        page=comparing_page(stored, request.args.get("first", ""), request.args.get("second", "")),
    )


@pages.post("/tables/<table_id>/compare")
def compare(table_id: str) -> ResponseReturnValue:
    """Compare the two models that the form names, where that can be done."""
    trainings = context().workspace.trainings
    first, second = (trainings.get(request.form.get(name, "")) for name in ("first", "second"))
    if why_not(first, second) is None:
        order_comparison(first, second)
    return redirect(url_for(".of_table", table_id=table_id, first=first.id, second=second.id), 303)


@pages.get("/tables/<table_id>/compare/progress/<job_id>")
def progress(table_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far the comparison is; the page moves on when it is over."""
    job = job_of(table_id, job_id)
    address = url_for(".progress", table_id=table_id, job_id=job_id)
    pair: dict[str, Any] = {"first": job.subject, "second": job.params.get("second_id", "")}
    return progress_of(job, address, url_for(".of_table", table_id=table_id, **pair))


@pages.post("/tables/<table_id>/compare/cancel/<job_id>")
def cancel(table_id: str, job_id: str) -> ResponseReturnValue:
    """End the comparison; nothing of it is kept."""
    context().jobs.cancel(job_of(table_id, job_id).id)
    return redirect(url_for(".of_table", table_id=table_id), 303)

"""What comes next in a table: it is asked here, and the forecast that comes of it has a page of its own."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.records.jobs import Job
from desktop_app.records.stored import StoredTable
from desktop_app.web.ahead_rail import ahead_rail
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.next_asked import JOURNEY, Asking, asked_again, asked_by, order_look, read_asking
from desktop_app.web.next_page import forecast_of, form_of, newest_of, next_page, open_of
from desktop_app.web.watching import job_of

pages = Blueprint("next", __name__)


@pages.get("/tables/<table_id>/next")
def of_table(table_id: str) -> str:
    """Show what can be asked, and which forecasts came of it."""
    return _shown(context().workspace.tables.get(table_id))


@pages.post("/tables/<table_id>/next/columns")
def change(table_id: str) -> str:
    """Return what follows from a choice; it is kept when it is asked."""
    stored = context().workspace.tables.get(table_id)
    asking = read_asking(request.form, stored.table)
    if "HX-Request" in request.headers:
        return render_template("next/_form.html", stored=stored, form=form_of(asking, stored.table))
    return _shown(stored, asking)


@pages.post("/tables/<table_id>/next")
def ask(table_id: str) -> ResponseReturnValue:
    """Look ahead, as the form says; what is missing is said above it."""
    stored = context().workspace.tables.get(table_id)
    asking = read_asking(request.form, stored.table)
    try:
        asked = asked_by(asking, stored.table)
    except UsageError as error:
        return _shown(stored, asking, error), 422
    order_look(stored, asked)
    return redirect(url_for(".of_table", table_id=table_id), 303)


@pages.post("/tables/<table_id>/next/<job_id>/again")
def again(table_id: str, job_id: str) -> ResponseReturnValue:
    """Look ahead once more, with what a person says of the forecast before."""
    stored, job = context().workspace.tables.get(table_id), job_of(table_id, job_id, JOURNEY)
    order_look(stored, asked_again(job, request.form, stored.table), job.id)
    return redirect(url_for(".of_table", table_id=table_id), 303)


@pages.get("/tables/<table_id>/next/progress/<job_id>")
def progress(table_id: str, job_id: str) -> ResponseReturnValue:
    """Return how far it is; the page moves on to the forecast when it is over."""
    job = job_of(table_id, job_id, JOURNEY)
    stored = context().workspace.tables.get(table_id)
    return progress_of(job, url_for(".progress", table_id=table_id, job_id=job_id), _after(job, stored))


@pages.post("/tables/<table_id>/next/cancel/<job_id>")
def cancel(table_id: str, job_id: str) -> ResponseReturnValue:
    """End it; nothing of it is kept, and forecasts from before stay."""
    context().jobs.cancel(job_of(table_id, job_id, JOURNEY).id)
    return redirect(url_for(".of_table", table_id=table_id), 303)


def _after(job: Job, stored: StoredTable) -> str:
    """Return where the forecast is shown, or where a person is asked of it first."""
    made = forecast_of(job)
    if made is None or open_of(job, made.card.found, stored.table):
        return url_for(".of_table", table_id=stored.id)
    return url_for("ahead.show", model_id=made.id)


def _shown(stored: StoredTable, asking: Asking | None = None, problem: UsageError | None = None) -> str:
    return render_template(
        "next/show.html",
        stored=stored,
        rail=ahead_rail(stored, newest_of(stored), "learn"),
        page=next_page(stored, asking, problem),
    )

"""Reading a file in another way: a decision is changed, a question answered, or a change undone."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.answers import moved
from desktop_app.web.context import context
from desktop_app.web.orders import order_reading
from desktop_app.web.rereading import active_reading, reading_address, reading_job
from desktop_app.web.watching import watch
from desktop_app.web.wishing import wishes_from

pages = Blueprint("reading", __name__)


@pages.post("/tables/<table_id>/reading")
def change(table_id: str) -> ResponseReturnValue:
    """Read the file once more, with the one decision changed that the form is about."""
    stored = context().workspace.tables.get(table_id)
    wishes, active = wishes_from(request.form, stored.table), active_reading(table_id)
    if wishes == stored.table.recipe.wishes:
        return redirect(reading_address(table_id), 303)
    if active:  # thought better of before it was done
        context().jobs.cancel(active.id)
    job = order_reading(stored, wishes)
    return redirect(reading_address(table_id, job.id, request.form.get("chip", "")), 303)


@pages.get("/tables/<table_id>/reading/<job_id>")
def progress(table_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while the file is read again."""
    job, part = reading_job(table_id, job_id), request.args.get("part", "")
    fragment = render_template("data/_rereading.html", table_id=table_id, watch=watch(job), part=part)
    return moved(fragment, reading_address(table_id, job_id, part)) if job.is_over else fragment


@pages.post("/tables/<table_id>/reading/<job_id>/cancel")
def cancel(table_id: str, job_id: str) -> ResponseReturnValue:
    """Stop reading; the table stays as it is."""
    context().jobs.cancel(reading_job(table_id, job_id).id)
    return redirect(reading_address(table_id), 303)


@pages.post("/tables/<table_id>/reading/undo")
def undo(table_id: str) -> ResponseReturnValue:
    """Take the reading before; the same once more undoes that."""
    context().workspace.tables.read_as_before(table_id)
    return redirect(url_for("data.of_table", table_id=table_id, back=1), 303)

"""Reading a file in another way: something is decided, a question answered, a step undone or done again."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from desktop_app.web.answers import moved
from desktop_app.web.context import context
from desktop_app.web.findings.logged import logging_fine
from desktop_app.web.reading.forms import wishes_from
from desktop_app.web.reading.page import active_reading, place, reading_address, reading_job
from desktop_app.web.reading.step_orders import take_step
from desktop_app.web.watching import watch

pages = Blueprint("reading", __name__)


@pages.post("/tables/<table_id>/reading")
def change(table_id: str) -> ResponseReturnValue:
    """Read the file once more, with the one decision changed that the form is about."""
    part = request.form.get("chip", "")
    return redirect(take_step(table_id, lambda table: wishes_from(request.form, table), part), 303)


@pages.get("/tables/<table_id>/reading/<job_id>")
def progress(table_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while the file is read again."""
    job = reading_job(table_id, job_id)
    fragment = render_template("data/_rereading.html", table_id=table_id, watch=watch(job), place=place())
    return moved(fragment, reading_address(table_id, job_id)) if job.is_over else fragment


@pages.post("/tables/<table_id>/reading/<job_id>/cancel")
def cancel(table_id: str, job_id: str) -> ResponseReturnValue:
    """Stop reading; the table stays as it is."""
    context().jobs.cancel(reading_job(table_id, job_id).id)
    return redirect(reading_address(table_id), 303)


@pages.post("/tables/<table_id>/reading/undo")
def undo(table_id: str) -> ResponseReturnValue:
    """Take the reading before the present one, or stop the one on its way; nothing happens without one."""
    history = context().workspace.tables.history
    if active := active_reading(table_id):
        context().jobs.cancel(active.id)
        return redirect(reading_address(table_id), 303)
    if history.around(table_id).can_undo:
        with logging_fine(table_id):
            history.undo(table_id)
    return redirect(reading_address(table_id, back="1"), 303)


@pages.post("/tables/<table_id>/reading/redo")
def redo(table_id: str) -> ResponseReturnValue:
    """Take the reading that was undone last; nothing happens where there is none."""
    history = context().workspace.tables.history
    if not active_reading(table_id) and history.around(table_id).can_redo:
        with logging_fine(table_id):
            history.redo(table_id)
    return redirect(reading_address(table_id, again="1"), 303)

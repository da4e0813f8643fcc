"""The buttons of what the first page says of this start."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.web.beginning import cut_off
from desktop_app.web.context import context

pages = Blueprint("beginning", __name__)


@pages.post("/beginning/open")
def open_again() -> ResponseReturnValue:
    """Open the file that was being opened when the program was ended."""
    job = cut_off()
    if job is None:
        raise NotFoundError("error.not_found")
    context().entrance.beginning.put_away()
    again = context().jobs.submit(job.journey, job.params, lane=job.lane, subject=job.subject)
    return redirect(url_for("opening.show", job_id=again.id), 303)


@pages.post("/beginning/put-away")
def put_away() -> ResponseReturnValue:
    """Say nothing of it any more."""
    context().entrance.beginning.put_away()
    return redirect(url_for("start.show"), 303)

"""Answers to htmx: how far a job is, and that the whole page moves somewhere else."""

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue

from desktop_app.records.jobs import Job
from desktop_app.web.watching import watch


def moved(fragment: str, address: str) -> Response:
    """Return the last fragment of a page that is over, and send the page to *address*."""
    response = make_response(fragment)
    response.headers["HX-Redirect"] = address
    return response


def refreshed(fragment: str) -> Response:
    """Return the last fragment of a part that is over, and have the page shown anew at the same place."""
    response = make_response(fragment)
    response.headers["HX-Refresh"] = "true"
    return response


def progress_of(job: Job, address: str, after: str = "") -> ResponseReturnValue:
    """Return how far a job is, asked for again at *address*; when it is over the page moves to *after*.

    Without *after* the page is shown anew where it stands: what came of the job is where its progress was.
    """
    fragment = render_template("apply/_progress.html", address=address, doing=watch(job))
    if not job.is_over:
        return fragment
    return moved(fragment, after) if after else refreshed(fragment)

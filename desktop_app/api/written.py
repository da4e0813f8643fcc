"""A prediction as a file, written by a worker when it is first asked for."""

import time
from http import HTTPStatus
from pathlib import Path

from desktop_app.api.asked import FORMATS, Format
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredAnswers
from desktop_app.service.problems import RefusedError
from desktop_app.web.context import context
from desktop_app.web.files import file_name
from desktop_app.web.orders import order_export
from desktop_app.web.watching import problem_of

PATIENCE = 20.0  # seconds, after which the caller is asked to come again
_LOOK = 0.05  # seconds


def written_file(stored: StoredAnswers, form: Format) -> Path:
    """Return a file with the answers; raises RefusedError while it is being written, and AppError."""
    suffix = FORMATS[form]
    job = _begun(stored, suffix)
    if job is None:
        job = order_export(stored, context().uploads.place_for(answered_name(stored, form), suffix))
    until = time.monotonic() + PATIENCE
    while not job.is_over and time.monotonic() < until:
        time.sleep(_LOOK)
        job = context().workspace.jobs.get(job.id)
    if problem := problem_of(job):
        raise problem
    if job.state != "finished":
        raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "api.later")
    return Path(from_json(Written, job.result).path)


def answered_name(stored: StoredAnswers, form: Format) -> str:
    """Return what a file with the answers is called."""
    return file_name(f"{Path(stored.name).stem} answered", FORMATS[form])


def _begun(stored: StoredAnswers, suffix: str) -> Job | None:
    """Return the job that writes the file, or has written it, if that is there still."""
    for job in context().workspace.jobs.list("export", stored.id):
        out = str(job.params.get("out", ""))
        if not out.endswith(suffix) or job.params.get("pick") or not context().uploads.holds(out):
            continue
        if not job.is_over or (job.state == "finished" and Path(out).is_file()):
            return job
    return None

"""Opening a file: while it is read, and when it could not be."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.language import _, say
from desktop_app.records.jobs import Job
from desktop_app.tables.samples import SAMPLES
from desktop_app.web.answers import moved
from desktop_app.web.bringing import JOURNEY as BRINGING
from desktop_app.web.bringing import open_source
from desktop_app.web.context import context
from desktop_app.web.model_pages import page_of
from desktop_app.web.orders import order_import
from desktop_app.web.sources import Source, read_source
from desktop_app.web.watching import watch

pages = Blueprint("opening", __name__)


@pages.post("/tables")
def open_file() -> ResponseReturnValue:
    """Open the file that the form brings."""
    return redirect(open_source(read_source()), 303)


@pages.post("/samples/<key>")
def open_sample(key: str) -> ResponseReturnValue:
    """Open a table that came with the program."""
    sample = next((sample for sample in SAMPLES if sample.key == key), None)
    if sample is None:
        raise NotFoundError("error.not_found")
    job = order_import(Source(path=sample.path, name=sample.path.name))
    return redirect(url_for(".show", job_id=job.id), 303)


@pages.get("/opening/<job_id>")
def show(job_id: str) -> ResponseReturnValue:
    """Show how far the reading is; when it is done, the table, the new file, or why not."""
    job = _reading(job_id)
    if job.state == "finished":
        return redirect(_goal(job), 303)
    return render_template(
        "opening/show.html",
        watch=watch(job),
        heading=_heading(job),
        way_back=_way_back(job),
        way_back_words=_("Back to the files") if job.journey == BRINGING else _("Open another file…"),
    )


@pages.get("/opening/<job_id>/progress")
def progress(job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while the file is read."""
    job = _reading(job_id)
    fragment = render_template("opening/_progress.html", watch=watch(job))
    return moved(fragment, url_for(".show", job_id=job_id)) if job.is_over else fragment


@pages.post("/opening/<job_id>/cancel")
def cancel(job_id: str) -> ResponseReturnValue:
    """Stop reading; nothing is kept."""
    job = _reading(job_id)
    context().jobs.cancel(job.id)
    return redirect(_way_back(job), 303)


def _reading(job_id: str) -> Job:
    """Return a job that reads a file; raises NotFoundError for one that does something else."""
    job = context().workspace.jobs.get(job_id)
    if job.journey not in ("import", "prepare", "look_at_model", "accept_model", "join", BRINGING):
        raise NotFoundError("error.not_found")
    return job


def _heading(job: Job) -> str:
    if job.journey == "join":
        return _("Putting the rows together")
    return say('Opening "{file}"', {"file": str(job.params["name"])})


def _goal(job: Job) -> str:
    if job.journey == "join":
        return url_for("again.learn", job_id=job.id)
    if job.journey == "look_at_model":
        return url_for("models.asked", job_id=job.id)
    if job.journey in ("accept_model", BRINGING):
        return page_of(job.subject)
    if job.journey == "prepare":
        return url_for("apply.show", answers_id=job.subject)
    return url_for("data.of_table", table_id=job.subject)


def _way_back(job: Job) -> str:
    if job.journey == BRINGING:
        bringing = context().bringings.of_job(job.id)
        return url_for("bringing.show", bringing_id=bringing.id) if bringing else url_for("models.show")
    if job.journey in ("prepare", "join"):
        return url_for("apply.of_training", training_id=str(job.params["training_id"]))
    return url_for("start.show")

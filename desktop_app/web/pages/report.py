"""Report: what is known of a model, as a page, for Word, as a PDF, or on paper."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.language import say
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.report.html import page_of, policy
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.goals import REPORTS, goal_for
from desktop_app.web.guard import POLICY
from desktop_app.web.learning import learning_of
from desktop_app.web.orders import order_report
from desktop_app.web.rail import table_rail, training_rail
from desktop_app.web.remarks import Noted, keep_note
from desktop_app.web.reporting import JOURNEY, choices_of, facts_of, report_of, reporting_of, wishes_of
from desktop_app.web.watching import job_of

pages = Blueprint("report", __name__)


@pages.get("/tables/<table_id>/report")
def of_table(table_id: str) -> ResponseReturnValue:
    """Show the report of the newest model of a table, or say that there is none."""
    stored, training = (
        context().workspace.tables.get(table_id),
        context().workspace.trainings.latest(table_id),
    )
    if training:
        return redirect(url_for(".of_training", training_id=training.id), 303)
    rail, way_on = table_rail(stored, "report"), url_for("predict.of_table", table_id=table_id)
    return render_template("report/empty.html", rail=rail, way_on=way_on, learning=None)


@pages.get("/trainings/<training_id>/report")
def of_training(training_id: str) -> str:
    """Show what is in the report, and a preview of it."""
    training = context().workspace.trainings.get(training_id)
    rail = training_rail(training, "report")
    if training.evaluation is None:
        way_on = url_for("learn.of_training", training_id=training_id)
        learning = learning_of(training)
        return render_template("report/empty.html", rail=rail, way_on=way_on, learning=learning)
    reporting = reporting_of(training, training.evaluation, request.args)
    return render_template("report/show.html", rail=rail, training=training, reporting=reporting)


@pages.post("/trainings/<training_id>/report")
def change(training_id: str) -> ResponseReturnValue:
    """Keep the note, and show the report as it is wanted now."""
    noted, training, evaluation = _with_note(training_id)
    reporting = reporting_of(training, evaluation, request.form)
    if "HX-Request" in request.headers:
        return render_template("report/_changed.html", training=training, reporting=reporting, noted=noted)
    return _shown(training_id, noted, **reporting.choices)


@pages.post("/trainings/<training_id>/report/save")
def save(training_id: str) -> ResponseReturnValue:
    """Write the report: where the person says, or as a copy that the browser fetches."""
    noted, training, evaluation = _with_note(training_id)
    wishes = wishes_of(request.form)
    out = goal_for(say("{name} report", {"name": training.name}), request.form.get("kind", ""), REPORTS)
    job = order_report(training, facts_of(training, evaluation), wishes, out).id if out else None
    return _shown(training_id, noted, job=job, **choices_of(wishes))


@pages.get("/trainings/<training_id>/report/progress/<job_id>")
def progress(training_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while a report is written."""
    job, choices = job_of(training_id, job_id, JOURNEY), choices_of(wishes_of(request.args))
    where = {"training_id": training_id, "noted": request.args.get("noted"), **choices}
    address = url_for(".progress", job_id=job_id, **where)
    return progress_of(job, address, url_for(".of_training", job=job_id, **where))


@pages.get("/trainings/<training_id>/report/print")
def on_paper(training_id: str) -> str:
    """Show the report alone, to be printed."""
    training, evaluation = _learned(training_id)
    report, choices = report_of(training, evaluation, request.args), choices_of(wishes_of(request.args))
    back = url_for(".of_training", training_id=training.id, **choices)
    return render_template("report/print.html", report=report, back=back)


@pages.get("/reports/<training_id>/preview")
def preview(training_id: str) -> Response:
    """Return the report as it is saved, in a sandbox of its own."""
    training, evaluation = _learned(training_id)
    response = Response(page_of(report_of(training, evaluation, request.args)), mimetype="text/html")
    response.headers[POLICY] = f"{policy()}; frame-ancestors 'self'; sandbox"
    return response


def _learned(training_id: str) -> tuple[StoredTraining, Evaluation]:
    """Return a training that has ended, and what came of it."""
    training = context().workspace.trainings.get(training_id)
    if training.evaluation is None:
        raise NotFoundError("error.not_found")
    return training, training.evaluation


def _with_note(training_id: str) -> tuple[Noted, StoredTraining, Evaluation]:
    """Keep the note that comes with a form; return what became of it, and the training with it."""
    _learned(training_id)
    noted = keep_note(request.form, partial(context().workspace.remarks.note_on_training, training_id))
    return noted, *_learned(training_id)


def _shown(training_id: str, noted: Noted, **choices: Any) -> ResponseReturnValue:
    """Return the way to the page of the report; that it is saved goes without saying there."""
    said = noted if noted == "both" else None
    return redirect(url_for(".of_training", training_id=training_id, noted=said, **choices), 303)

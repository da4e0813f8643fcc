"""The report of a forecast: as a page, for Word, as a PDF, or on paper."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.language import say
from desktop_app.reports.forecast_words import question_text
from desktop_app.reports.report.html import page_of, policy
from desktop_app.web.ahead_report import order_ahead_report, report_ahead
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.goals import REPORTS, goal_for
from desktop_app.web.guard import POLICY
from desktop_app.web.reporting import JOURNEY, choices_of, reporting_on, wishes_of
from desktop_app.web.watching import job_of

pages = Blueprint("ahead_report", __name__)


@pages.get("/forecasts/<model_id>/report")
def show(model_id: str) -> str:
    """Show how the report is wanted, and a preview of it."""
    stored = context().workspace.others.forecast(model_id)
    page = reporting_on(stored.id, question_text(stored.card.found), request.args)
    return render_template("ahead/report.html", stored=stored, reporting=page)


@pages.post("/forecasts/<model_id>/report/save")
def save(model_id: str) -> ResponseReturnValue:
    """Write the report: where the person says, or as a copy that the browser fetches."""
    stored, wishes = context().workspace.others.forecast(model_id), wishes_of(request.form)
    out = goal_for(say("{name} report", {"name": stored.name}), request.form.get("kind", ""), REPORTS)
    job = order_ahead_report(stored, wishes, out).id if out else None
    return redirect(url_for(".show", model_id=model_id, job=job, **choices_of(wishes)), 303)


@pages.get("/forecasts/<model_id>/report/progress/<job_id>")
def progress(model_id: str, job_id: str) -> ResponseReturnValue:
    """Return the part of the page that changes while a report is written."""
    job, choices = job_of(model_id, job_id, JOURNEY), choices_of(wishes_of(request.args))
    address = url_for(".progress", model_id=model_id, job_id=job_id, **choices)
    return progress_of(job, address, url_for(".show", model_id=model_id, job=job_id, **choices))


@pages.get("/forecasts/<model_id>/report/print")
def on_paper(model_id: str) -> str:
    """Show the report alone, to be printed."""
    stored, wishes = context().workspace.others.forecast(model_id), wishes_of(request.args)
    back = url_for(".show", model_id=model_id, **choices_of(wishes))
    return render_template("report/print.html", report=report_ahead(stored, wishes), back=back)


@pages.get("/forecasts/<model_id>/report/preview")
def preview(model_id: str) -> Response:
    """Return the report as it is saved, in a sandbox of its own."""
    stored = context().workspace.others.forecast(model_id)
    page = page_of(report_ahead(stored, wishes_of(request.args)))
    response = Response(page, mimetype="text/html")
    response.headers[POLICY] = f"{policy()}; frame-ancestors 'self'; sandbox"
    return response

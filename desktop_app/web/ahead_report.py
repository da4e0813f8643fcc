"""The report of a forecast, and who is asked to write it."""

from pathlib import Path

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.reporting import ReportOrder, ReportWishes
from desktop_app.records.stored import StoredForecast
from desktop_app.reports.report.ahead import compose_ahead
from desktop_app.reports.report.content import Report
from desktop_app.web.context import context
from desktop_app.web.going_on import went_on
from desktop_app.web.reporting import JOURNEY


def report_ahead(stored: StoredForecast, wishes: ReportWishes) -> Report:
    """Return the report, with what came of the newest rows."""
    return compose_ahead(stored.card, wishes, went_on(stored), note=stored.note)


def order_ahead_report(stored: StoredForecast, wishes: ReportWishes, out: Path) -> Job:
    """Write the report to a file."""
    order = ReportOrder(
        out=str(out), wishes=wishes, path=stored.model, went=went_on(stored), note=stored.note
    )
    return context().jobs.submit(JOURNEY, to_json(order), lane="short", subject=stored.id)

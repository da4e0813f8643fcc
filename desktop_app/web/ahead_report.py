"""The report of a forecast as its page shows it, and who is asked to write it."""

from pathlib import Path
from typing import Any

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.record import dataclass
from desktop_app.records.reporting import ReportOrder, ReportWishes
from desktop_app.records.stored import StoredForecast
from desktop_app.reports.forecast_words import question_text
from desktop_app.reports.report.ahead import compose_ahead
from desktop_app.reports.report.content import Report
from desktop_app.web.context import context
from desktop_app.web.going_on import went_on
from desktop_app.web.new_data import Saved, saved_of
from desktop_app.web.reporting import JOURNEY, Told, choices_of, wishes_of
from desktop_app.web.watching import Watch, doing, job_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadReporting:
    """All that the page shows but for the preview."""

    wishes: ReportWishes
    question: str  # the title that it has by itself
    choices: dict[str, Any]  # the wishes, as they stand in an address
    doing: Watch | None  # a file that is on its way, or that could not be written
    saved: Saved | None


def ahead_report_of(stored: StoredForecast, told: Told) -> AheadReporting:
    """Return what the page shows of the report that an address asks for."""
    wishes, job = wishes_of(told), job_shown(stored.id, told.get("job", ""), JOURNEY)
    return AheadReporting(
        wishes=wishes,
        question=question_text(stored.card.found),
        choices=choices_of(wishes),
        doing=doing(job),
        saved=saved_of(job),
    )


def report_ahead(stored: StoredForecast, wishes: ReportWishes) -> Report:
    """Return the report, with what came of the newest rows."""
    return compose_ahead(stored.card, wishes, went_on(stored))


def order_ahead_report(stored: StoredForecast, wishes: ReportWishes, out: Path) -> Job:
    """Write the report to a file."""
    order = ReportOrder(out=str(out), wishes=wishes, path=stored.model, went=went_on(stored))
    return context().jobs.submit(JOURNEY, to_json(order), lane="short", subject=stored.id)

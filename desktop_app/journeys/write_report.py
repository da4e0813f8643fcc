"""Write the report of a model, or of what was found of rows, to a file of the person's."""

from pathlib import Path

from desktop_app.models.admission import admitted
from desktop_app.models.card import card_of
from desktop_app.models.forecast_card import forecast_card_of
from desktop_app.models.kinds import by_kind
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import Written
from desktop_app.records.reporting import ReportOrder
from desktop_app.reports.report.ahead import compose_ahead
from desktop_app.reports.report.composing import compose, facts_of_card
from desktop_app.reports.report.content import Report as Composed
from desktop_app.reports.report.of_rows import compose_rows
from desktop_app.reports.report.writing import written
from desktop_app.tables.out.placing import placed

_COMPOSED = 0.2  # of the time


def write_report(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what was written; the file is then at `out`, whole.

    Raises ModelError where the file that is to say everything is no model, and SaveError.
    """
    order = from_json(ReportOrder, params)
    composed = _composed(order)
    report(Progress(fraction=_COMPOSED, read=True))
    out = Path(order.out)
    content = written(composed, out.suffix)
    with placed(out) as draft:
        draft.write_bytes(content)
    report(Progress(fraction=1.0))
    return to_json(Written(path=str(out), size=len(content)))


def _composed(order: ReportOrder) -> Composed:
    """Return what a report says. Raises ModelError where the file that is to say it is no model."""
    if order.rows:
        return compose_rows(order.rows, order.wishes.made)
    return compose(order.facts, order.wishes) if order.facts else _of_file(order)


def _of_file(order: ReportOrder) -> Composed:
    """Return the report of a model that its file tells all of. Raises ModelError where it is none."""
    package = admitted(Path(order.path), order.trust).package
    return by_kind(
        package,
        rows=lambda: compose(facts_of_card(card_of(package)), order.wishes),
        forecast=lambda: compose_ahead(forecast_card_of(package), order.wishes, order.went, note=order.note),
    )

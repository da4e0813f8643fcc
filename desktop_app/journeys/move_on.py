"""Go on with a forecast from the newer rows of a file, and save every step where the person wants it."""

from pathlib import Path

from desktop_app.journeys.newer_rows import check_options, gone_on, may_lack, read_newer
from desktop_app.journeys.reading import NewFile, check_asked, wishes_of_order, wrong_wishes
from desktop_app.journeys.stages import staged
from desktop_app.journeys.steps_ahead import Ahead, leave_steps, write_steps
from desktop_app.models.forecast_file import OpenedForecast
from desktop_app.records.forecasts import MOST_TOLD
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.looking_ahead import MovedOnFile
from desktop_app.records.orders import PredictFileOrder
from desktop_app.reports.forecast_words import shortened

_READ, _ANSWERED = 0.4, 0.8  # of the time


def moved_on(model: OpenedForecast, order: PredictFileOrder, folder: Path, report: Report) -> MovedOnFile:
    """Return what comes next after the rows in the file of an order; every step is then at `out`, whole.

    Raises DataError where a column is missing, and UsageError for options of models that answer rows.
    """
    given = {"--map": order.matches, "--multiply": order.multiply, "--explain": order.explain}
    check_options(order.model, given | {"--parts": order.parts})
    card, path = model.card, Path(order.path)
    reading = staged(report, 0.0, _READ)
    file = NewFile(path=path, name=path.name, wishes=wishes_of_order(order))
    with wrong_wishes(order.wishes):
        table = read_newer(file, folder, card, reading)
    check_asked(order, table)
    lacking = may_lack(card, table, order.allow_missing, Path(order.model).name)
    report(Progress(fraction=_READ, read=True))
    newer = gone_on(model, folder, table, lacking)
    report(Progress(fraction=_ANSWERED))
    ahead = Ahead(future=newer.future, card=card, table=table)
    rows = leave_steps(ahead, folder)
    return MovedOnFile(
        found=card.found,
        future=shortened(newer.future, MOST_TOLD),
        rows=rows,
        cautions=rows if ahead.caution else 0,
        written=write_steps(ahead, folder, Path(order.out)),
        warnings=(*table.warnings, *model.notices),
        hindsight=newer.hindsight,
    )

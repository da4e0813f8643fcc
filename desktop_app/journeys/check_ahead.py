"""Say how newer rows fit a forecast, and how it did where they say what came; nothing is kept."""

from pathlib import Path
from typing import Literal

from desktop_app.journeys.newer_rows import Newer, check_options, gone_on, missing, needed, read_newer
from desktop_app.journeys.reading import NewFile, check_asked, wishes_of_order, wrong_wishes
from desktop_app.models.forecast_file import OpenedForecast
from desktop_app.records.checking import CheckedAhead, CheckedFile, CheckFileOrder
from desktop_app.records.jobs import Report
from desktop_app.records.models import Preflight


def check_ahead(model: OpenedForecast, order: CheckFileOrder, folder: Path, report: Report) -> CheckedFile:
    """Return how the file of an order fits a forecast.

    Raises UsageError for options of models that answer rows, and DataError where no row has a time.
    """
    check_options(order.model, {"--map": order.matches, "--multiply": order.multiply})
    card, path = model.card, Path(order.path)
    with wrong_wishes(order.wishes):
        file = NewFile(path=path, name=path.name, wishes=wishes_of_order(order))
        table = read_newer(file, folder, card, report)
    check_asked(order, table)
    lacking = missing(card, table)
    is_unfit = bool(needed(card, lacking, order.allow_missing))
    newer = None if is_unfit else gone_on(model, folder, table, lacking)
    ahead = CheckedAhead(
        found=card.found,
        until=newer.future.until if newer else "",
        hindsight=newer.hindsight if newer else None,
    )
    notices = newer.future.remarks if newer else ()
    preflight = Preflight(fit=_fit(newer), rows=table.rows, notices=notices, missing=lacking)
    return CheckedFile(preflight=preflight, warnings=(*table.warnings, *model.notices), ahead=ahead)


def _fit(newer: Newer | None) -> Literal["fits", "caution", "unfit"]:
    if newer is None:
        return "unfit"
    is_worse = newer.hindsight is not None and newer.hindsight.holds == "worse"
    is_odd = any(remark.level != "note" for remark in newer.future.remarks)
    return "caution" if is_worse or is_odd else "fits"

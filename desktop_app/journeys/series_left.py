"""Many series, left as a file of which a page reads one at a time."""

from pathlib import Path

from desktop_app.models.canonical import write_json
from desktop_app.records.forecasts import ForecastFound, ForecastFuture, SeriesAhead
from desktop_app.records.jsonable import to_json
from desktop_app.records.looking_ahead import AHEAD_FILES, SeriesErrors
from desktop_app.reports.forecast_card_words import for_a_page

MOST_IN_CARD = 20  # series; what a page shows of more, it reads from the file


def leave_series(future: ForecastFuture, folder: Path) -> bool:
    """Leave many series in the folder of a job: their names in a line, then a line for each."""
    if len(future.series) <= MOST_IN_CARD:
        return False
    names = [one.name for one in future.series]
    lines = [write_json(list(names)), *(write_json(to_json(one)) for one in for_a_page(future.series))]
    (folder / AHEAD_FILES["series"]).write_bytes(b"\n".join(lines) + b"\n")
    return True


def errors_of(found: ForecastFound) -> tuple[SeriesErrors, ...]:
    """Return how each series did that was tested alone."""
    return tuple(told for one in found.series if (told := _errors(one)))


def _errors(one: SeriesAhead) -> SeriesErrors | None:
    if one.miss is None or one.simple is None:
        return None
    return SeriesErrors(name=one.name, miss=one.miss, simple=one.simple)

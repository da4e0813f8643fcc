"""Many series, left as a file of which a page reads one at a time."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from desktop_app.models.canonical import write_json
from desktop_app.records.forecasts import ForecastFound, ForecastFuture
from desktop_app.records.jsonable import to_json
from desktop_app.records.looking_ahead import AHEAD_FILES
from desktop_app.records.series_errors import (
    LONGEST_LINE,
    SeriesErrors,
    errors_of,
    heads_of,
    read_heads,
    worst_first,
)
from desktop_app.reports.forecast_card_words import for_a_page

MOST_IN_CARD = 20  # series; what a page shows of more, it reads from the file
# Of what a worker says of single series: a letter takes up to twelve bytes of a message of a million.
MOST_LISTED, _MOST_LETTERS = 2_000, 60_000


def leave_series(future: ForecastFuture, folder: Path) -> bool:
    """Leave many series in the folder of a job: in a line their names and errors, then a line for each."""
    if len(future.series) <= MOST_IN_CARD:
        return False
    lines = [
        write_json(heads_of(future.series)),
        *(write_json(to_json(one)) for one in for_a_page(future.series)),
    ]
    (folder / AHEAD_FILES["series"]).write_bytes(b"\n".join(lines) + b"\n")
    return True


def worst_of(found: ForecastFound) -> tuple[SeriesErrors, ...]:
    """Return how series did that were tested alone, the worst beside their simple way first; not too many."""
    told = worst_first(errors_of(found.series).values())
    letters = accumulate(len(one.name) for one in told)
    fit = sum(so_far <= _MOST_LETTERS for so_far in letters)
    return tuple(told[: min(fit, MOST_LISTED)])


def with_errors(future: ForecastFuture, errors: Mapping[str, SeriesErrors]) -> ForecastFuture:
    """Return the same, with how each series did that was tested alone."""
    told = [
        replace(one, miss=errors[one.name].miss, simple=errors[one.name].simple)
        if one.name in errors
        else one
        for one in future.series
    ]
    return replace(future, series=tuple(told))


def errors_left(file: str) -> dict[str, SeriesErrors]:
    """Return what a file of series says of how each did; nothing where it is none, or of an older form."""
    unreadable = (OSError, ValueError, TypeError, LookupError)
    with suppress(*unreadable), Path(file).open(encoding="ascii") as lines:
        return read_heads(json.loads(lines.readline(LONGEST_LINE)))[1]
    return {}

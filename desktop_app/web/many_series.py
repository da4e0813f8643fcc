"""Many series of a forecast: all of them can be found on its page, and each is read alone."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from desktop_app.errors import NotFoundError
from desktop_app.records.forecasts import ForecastFound, SeriesAhead
from desktop_app.records.jsonable import from_json
from desktop_app.records.record import dataclass
from desktop_app.records.series_errors import LONGEST_LINE, SeriesErrors, errors_of, read_heads
from desktop_app.records.stored import StoredForecast
from desktop_app.reports.forecast_card_words import errors_cells
from desktop_app.reports.notice_words import text_of
from desktop_app.web.ahead import Ahead, ahead_of
from desktop_app.web.context import context
from desktop_app.web.listing import place_in, stretch_of, wanted_in, with_words
from desktop_app.workspace.folders import ahead_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One series of the list."""

    place: int  # in the file
    name: str
    cells: tuple[str, ...]  # its miss, that of a simple way, and a word; empty ones where it was not tested


@dataclass(frozen=True, slots=True, kw_only=True)
class ManySeries:
    """All series, of which some are listed, and one is shown."""

    of: int
    find: str
    count: str  # how many were found, and which of these are listed
    lines: tuple[Line, ...]
    place: int  # of the series that is shown
    start: int
    before: int | None  # where the list before, and the one behind, begins
    after: int | None
    ahead: Ahead


def many_series(stored: StoredForecast, told: Mapping[str, str]) -> ManySeries | None:
    """Return what an address tells to show; None where there are few series, or not all are here."""
    file = ahead_beside(Path(stored.model))["series"]
    with suppress(OSError, ValueError, TypeError, LookupError, ArithmeticError):
        if file.is_file():
            return _read(stored, file, told)
    return None


def _read(stored: StoredForecast, file: Path, told: Mapping[str, str]) -> ManySeries:
    found, find = stored.card.found, wanted_in(told)
    with file.open(encoding="ascii") as lines:
        names, errors = read_heads(json.loads(lines.readline(LONGEST_LINE)))
        listed = _listed(names, _errors_of(stored) | errors, found, find)
        place = place_in(told, "series", listed[0].place if listed else 0, len(names))
        line = next(islice(lines, place, None), "")
    shown = from_json(SeriesAhead, json.loads(line))
    part = stretch_of(told, len(listed))
    values = {"count": len(listed), "of": len(names), "first": part.start + 1, "last": part.end}
    return ManySeries(
        of=len(names),
        find=find,
        count=text_of(_found_text(find, len(listed)), values),
        lines=tuple(listed[part.start : part.end]),
        place=place,
        start=part.start,
        before=part.before,
        after=part.after,
        ahead=ahead_of((shown,), found, 0, 1),
    )


def _listed(
    names: Sequence[str], errors: Mapping[str, SeriesErrors], found: ForecastFound, find: str
) -> list[Line]:
    """Return the series with all words of *find*: the worst beside its simple way first, untested last."""
    which = with_words(names, find)
    which.sort(key=lambda at: (-errors[names[at]].badness if names[at] in errors else 1.0, at))
    return [Line(place=at, name=names[at], cells=errors_cells(errors.get(names[at]), found)) for at in which]


def _found_text(find: str, count: int) -> str:
    if not find:
        return "ahead.series_all"
    return "ahead.series_listed" if count else "ahead.series_none"


def _errors_of(stored: StoredForecast) -> dict[str, SeriesErrors]:
    """Return how each series did that was tested alone; of a model that came as a file only the first few."""
    told = errors_of(stored.card.found.series)
    with suppress(NotFoundError):
        job = context().workspace.jobs.get(stored.id)
        more = from_json(tuple[SeriesErrors, ...], job.result.get("errors", []))
        told |= {one.name: one for one in more}
    return told

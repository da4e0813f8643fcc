"""A saved forecast, as its page shows it: what it says of itself, and what comes next."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import NotFoundError
from desktop_app.models.forecast_prose import holds_text
from desktop_app.records.forecasts import ForecastFound, SeriesAhead
from desktop_app.records.looking_ahead import SAVED_AS
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredForecast, StoredTable
from desktop_app.reports.forecast_card_words import (
    CardWords,
    card_words,
    series_rows,
    shown_series,
    some_series_text,
)
from desktop_app.reports.forecast_words import future_cells
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.pictures.forecast_chart import forecast_chart
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.verdict_words import TONES
from desktop_app.web.context import context
from desktop_app.web.models import day_text
from desktop_app.workspace.folders import ahead_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What comes next in one series, and which others can be chosen."""

    names: tuple[str, ...]  # of the series that can be shown; one empty name where there is no group
    place: int  # of the series that is shown
    rows: tuple[tuple[str, ...], ...]  # moment, value, and the ends of its range
    some: str  # that not all series are here
    picture: Picture | None  # of the series that is shown

    @property
    def name(self) -> str:
        """The series that is shown."""
        return self.names[self.place] if self.names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPage:
    """All that the page shows of the model itself."""

    card: CardWords
    tone: str
    came: tuple[str, ...]
    is_open: bool  # only the page of its table asks what a person has not said yet
    ahead: Ahead
    holds: str  # what the file holds of the table
    is_for_use: bool
    kinds: tuple[str, ...]  # of file as which all steps can be saved
    each: tuple[tuple[str, ...], ...]  # how each series did: name, its miss, that of a simple way, in a word


def forecast_page(stored: StoredForecast, place: int, *, is_of_table: bool = False) -> ForecastPage:
    """Return what the page shows; *place*: of the series to be shown; *is_of_table*: which is here."""
    found, words = stored.card.found, card_words(stored.card)
    return ForecastPage(
        card=words,
        tone=TONES[words.verdict.level],
        came=() if is_of_table else _came(stored),
        is_open=is_of_table and found.is_joining_open,
        ahead=ahead_of(found.series, found, place, found.series_count),
        holds=holds_text(found.asked.target),
        is_for_use=found.is_for_use,
        kinds=tuple(kind for kind in SAVED_AS[::-1] if ahead_beside(Path(stored.model))[kind].is_file()),
        each=series_rows(found),
    )


def asked_of(stored: StoredForecast) -> StoredTable | None:
    """Return the table of which it was asked; None where it came as a file, or the table is gone."""
    try:
        job = context().workspace.jobs.get(stored.id)
        return context().workspace.tables.get(job.subject) if job.journey == "look_ahead" else None
    except NotFoundError:
        return None


def ahead_of(series: Sequence[SeriesAhead], found: ForecastFound, place: int, of: int) -> Ahead:
    """Return what comes next in one of the series; *of*: how many there are at all."""
    shown = shown_series(series)
    place = place if 0 <= place < len(shown) else 0
    return Ahead(
        names=tuple(one.name for one in shown),
        place=place,
        rows=tuple(future_cells(shown[place].future, found)) if shown else (),
        some=some_series_text(len(shown), of) if found.asked.group else "",
        picture=forecast_chart(shown[place], found) if shown else None,
    )


def _came(stored: StoredForecast) -> tuple[str, ...]:
    origin = stored.origin
    if not origin.file:
        return (text_of("next.own", {"table": stored.card.table}),)
    told = {"file": origin.file, "version": origin.version, "date": day_text(origin.made)}
    return (text_of("ahead.came", told), *(notice_text(notice) for notice in origin.notices))

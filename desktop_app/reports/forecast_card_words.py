"""What the file of a forecast says of itself, as a page and a report tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app import counting
from desktop_app.language import name, of_day
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import ForecastFound, SeriesAhead
from desktop_app.records.record import dataclass
from desktop_app.records.series_errors import SeriesErrors, errors_of, worst_first
from desktop_app.reports.forecast_words import (
    amounts_of,
    forecast_words,
    future_cells,
    missed_text,
    moment_text,
    period_text,
    question_text,
    remark_texts,
    steps_text,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_words import VerdictWords

_OF = 100
_HOW = {True: "next.series_better", False: "next.series_worse"}
MOST_SERIES = 200  # that a page offers
_MOST_STEPS = 20_000  # that are kept for a page, of all series together; as many moments of their past
_LEAST_PAST, _LEAST_DRAWN = 24, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is said under a name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """All of it in words. *by_step*: how far ahead, its miss, that of the simple way, and what was inside."""

    question: str
    verdict: VerdictWords
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]
    by_step: tuple[tuple[str, ...], ...]


def card_words(card: ForecastCard) -> CardWords:
    """Return what is said. Raises ValueError, TypeError or LookupError for a card that cannot be said."""
    found = card.found
    for series in found.series:
        future_cells(series.future, found)
    return CardWords(
        question=question_text(found),
        verdict=forecast_words(found),
        facts=_facts(card),
        remarks=tuple(filter(None, (missed_text(found), *remark_texts(found.remarks, found)))),
        by_step=_by_step(found),
    )


def shown_series(series: Sequence[SeriesAhead]) -> tuple[SeriesAhead, ...]:
    """Return as many of the series as a page offers, each with the newest part of its past."""
    steps = max((len(one.future) for one in series), default=1)
    shown = series[: max(1, min(MOST_SERIES, _MOST_STEPS // max(1, steps)))]
    most = max(_LEAST_PAST, _MOST_STEPS // max(1, len(shown)))
    return tuple(replace(one, past=one.past[-most:]) for one in shown)


def for_a_page(series: Sequence[SeriesAhead]) -> Iterator[SeriesAhead]:
    """Yield every series with as much of its past as a page draws of one among many."""
    most = max(_LEAST_DRAWN, _MOST_STEPS // max(1, len(series)))
    return (replace(one, past=one.past[-most:]) for one in series)


def some_series_text(shown: int, of: int) -> str:
    """Return that not all series are shown; nothing where they are."""
    return text_of("ahead.some_series", {"count": shown, "of": of}) if shown < of else ""


def series_rows(found: ForecastFound) -> tuple[tuple[str, ...], ...]:
    """Return how each series did alone, the worst beside its simple way first; nothing without a group."""
    told = errors_of(found.series).values() if found.asked.group else ()
    return tuple((one.name, *errors_cells(one, found)) for one in worst_first(told))


def errors_cells(errors: SeriesErrors | None, found: ForecastFound) -> tuple[str, ...]:
    """Return how far off a series was, and its simple way, and a word for it; None: it was not tested."""
    if errors is None:
        return "", "", text_of("ahead.series_untested")
    written = amounts_of(found)
    return written.near(errors.miss), written.near(errors.simple), text_of(_HOW[errors.is_better])


def _facts(card: ForecastCard) -> tuple[Fact, ...]:
    found, asked = card.found, card.found.asked
    past = {"first": moment_text(found.first), "last": moment_text(found.last)}
    told = {
        "target": name(asked.target),
        "time": name(asked.time),
        "group": text_of("ahead.group", {"group": asked.group, "count": found.series_count})
        if asked.group
        else "",
        "step": period_text(found.period),
        "horizon": steps_text(asked.horizon, found.period),
        "past": text_of("ahead.past", past | {"past": steps_text(found.steps, found.period)}),
        "known": ", ".join(map(name, asked.known)) or text_of("ahead.known_none"),
        "learned": text_of("ahead.learned", {"count": card.rows, "file": card.table}),
        "made": of_day(card.created[:10]),
    }
    return tuple(Fact(name=text_of(f"ahead.fact.{key}"), value=value) for key, value in told.items() if value)


def _by_step(found: ForecastFound) -> tuple[tuple[str, ...], ...]:
    written = amounts_of(found)
    return tuple(
        (
            steps_text(one.step, found.period),
            written.near(one.miss),
            written.near(one.simple),
            _inside(one.coverage, one.tested),
        )
        for one in found.by_step
    )


def _inside(coverage: float | None, tested: int) -> str:
    """Return how many of 100 real values, or of fewer, lay within their ranges."""
    if coverage is None:
        return ""
    of = min(_OF, counting.denominator(tested, (coverage,))) if tested < _OF else _OF
    return text_of("ahead.inside", {"inside": counting.count(coverage, of), "of": of})

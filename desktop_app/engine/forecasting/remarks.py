"""What a person should know of the series, beside how far off the answers are."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.judging import FEWEST_BATCHES
from desktop_app.engine.forecasting.origins import Tried, fewest_to_learn
from desktop_app.engine.forecasting.seasons import by_calendar, fewest_for
from desktop_app.records.notices import Notice, Value, first_few

_MOST_DAYS = 5  # that are named
_MOST_SERIES = 3


def remarks_on(forecaster: Forecaster, tried: Tried, errors: tuple[Floats, Floats]) -> list[Notice]:
    """Return the remarks on a forecast of which this was tried, with the *errors* (series,) of each alone."""
    return [*_on_time(forecaster), *_on_test(forecaster, tried), *_on_each(forecaster, tried, *errors)]


def _on_time(forecaster: Forecaster) -> list[Notice]:
    """Return what there is to say of moments, seasons and days."""
    panel, season, found = forecaster.panel, forecaster.seasons[0], []
    period = panel.form.timeline.period
    told = by_calendar(period)
    if panel.gaps:
        found.append(_note("forecast.gaps", count=panel.gaps, of=panel.values.size))
    if told and season == 1:
        found.append(_note("forecast.no_season", period=period.name, need=fewest_for(told[0])))
    if not told and season > 1:
        found.append(_note("forecast.season_found", season=season))
    holidays = forecaster.learned.holidays
    if holidays is not None and holidays.sizes:
        days = first_few(sorted(holidays.sizes), _MOST_DAYS)
        found.append(_note("forecast.holidays", count=len(holidays.sizes), days=days))
    if forecaster.is_never_negative:
        found.append(_note("forecast.never_negative"))
    return found


def _on_test(forecaster: Forecaster, tried: Tried) -> list[Notice]:
    """Return what there is to say of how it was measured."""
    panel, found, plan = forecaster.panel, [], tried.plan
    if plan.is_simple:
        need = fewest_to_learn(forecaster.seasons[0], plan.horizon)
        values: dict[str, Value] = {"count": panel.moments, "need": need}
        found.append(Notice(code="forecast.simple_only", values=values, level="caution"))
    elif (stretches := tried.stretches) < FEWEST_BATCHES:
        found.append(Notice(code="forecast.few_origins", values={"count": stretches}, level="caution"))
    return found


def _on_each(forecaster: Forecaster, tried: Tried, misses: Floats, simple: Floats) -> list[Notice]:
    """Return how each of many series did alone, where how far off it is overall was found on some of them."""
    names, tested = forecaster.panel.names, len(tried.scale)
    if tested == len(names):
        return []
    found = [_note("forecast.found_on", count=tested, of=len(names))]
    told = np.isfinite(misses)
    worse = np.flatnonzero(told & (misses >= simple))
    if not len(worse):
        return [*found, _note("forecast.each_better", count=int(told.sum()))]
    worst = worse[np.argsort(-misses[worse] / np.maximum(simple[worse], 1e-300), kind="stable")]
    some = first_few([names[at] for at in worst], _MOST_SERIES)
    return [*found, _note("forecast.each_worse", count=len(worse), of=int(told.sum()), names=some)]


def _note(code: str, **values: Value) -> Notice:
    return Notice(code=code, values=values)

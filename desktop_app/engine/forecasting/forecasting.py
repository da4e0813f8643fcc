"""From the rows of a table to what comes next, how far off that may be, and whether to use it."""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, drawn
from desktop_app.engine.forecasting.alone import errors_alone
from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.judging import Judged, gives_away, judged, level_of
from desktop_app.engine.forecasting.origins import (
    Tried,
    farthest,
    fewest_moments,
    plan_origins,
    try_out,
)
from desktop_app.engine.forecasting.panel import Panel, make_panel, without_ended
from desktop_app.engine.forecasting.remarks import remarks_on
from desktop_app.engine.forecasting.rows import read_rows
from desktop_app.engine.forecasting.seasons import seasons_for
from desktop_app.engine.forecasting.seen import Seen, seen_of, usual_of
from desktop_app.engine.forecasting.ways import learn
from desktop_app.engine.workshop import HERE, Hands, fits_of, workshop
from desktop_app.errors import DataError
from desktop_app.records.forecasts import ForecastAsked, ForecastFound, SeriesAhead
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.notices import Notice

MOST_TESTED = 100  # series
_MOST_DECIMALS = 6
_TRIED = 0.8  # of the time

Errors = tuple[Floats, Floats]  # (series,): of each, and of its best simple way


def forecast(
    frame: pd.DataFrame, asked: ForecastAsked, report: Report, *, threads: int = 2, hands: Hands = HERE
) -> tuple[ForecastFound, Forecaster]:
    """Return what came of it and what answers from now on.

    What can be done side by side is done by *hands*, in so many threads of this computer or elsewhere, with
    the same numbers. Raises DataError where the table holds no series, or one that is too short or always the
    same.
    """
    began = time.monotonic()
    rows = read_rows(frame, asked)
    panel = without_ended(make_panel(rows, asked), fewest_moments(asked.horizon))
    _check(panel, asked)
    seasons = seasons_for(panel.form.timeline.period, panel.values, asked.horizon)
    usual = usual_of(panel)
    plan = plan_origins(panel.told, seasons[0], asked.horizon)
    whole, tested = seen_of(panel, seasons, usual), _tested(panel, asked.seed)
    with workshop(threads) as pool, fits_of(pool, hands) as fits:
        seen, told = seen_of(tested, seasons, usual), _telling(report, panel, tested)
        tried = try_out(seen, plan, asked.seed, fits, told[0])
        if not tried.told.any():
            raise _too_short(panel, asked, int(np.isfinite(panel.values).sum(axis=1).max()))
        errors = _errors(tried) if tested is panel else errors_alone(whole, tried, fits, told[1])
        report(_progress("learning", _TRIED))
        learned = learn(whole, panel.moments - 1, 0 if plan.is_simple else asked.horizon, asked.seed)
        forecaster = Forecaster(
            asked=asked,
            panel=panel,
            levels=rows.levels,
            usual=usual,
            seasons=seasons,
            learned=learned,
            weights=tried.weights(),
            ranges=tried.ranges(),
        )
        found = _found(forecaster, tried, whole, errors)
    return replace(found, seconds=time.monotonic() - began), forecaster


def _telling(
    report: Report, panel: Panel, tested: Panel
) -> tuple[Callable[[float], None], Callable[[float], None]]:
    """Return what tells how much is done: of looking ahead in some series, and in each one of many."""
    first = _TRIED if tested is panel else _TRIED * len(tested.names) / (len(tested.names) + len(panel.names))
    return (
        lambda done: report(_progress("testing", first * done)),
        lambda done: report(_progress("testing", first + (_TRIED - first) * done)),
    )


def _progress(code: str, fraction: float) -> Progress:
    return Progress(fraction=fraction, notice=Notice(code=f"forecast.{code}"))


def _check(panel: Panel, asked: ForecastAsked) -> None:
    """Raise DataError where there is too little of every series, or nothing that changes."""
    told = panel.values[np.isfinite(panel.values)]
    if told.min() == told.max():
        raise DataError("forecast.constant", target=asked.target, value=f"{told[0]:.12g}")
    count = int(np.isfinite(panel.values).sum(axis=1).max())
    if count < fewest_moments(asked.horizon):
        raise _too_short(panel, asked, count)


def _too_short(panel: Panel, asked: ForecastAsked, count: int) -> DataError:
    """Return what is raised where so many known values of a series are too few."""
    fewest = fewest_moments(asked.horizon)
    return DataError(
        "forecast.too_short",
        count=count,
        need=fewest if count < fewest else count + asked.horizon,  # more where gaps left nothing to test
        possible=min(farthest(count), asked.horizon - 1),
        steps=asked.horizon,
        period=panel.form.timeline.period.name,
        every=panel.form.timeline.period.every,
    )


def _tested(panel: Panel, seed: int) -> Panel:
    """Return the series that the ways are tried on: all, or some of many."""
    if len(panel.names) <= MOST_TESTED:
        return panel
    return panel.take(drawn(len(panel.names), MOST_TESTED, seed))


def _found(forecaster: Forecaster, tried: Tried, seen: Seen, errors: Errors) -> ForecastFound:
    asked, panel, judgement = forecaster.asked, forecaster.panel, judged(tried)
    future = forecaster.future()
    give_away = gives_away(seen, asked)
    timeline = panel.form.timeline
    first, last = timeline.texts(np.array([0, panel.moments - 1]))
    remarks = remarks_on(forecaster, tried, errors)
    return ForecastFound(
        **{name: getattr(judgement, name) for name in Judged.__slots__},
        level=level_of(judgement, is_simple=tried.plan.is_simple, gives_away=bool(give_away)),
        asked=asked,
        period=timeline.period,
        season=forecaster.seasons[0],
        steps=panel.moments,
        gaps=panel.gaps,
        repeats=panel.repeats,
        joining=panel.form.joining,
        series_count=len(panel.names),
        mase=judgement.miss / judgement.season_miss if judgement.season_miss > 0 else 1.0,
        series=_with_errors(future.series, errors),
        first=first,
        last=last,
        give_away=give_away,
        decimals=_decimals(panel.values),
        remarks=(*panel.remarks, *remarks, *future.remarks),
    )


def _errors(tried: Tried) -> Errors:
    """Return how each of the series did that were tried."""
    blended, shared = np.abs(tried.blended[tried.measured]), tried.told
    simple = [np.abs(misses[tried.measured]) for misses in tried.simple.values()]
    found = np.full((2, shared.shape[1]), np.nan)
    for at in range(shared.shape[1]):
        known = shared[:, at]
        if known.any():
            found[:, at] = blended[:, at][known].mean(), min(one[:, at][known].mean() for one in simple)
    return found[0], found[1]


def _with_errors(series: tuple[SeriesAhead, ...], errors: Errors) -> tuple[SeriesAhead, ...]:
    """Return the series with their own errors, those with the largest values first."""
    told = [
        one if np.isnan(miss) else replace(one, miss=float(miss), simple=float(simple))
        for one, miss, simple in zip(series, *errors, strict=True)
    ]
    return tuple(sorted(told, key=lambda one: -abs(one.future[0].value)))


def _decimals(values: Floats) -> int:
    """Return with how many decimals the values are written."""
    told = values[np.isfinite(values)][:1000]
    for decimals in range(_MOST_DECIMALS):
        if np.allclose(told, np.round(told, decimals), rtol=0, atol=1e-9):
            return decimals
    return _MOST_DECIMALS

"""Whether what the file of a forecast says of itself can be, and is what its own parts say."""

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

import numpy as np

from desktop_app.models.sound_evaluation import is_plain
from desktop_app.records.forecast_cards import MOST_STEPS
from desktop_app.records.forecasts import (
    MOST_TOLD,
    ForecastFound,
    Joining,
    MonthForm,
    PeriodName,
    SeriesAhead,
    StepError,
)
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice

if TYPE_CHECKING:  # a card is read by who forecasts nothing
    from desktop_app.engine.forecasting.forecaster import Forecaster

_MOST_DECIMALS = 300  # beyond which a float holds nothing
_MOST_SEEDS = 2**32
_MOST_COUNT = 2**53  # which a number holds without loss
_LONGEST_PART = 8  # letters beside a year and a month
_NEAR = 1e-6
_COUNTS = ("count", "of", "need", "season")
_LISTS = ("columns", "names", "days")
_CHOICES: dict[str, tuple[str, ...]] = {"joining": get_args(Joining), "period": get_args(PeriodName)}
_REMARKS = {  # what each is told with
    "forecast.gaps": ("count", "of"),
    "forecast.repeats": ("count", "joining"),
    "forecast.coarser": ("period",),
    "forecast.no_time_rows": ("count",),
    "forecast.no_season": ("period", "need"),
    "forecast.season_found": ("season",),
    "forecast.holidays": ("count", "days"),
    "forecast.simple_only": ("count", "need"),
    "forecast.few_origins": ("count",),
    "forecast.capped_past": ("count",),
    "forecast.capped_series": ("count", "of"),
    "forecast.tested_some": ("count", "of"),
    "forecast.found_on": ("count", "of"),
    "forecast.each_better": ("count",),
    "forecast.each_worse": ("count", "of", "names"),
    "forecast.ended": ("count", "names"),
    "forecast.short_series": ("count", "names"),
    "forecast.known_missing": ("columns", "count"),
    "forecast.never_negative": (),
}


def can_be(found: ForecastFound) -> bool:
    """Whether what was found can be said: in names, counts and numbers that fit each other."""
    asked = found.asked
    return (
        is_plain(to_json(found))
        and found.level != "untested"
        and 1 <= asked.horizon <= MOST_STEPS
        and 0 <= asked.seed < _MOST_SEEDS
        and 0 < found.period.every < math.inf
        and 0 <= found.decimals <= _MOST_DECIMALS
        and set(asked.confirmed) <= set(asked.known)
        and (not found.give_away or found.give_away in asked.known)
        and found.joining == (asked.joining or found.joining)
        and (asked.form is None or _is_form(asked.form))
        and _counts_fit(found)
        and _scores_fit(found)
        and len(found.series) <= MOST_TOLD
        and all(_is_series(series, found) for series in found.series)
        and all(map(_is_remark, found.remarks))
    )


def is_of(found: ForecastFound, forecaster: "Forecaster") -> bool:
    """Whether what was found speaks of the series that a forecaster goes on from."""
    panel, timeline = forecaster.panel, forecaster.panel.form.timeline
    first, last = timeline.texts(np.array([0, panel.moments - 1]))
    names = set(panel.names)
    return (
        found.asked == forecaster.asked
        and (found.period, found.joining) == (timeline.period, panel.form.joining)
        and (found.first, found.last) == (first, last)
        and (found.steps, found.gaps, found.series_count) == (panel.moments, panel.gaps, len(panel.names))
        and found.season == forecaster.seasons[0]
        and (bool(found.asked.group) or panel.names == ("",))
        and is_plain(list(panel.names))
        and all(series.name in names for series in found.series)
        and all(_times_fit(series, forecaster) for series in found.series)
    )


def _is_form(form: MonthForm) -> bool:
    """Whether months can be written so: in few letters, and with twelve names where it takes names."""
    named = form.part == "name"
    return (
        max(map(len, (form.before, form.between))) <= _LONGEST_PART
        and len(form.names) == (12 if named else 0)
        and all(0 < len(name) <= 4 * _LONGEST_PART for name in form.names)
    )


def _counts_fit(found: ForecastFound) -> bool:
    counts = (found.season, found.steps, found.series_count, found.origins, found.tested)
    return (
        all(1 <= count <= _MOST_COUNT for count in counts)
        and 0 <= found.repeats <= _MOST_COUNT
        and 0 <= found.gaps <= found.steps * found.series_count
        and found.seconds >= 0
    )


def _scores_fit(found: ForecastFound) -> bool:
    """Whether no error is below 0, each lies in its range, and skill is what they make of it."""
    simple = {"last": found.last_miss, "season": found.season_miss, "average": found.average_miss}
    low, high = found.low * (1 - _NEAR), found.high * (1 + _NEAR)
    misses = (found.low, found.simple_miss, *simple.values())
    skill = 1 - (found.miss / found.simple_miss) ** 2 if found.simple_miss > 0 else found.skill
    return (
        all(miss >= 0 for miss in misses)
        and low <= found.miss <= high
        and _near(found.simple_miss, simple[found.simple])
        and _near(found.skill, skill)
        and -1 <= found.skill_low <= max(found.skill, -1) + _NEAR
        and found.mase >= 0
        and _is_share(found.coverage)
        and all(_is_step(step, found) for step in found.by_step)
        and _rises([step.step for step in found.by_step])
        and len({way.name for way in found.ways}) == len(found.ways)
        and all(way.miss >= 0 and _is_share(way.weight) for way in found.ways)
    )


def _is_step(step: StepError, found: ForecastFound) -> bool:
    return (
        1 <= step.step <= found.asked.horizon
        and min(step.miss, step.simple) >= 0
        and _is_share(step.coverage)
        and 0 < step.tested <= found.tested
    )


def _is_series(series: SeriesAhead, found: ForecastFound) -> bool:
    """Whether each step has its range around it, and there are as many as were asked for."""
    return (
        len(series.future) == found.asked.horizon
        and 0 < series.steps <= found.steps
        and all(step.low <= step.value <= step.high for step in series.future)
        and all(miss is None or miss >= 0 for miss in (series.miss, series.simple))
    )


def _times_fit(series: SeriesAhead, forecaster: "Forecaster") -> bool:
    timeline, moments = forecaster.panel.form.timeline, forecaster.panel.moments
    ahead = timeline.texts(moments + np.arange(forecaster.asked.horizon))
    past = set(timeline.texts(np.arange(moments)))
    return [step.time for step in series.future] == ahead and all(one.time in past for one in series.past)


def _is_remark(remark: Notice) -> bool:
    names = _REMARKS.get(remark.code)
    return (
        names is not None
        and set(remark.values) == set(names)
        and all(_can_be_told(name, value) for name, value in remark.values.items())
    )


def _can_be_told(name: str, value: object) -> bool:
    if name in _COUNTS:
        return isinstance(value, int) and 0 <= value <= _MOST_COUNT
    return isinstance(value, list) if name in _LISTS else value in _CHOICES[name]


def _is_share(value: float | None) -> bool:
    return value is None or 0 <= value <= 1 + _NEAR


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_NEAR, abs_tol=_NEAR)


def _rises(steps: Iterable[int]) -> bool:
    steps = list(steps)
    return steps == sorted(set(steps))

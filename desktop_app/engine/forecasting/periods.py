"""How far the moments of a time column are apart, found from the column alone."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.moments import (
    MONTHS,
    UNITS,
    Moments,
    Timeline,
    counted_from_1970,
    days_of_month,
)
from desktop_app.records.forecasts import Period, PeriodName

_MONTHLY: tuple[tuple[PeriodName, int, int], ...] = (  # days from one moment to the next
    ("month", 27, 32),
    ("quarter", 88, 93),
    ("year", 364, 367),
)
_COARSER: tuple[PeriodName, ...] = ("hour", "day", "week", "month", "quarter", "year")
_EVEN, _OFTEN, _FULL, _MOST = 0.9, 0.4, 0.7, 0.95  # shares
_WEEKEND, _FEW = 5, 0.01
_YEARS = (1000, 2500)
_DAY, _WEEK = UNITS["day"], UNITS["week"]
_MONDAY = 4 * _DAY  # the fifth of January 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The timeline of a column, and whether its times were uneven, and several share a place by necessity."""

    timeline: Timeline
    is_coarser: bool


def find_timeline(times: npt.NDArray[Any], series: Ints) -> Found | None:
    """Return the timeline of times (rows,) that are known, of series (rows,); None for a single time."""
    order = np.lexsort((times, series))
    times, series = times[order], series[order]
    same = series[1:] == series[:-1]
    apart = (times[1:] - times[:-1])[same]
    later = apart.astype(np.float64) > 0
    if not later.any():
        return None
    if times.dtype.kind != "M":
        return Found(timeline=_of_numbers(times, apart[later]), is_coarser=False)
    times = times.astype("datetime64[us]")
    apart = apart[later].astype("timedelta64[us]").astype(np.float64)
    timeline = _by_months(times, apart) or _by_clock(times, apart)
    if timeline is not None:
        return Found(timeline=timeline, is_coarser=False)
    return Found(timeline=_coarser(times, series), is_coarser=True)


def _of_numbers(times: Floats, apart: Floats) -> Timeline:
    step = _most_frequent(apart)
    whole = bool((times == np.round(times)).all() and step == round(step))
    is_year = whole and times.min() >= _YEARS[0] and times.max() <= _YEARS[1]
    period = Period(name="year" if is_year else "step", every=step)
    return Timeline(period=period, start=float(times.min()), numbers=True)


def _by_months(times: Moments, apart: Floats) -> Timeline | None:
    """Return the timeline of times that come once in one or several months, on the same day of it."""
    days = apart / _DAY
    for name, fewest, most in _MONTHLY:
        if np.mean((days >= fewest) & (days <= most)) >= _EVEN:
            return _monthly(times, Period(name=name))
    day, length = days_of_month(times)
    shared = max(np.mean(day == _most_frequent(day)), np.mean(day == length))
    if shared < _MOST or np.median(days) < _MONTHLY[0][1]:
        return None
    months = np.round(days / 30.44)
    return _monthly(times, _months_apart(int(_most_frequent(months))))


def _months_apart(months: int) -> Period:
    for name, of in MONTHS.items():
        if months % of == 0:
            return Period(name=name, every=months / of)
    raise AssertionError(months)


def _monthly(times: Moments, period: Period) -> Timeline:
    day, length = days_of_month(times)
    is_last = np.mean(day == length) >= _EVEN and length.min() < length.max()
    usual = 0 if is_last else int(_most_frequent(day))
    period = Period(name=period.name, every=period.every, day=usual)
    return Timeline(period=period, start=float(counted_from_1970(times, period.name).min()))


def _by_clock(times: Moments, apart: Floats) -> Timeline | None:
    """Return the timeline of times at the same distance, or on workdays; None for uneven ones."""
    step = _most_frequent(np.round(apart / 1e6) * 1e6) or 1e6
    near = np.abs(apart / step - np.round(apart / step)) <= 0.1
    if np.mean(near) < _EVEN or np.mean(np.abs(apart - step) <= 0.1 * step) < _OFTEN:
        return None
    if step == _DAY and _has_no_weekends(times):
        period = Period(name="workday")
        return Timeline(period=period, start=float(counted_from_1970(times, "workday").min()))
    for name, unit in UNITS.items():
        if step % unit == 0:
            return Timeline(period=Period(name=name, every=step / unit), start=_start(times))
    return Timeline(period=Period(name="second", every=step / UNITS["second"]), start=_start(times))


def _start(times: Moments) -> float:
    return float(times.min().astype("datetime64[us]").astype(np.int64))


def _has_no_weekends(times: Moments) -> bool:
    weekday = (np.unique(times.astype("datetime64[D]")).astype(np.int64) + 3) % 7
    return bool(len(weekday) >= 2 * _WEEKEND and np.mean(weekday >= _WEEKEND) <= _FEW)


def _coarser(times: Moments, series: Ints) -> Timeline:
    """Return the finest period of which hardly any is without a row."""
    timeline = _whole(times, _COARSER[0])
    for name in _COARSER:
        timeline = _whole(times, name)
        places = timeline.places(times)
        filled = len(np.unique(np.stack([series, places]), axis=1)[0])
        reach = sum(int(np.ptp(places[series == one])) + 1 for one in np.unique(series))
        if filled >= _FULL * reach:
            break
    return timeline


def _whole(times: Moments, name: PeriodName) -> Timeline:
    """Return a timeline whose moments are beginnings of days, Mondays, or firsts of months."""
    if name in MONTHS:
        months, of = counted_from_1970(times, name).min(), MONTHS[name]
        return Timeline(period=Period(name=name, day=1), start=float(months // of * of))
    first, unit = _start(times), UNITS[name]
    offset = _MONDAY if name == "week" else 0
    return Timeline(period=Period(name=name), start=float((first - offset) // unit * unit + offset))


def _most_frequent(values: npt.NDArray[Any]) -> float:
    found, counts = np.unique(values, return_counts=True)
    return float(found[int(np.argmax(counts))])

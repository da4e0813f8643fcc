"""The ways of answering: three simple ones, smoothing, and lines or trees that read lags and the calendar."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.gaps import filled_from_before, usual_change
from desktop_app.engine.forecasting.holidays import Holidays, find_holidays, spreads_of
from desktop_app.engine.forecasting.lagged import Past, Rows, lags_for
from desktop_app.engine.forecasting.lines import Lines, learn_lines
from desktop_app.engine.forecasting.seasons import is_shown
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.engine.forecasting.smoothing import smoothed
from desktop_app.engine.forecasting.trees import Trees, learn_trees
from desktop_app.records.forecasts import WayName

_LOGARITHMS: WayName = "linear_log"  # the lines that read and answer these
_TWO_YEARS = 500  # days, or workdays
_FARTHEST = 1.0  # an answer is no farther outside of what was seen than that is wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learned of so many *moments*. *season*: of smoothing, in moments; 1 where none is shown.

    *scales* (series,): the usual change, of the values (`linear`) or of their logarithms (`linear_log`).
    """

    moments: int
    season: int
    scales: Mapping[WayName, Floats]
    lines: Mapping[WayName, Lines | Trees] = field(default_factory=dict)
    holidays: Holidays | None = None

    def with_new(self, values: Floats, week: int) -> "Learned":
        """Return the same for more series, behind the others, that nothing was learned from.

        *values* (series, moments) are theirs; a week has so many moments.
        """
        if not len(values):
            return self
        with np.errstate(invalid="ignore", divide="ignore"):
            scales = {
                name: np.concatenate([scale, usual_change(_as_read(values, name))])
                for name, scale in self.scales.items()
            }
        holidays = self.holidays
        if holidays is not None:
            spreads = np.concatenate([holidays.spreads, spreads_of(values, week)])
            holidays = replace(holidays, spreads=spreads)
        return replace(self, scales=scales, holidays=holidays)


def for_others(learned: Learned, seen: Seen) -> Learned:
    """Return what was learned of some series for others, of which only what is their own is found out."""
    past, holidays = seen.until(learned.moments - 1), learned.holidays
    if holidays is not None:
        holidays = replace(holidays, spreads=spreads_of(past.values, seen.week))
        past = past.without(holidays)
    with np.errstate(invalid="ignore", divide="ignore"):
        scales = {name: usual_change(_as_read(past.values, name)) for name in learned.scales}
    return replace(learned, scales=scales, holidays=holidays)


def learn(seen: Seen, last: int, horizon: int, seed: int) -> Learned:
    """Return what the values up to the place *last* teach; no lines where the horizon is 0."""
    past = seen.until(last)
    holidays = None
    if seen.days is not None and last >= _TWO_YEARS:
        holidays = find_holidays(past.values, seen.days[: last + 1], seen.week)
    past = past.without(holidays)
    scales: dict[WayName, Floats] = {"linear": usual_change(past.values)}
    if past.is_positive:
        scales[_LOGARITHMS] = usual_change(np.log(past.values))
    season = seen.seasons[0] if is_shown(past.values, seen.seasons[0]) else 1
    learned = Learned(moments=last + 1, season=season, scales=scales, holidays=holidays)
    lines: dict[WayName, Lines | Trees] = {}
    for name in scales if horizon else ():
        values = _as_read(past.values, name)
        found = learn_lines(rows_of(past, learned, name), values, last, horizon, seed)
        if found is not None:
            lines[name] = found
    if horizon and past.known.shape[2]:
        trees = learn_trees(rows_of(past, learned, "boosting"), past.values, last, horizon, seed)
        lines |= {"boosting": trees} if trees else {}
    return replace(learned, lines=lines)


def answers(
    learned: Learned,
    seen: Seen,
    origins: Ints,
    horizon: int,
    unmoved: Mapping[WayName, Floats] | None = None,
) -> dict[WayName, Floats]:
    """Return (origins, series, steps) of each way; NaN where a way has no answer.

    *unmoved* are answers to the same values beside other known columns, of which only some ways read any.
    """
    raw = seen.until(int(origins.max()))
    even = raw.without(learned.holidays)
    found = {} if unmoved else _by_smoothing(even, learned.season, origins, horizon)
    with np.errstate(over="ignore"):
        for name, lines in learned.lines.items():
            if name == _LOGARITHMS and not even.is_positive:
                continue
            found[name] = _by_lines(name, lines, learned, even, origins)
    if even is not raw and learned.holidays is not None and seen.days is not None:
        effects = learned.holidays.effects(seen.days)
        ahead = effects[:, origins[:, None] + np.arange(1, horizon + 1)]
        found = {name: one + np.moveaxis(ahead, 0, 1) for name, one in found.items()}
    found |= {} if unmoved else _simple(raw.values, seen.seasons[0], origins, horizon)
    low, high = _bounds(raw.values, origins)
    return {**(unmoved or {}), **{name: np.clip(one, low, high) for name, one in found.items()}}


def _by_smoothing(seen: Seen, season: int, origins: Ints, horizon: int) -> dict[WayName, Floats]:
    smooth, drift = smoothed(seen.values, season, origins, horizon)
    found: dict[WayName, Floats] = {"smoothing": smooth, "drift": drift}
    if seen.is_positive:
        logarithms = smoothed(np.log(seen.values), season, origins, horizon)
        with np.errstate(over="ignore"):
            found["smoothing_log"], found["drift_log"] = (np.exp(one) for one in logarithms)
    return found


def rows_of(seen: Seen, learned: Learned, name: WayName) -> Rows:
    """Return the rows that the lines or trees of this name read."""
    past = Past(
        filled=filled_from_before(_as_read(seen.values, name), seen.seasons[0]),
        seasons=seen.seasons,
        calendar=seen.calendar.told_by(learned.moments),
        known=seen.known,
        scale=learned.scales[name if name == _LOGARITHMS else "linear"],
        lags=lags_for(learned.moments),
    )
    return Rows(past)


def _as_read(values: Floats, name: WayName) -> Floats:
    return np.log(values) if name == _LOGARITHMS else values


def _by_lines(name: WayName, lines: Lines | Trees, learned: Learned, seen: Seen, origins: Ints) -> Floats:
    rows = rows_of(seen, learned, name)
    series, places = rows.askable(origins)
    found = np.full((len(origins), len(seen.values), lines.horizon), np.nan)
    if len(series):
        answered = lines.answer(rows, series, places)
        found[np.searchsorted(origins, places), series] = (
            np.exp(answered) if name == _LOGARITHMS else answered
        )
    return found


def _simple(values: Floats, season: int, origins: Ints, horizon: int) -> dict[WayName, Floats]:
    filled = filled_from_before(values, season)
    last = np.repeat(filled[:, origins].T[:, :, None], horizon, axis=2)
    known = np.isfinite(values)
    sums, counts = np.cumsum(np.where(known, values, 0.0), axis=1), np.cumsum(known, axis=1)
    mean = (sums[:, origins] / np.maximum(counts[:, origins], 1)).T
    average = np.repeat(np.where(counts[:, origins].T > 0, mean, np.nan)[:, :, None], horizon, axis=2)
    if season == 1:
        return {"last": last, "season": last.copy(), "average": average}
    steps = np.arange(1, horizon + 1)
    places = origins[:, None] + steps - season * -(-steps // season)  # (origins, steps)
    before = np.moveaxis(filled[:, np.maximum(places, 0)], 0, 1)
    before = np.where(places[:, None, :] >= 0, before, last)
    return {"last": last, "season": before, "average": average}


def _bounds(values: Floats, origins: Ints) -> tuple[Floats, Floats]:
    """Return (origins, series, 1) the least and the most that is answered."""
    low = np.fmin.accumulate(values, axis=1)[:, origins].T
    high = np.fmax.accumulate(values, axis=1)[:, origins].T
    width = _FARTHEST * (high - low)
    return (low - width)[:, :, None], (high + width)[:, :, None]

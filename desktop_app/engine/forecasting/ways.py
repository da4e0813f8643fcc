"""The ways of answering: the two simple ones, smoothing, and lines that read lags and the calendar."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.gaps import filled_from_before, usual_change
from desktop_app.engine.forecasting.holidays import Holidays, find_holidays
from desktop_app.engine.forecasting.lagged import Past, Rows, lags_for
from desktop_app.engine.forecasting.lines import Lines, learn_lines
from desktop_app.engine.forecasting.moments import Moments
from desktop_app.engine.forecasting.seasons import is_shown
from desktop_app.engine.forecasting.smoothing import smoothed
from desktop_app.engine.forecasting.trees import Trees, learn_trees
from desktop_app.records.forecasts import WayName

_TWO_YEARS = 500  # days, or workdays
_FARTHEST = 1.0  # an answer is no farther outside of what was seen than that is wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the ways look at: values (series, moments), NaN where unknown, and all that reaches ahead.

    *calendar* (moments and more, columns), *known* (series, moments and more, columns). A column of the
    calendar is read from *from_moments* (columns,) on: a year must have been seen twice.
    """

    values: Floats
    seasons: tuple[int, ...]
    calendar: Floats
    from_moments: Ints
    known: Floats
    days: Moments | None = None  # (moments and more,), where a moment is a day
    week: int = 7  # moments

    def past(self, learned: "Learned", name: WayName) -> Past:
        """Return what the lines of this name read."""
        values = np.log(self.values) if name == "linear_log" else self.values
        return Past(
            filled=filled_from_before(values, self.seasons[0]),
            seasons=self.seasons,
            calendar=self.calendar[:, self.from_moments <= learned.moments],
            known=self.known,
            scale=learned.scales["linear_log" if name == "linear_log" else "linear"],
            lags=lags_for(learned.moments),
        )

    def until(self, last: int) -> "Seen":
        """Return the same as it was when the values at the place *last* were the newest."""
        return replace(self, values=self.values[:, : last + 1])

    def without(self, holidays: Holidays | None) -> "Seen":
        """Return the same without what holidays do."""
        if holidays is None or self.days is None or not holidays.sizes:
            return self
        return replace(self, values=self.values - holidays.effects(self.days[: self.values.shape[1]]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learned of so many *moments*. *season*: of smoothing; 1 where none is shown.

    *scales* (series,): the usual change, of the values or their logarithms.
    """

    moments: int
    season: int
    scales: Mapping[WayName, Floats]
    lines: Mapping[WayName, Lines | Trees] = field(default_factory=dict)
    holidays: Holidays | None = None


def learn(seen: Seen, last: int, horizon: int, seed: int) -> Learned:
    """Return what the values up to the place *last* teach; no lines where the horizon is 0."""
    past = seen.until(last)
    holidays = None
    if seen.days is not None and last >= _TWO_YEARS:
        holidays = find_holidays(past.values, seen.days[: last + 1], seen.week)
    past = past.without(holidays)
    scales: dict[WayName, Floats] = {"linear": usual_change(past.values)}
    if _is_positive(past.values):
        scales["linear_log"] = usual_change(np.log(past.values))
    season = seen.seasons[0] if is_shown(past.values, seen.seasons[0]) else 1
    learned = Learned(moments=last + 1, season=season, scales=scales, holidays=holidays)
    lines: dict[WayName, Lines | Trees] = {}
    for name in scales if horizon else ():
        values = np.log(past.values) if name == "linear_log" else past.values
        found = learn_lines(Rows(past.past(learned, name)), values, last, horizon, seed)
        if found is not None:
            lines[name] = found
    if horizon and past.known.shape[2]:
        trees = learn_trees(Rows(past.past(learned, "boosting")), past.values, last, horizon, seed)
        lines |= {"boosting": trees} if trees else {}
    return replace(learned, lines=lines)


def answers(learned: Learned, seen: Seen, origins: Ints, horizon: int) -> dict[WayName, Floats]:
    """Return (origins, series, steps) of each way; NaN where a way has no answer."""
    raw = seen.until(int(origins.max()))
    even = raw.without(learned.holidays)
    known = even.values
    found: dict[WayName, Floats] = {}
    found["smoothing"], found["drift"] = smoothed(known, learned.season, origins, horizon)
    with np.errstate(over="ignore"):
        if _is_positive(known):
            logarithms = smoothed(np.log(known), learned.season, origins, horizon)
            found["smoothing_log"], found["drift_log"] = (np.exp(one) for one in logarithms)
        for name, lines in learned.lines.items():
            if name == "linear_log" and not _is_positive(known):
                continue
            found[name] = _by_lines(name, lines, learned, even, origins)
    if even is not raw and learned.holidays is not None and seen.days is not None:
        effects = learned.holidays.effects(seen.days)
        ahead = effects[:, origins[:, None] + np.arange(1, horizon + 1)]
        found = {name: one + np.moveaxis(ahead, 0, 1) for name, one in found.items()}
    found |= _simple(raw.values, seen.seasons[0], origins, horizon)
    low, high = _bounds(raw.values, origins)
    return {name: np.clip(one, low, high) for name, one in found.items()}


def _by_lines(name: WayName, lines: Lines | Trees, learned: Learned, seen: Seen, origins: Ints) -> Floats:
    rows = Rows(seen.past(learned, name))
    series, places = rows.askable(origins)
    found = np.full((len(origins), len(seen.values), lines.horizon), np.nan)
    if len(series):
        answered = lines.answer(rows, series, places)
        found[np.searchsorted(origins, places), series] = (
            np.exp(answered) if name == "linear_log" else answered
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


def _is_positive(values: Floats) -> bool:
    return bool(np.nanmin(values) > 0)

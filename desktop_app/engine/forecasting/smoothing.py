"""Exponential smoothing with every one of a grid of constants at once, weighed by how well each one did.

Hyndman, Koehler, Snyder and Grose, A state space framework for automatic forecasting using exponential
smoothing methods, 2002: level, damped trend and season, added up. What each set of constants foresaw one
step ahead gives it its weight (Kolassa, Combining exponential smoothing forecasts using Akaike weights,
2011). One pass over time serves all moments from which it is to look ahead, since nothing looks back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.forecasting.gaps import mean_known

_LEVELS = (0.02, 0.06, 0.12, 0.2, 0.35, 0.5, 0.7, 0.9, 1.0)
_TRENDS = ((0.0, 1.0), (0.03, 0.98), (0.1, 0.97), (0.25, 0.9))  # share of the level's constant, damping
_SEASONS = (0.0, 0.1, 0.3, 0.6)  # share of what the level leaves
_LONG, _FEWER_SEASONS = 30, (0.0, 0.2)  # steps of a season from which on fewer constants are tried
_PART = 400_000  # numbers of a season's state that are held at a time
_MOST_COUNTED = 150  # steps: more would leave all weight to one set of constants


@dataclass(frozen=True, slots=True)
class _Grid:
    """The sets of constants (sets,): of level, trend, damping, season, and how many of them are free."""

    level: Floats
    trend: Floats
    damping: Floats
    season: Floats
    free: Floats

    @classmethod
    def of(cls, season: int) -> "_Grid":
        """Return the sets for a season of so many steps; 1: none."""
        shares = (0.0,) if season == 1 else _FEWER_SEASONS if season > _LONG else _SEASONS
        sets = [(a, b, d, s) for a in _LEVELS for b, d in _TRENDS for s in shares]
        level, trend, damping, share = np.array(sets).T
        free = np.asarray(1.0 + 2 * (trend > 0) + (share > 0), dtype=np.float64)
        return cls(level, level * trend, damping, share * (1 - level), free)


class _State:
    """Where every series stands with every set of constants."""

    def __init__(self, values: Floats, season: int, grid: _Grid, first: int) -> None:
        """Begin with the first values (series, moments) of each series, seen from the place *first* on."""
        self._grid, self._season = grid, season
        self._starts = np.argmax(np.isfinite(values), axis=1)
        self._begun = int(self._starts.max())  # all have from there on
        self._ready = _ready_at(self._starts, season, first)
        early = _from_start(values, self._starts, _learning(season), self._ready)
        seasonal, level, slope = _beginning(early, season)
        shape = (len(values), len(grid.level))
        self.level = np.broadcast_to((level - slope)[:, None], shape).copy()
        self.trend = np.where(grid.trend > 0, slope[:, None], 0.0)
        turned = (np.arange(season) - self._starts[:, None]) % season
        seasonal = np.take_along_axis(seasonal, turned, axis=1)
        self.season = np.repeat(seasonal[:, :, None], shape[1], axis=2)  # (series, season, sets)
        self.squares, self.count = np.zeros(shape), np.zeros((len(values), 1))

    def take(self, value: Floats, place: int) -> None:
        """Learn the values (series,) of the next moment; NaN where there is none."""
        grid, at = self._grid, place % self._season
        known = np.isfinite(value)[:, None]
        steady = self.level + grid.damping * self.trend
        miss = np.where(known, value[:, None] - steady - self.season[:, at], 0.0)
        level, trend = steady + grid.level * miss, grid.damping * self.trend + grid.trend * miss
        if place < self._begun:  # the level of a series that has not begun stays
            begun = (self._starts <= place)[:, None]
            level, trend = np.where(begun, level, self.level), np.where(begun, trend, self.trend)
        self.level, self.trend = level, trend
        if self._season > 1:
            self.season[:, at] += grid.season * miss
        if place < self._begun + _learning(self._season):
            known = known & (self._starts + _learning(self._season) <= place)[:, None]
            miss = np.where(known, miss, 0.0)
        self.squares += miss * miss
        self.count += known

    def is_ready(self, place: int) -> Flags:
        """Return (series,) whether what each began with lies before this place."""
        return np.asarray(self._ready <= place)

    def ahead(self, place: int, horizon: int, sets: Flags) -> Floats:
        """Return (series, horizon): what follows after the moment at *place*, by these of the sets."""
        steps = np.arange(1, horizon + 1)
        damped = np.cumsum(self._grid.damping[sets][:, None] ** steps, axis=1)  # (sets, horizon)
        weights = self._weights(sets)
        level = np.sum(weights * self.level[:, sets], axis=1)
        trend = (weights * self.trend[:, sets]) @ damped
        found = level[:, None] + trend
        if self._season > 1:
            season = np.einsum("sg,smg->sm", weights, self.season[:, :, sets])
            found = found + season[:, (place + steps) % self._season]
        return np.asarray(found)

    def _weights(self, sets: Flags) -> Floats:
        mean = self.squares[:, sets] / np.maximum(self.count, 1)
        floor = 1e-12 + 1e-6 * mean.mean(axis=1, keepdims=True)
        counted = np.minimum(self.count, _MOST_COUNTED)
        score = -0.5 * counted * np.log(mean + floor) - self._grid.free[sets]
        weights = np.exp(score - score.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def smoothed(values: Floats, season: int, origins: Ints, horizon: int) -> tuple[Floats, Floats]:
    """Return two forecasts (origins, series, horizon) of *values* (series, moments; NaN where unknown).

    An origin is the place of the last moment that is known. The first forecast has a damped trend where that
    did better; the second has none, but half the slope of a straight line through the past (Hyndman and
    Billah, Unmasking the Theta method, 2003).
    """
    part = max(1, _PART // (season * len(_Grid.of(season).level)))
    parts = [
        _smoothed(values[start : start + part], season, origins, horizon)
        for start in range(0, len(values), part)
    ]
    first, second = zip(*parts, strict=True)
    return np.concatenate(first, axis=1), np.concatenate(second, axis=1)


def _smoothed(values: Floats, season: int, origins: Ints, horizon: int) -> tuple[Floats, Floats]:
    grid = _Grid.of(season)
    state = _State(values, season, grid, int(origins.min()))
    every, still = np.ones(len(grid.level), dtype=bool), grid.trend == 0
    wanted, slopes = set(origins.tolist()), _half_slopes(values, origins)
    steps = np.arange(1, horizon + 1)
    found: list[Floats] = []
    drifting: list[Floats] = []
    for place in range(int(origins.max()) + 1):
        state.take(values[:, place], place)
        if place in wanted:
            ready = state.is_ready(place)[:, None]
            found.append(np.where(ready, state.ahead(place, horizon, every), np.nan))
            drift = slopes[len(drifting)][:, None] * steps
            drifting.append(np.where(ready, state.ahead(place, horizon, still) + drift, np.nan))
    return np.stack(found), np.stack(drifting)


def _ready_at(starts: Ints, season: int, first: int) -> Ints:
    """Return (series,) the place of the last value that each series begins with.

    That is the second season of its own; where the *first* place to look ahead from comes before, as much as
    is known there, but one and a half seasons at least.
    """
    whole = starts + _learning(season) - 1
    shortest = starts + (season + season // 2 if season > 1 else _learning(season)) - 1
    return np.where((shortest <= first) & (first < whole), first, whole)


def _from_start(values: Floats, starts: Ints, count: int, last: Ints) -> Floats:
    """Return (series, count) the values of each series from its own start to a last place (series,)."""
    places = starts[:, None] + np.arange(count)
    there = (places <= last[:, None]) & (places < values.shape[1])
    found = np.take_along_axis(values, np.minimum(places, values.shape[1] - 1), axis=1)
    return np.where(there, found, np.nan)


def _learning(season: int) -> int:
    """Return how many first moments do not count, since the beginning was made of them."""
    return 2 * season if season > 1 else 3


def _beginning(values: Floats, season: int) -> tuple[Floats, Floats, Floats]:
    """Return the season (series, season), level and slope (series,) at the first moment."""
    if season == 1:
        start = np.nan_to_num(mean_known(values[:, :3]))
        return np.zeros((len(values), 1)), start, np.zeros(len(values))
    lacking = np.full((len(values), max(0, 2 * season - values.shape[1])), np.nan)
    first = np.concatenate([values, lacking], axis=1)
    one, two = first[:, :season], first[:, season : 2 * season]
    level, slope = np.nan_to_num(mean_known(one)), np.nan_to_num(mean_known(two - one) / season)
    steps = np.arange(season) - (season - 1) / 2
    rise = level[:, None] + slope[:, None] * steps
    rest = np.stack([one - rise, two - rise - season * slope[:, None]])
    seasonal = np.nan_to_num(mean_known(np.moveaxis(rest, 0, -1)))
    return seasonal - seasonal.mean(axis=1, keepdims=True), level + slope * steps[0], slope


def _half_slopes(values: Floats, origins: Sequence[int] | Ints) -> list[Floats]:
    """Return half the slope (series,) of the line of least squares through the past, at each origin."""
    known = np.isfinite(values)
    places = np.arange(values.shape[1], dtype=np.float64)
    filled = np.where(known, values - np.nan_to_num(mean_known(values))[:, None], 0.0)
    sums = [np.cumsum(one, axis=1) for one in (known, known * places, known * places**2, filled)]
    crossed = np.cumsum(filled * places, axis=1)
    found = []
    for origin in origins:
        count, first, second, total = (one[:, origin] for one in sums)
        spread = second - first**2 / np.maximum(count, 1)
        slope = (crossed[:, origin] - first * total / np.maximum(count, 1)) / np.maximum(spread, 1e-9)
        found.append(np.where(count > 2, 0.5 * slope, 0.0))
    return found

"""Looking ahead from moments of the past: every answer is made of what was known there and then.

Tashman, Out-of-sample tests of forecasting accuracy, 2000 (rolling origin). How much each way counts, and how
wide a range is, comes at each origin from the origins whose outcome was known by then (Dawid, Present
position and potential developments, the prequential approach, 1984): nothing is chosen by what measures it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.forecasting.blending import beginning, in_turn, weights_at, weights_in_turn
from desktop_app.engine.forecasting.gaps import usual_change
from desktop_app.engine.forecasting.ranges import Ranges, in_sizes, learn_ranges, sizes_at
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.engine.forecasting.ways import Learned, answers, learn
from desktop_app.engine.workshop import Fits
from desktop_app.records.forecasts import SIMPLE, Simple, WayName

_MOST_ORIGINS = 60
LESSONS = 6  # times that it is learned anew
_FIRST = 8  # moments before the first origin
_BESIDE = 6  # moments that are needed beside two horizons
_UNMEASURED = 0.4  # of the origins, which only serve to choose and to make ranges
_ENOUGH = 5  # times that the horizon fits into the origins, from which on that part is not measured
_FEWEST_KNOWN = 4  # origins that make a range


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """From which places it looks ahead, and whether there are enough to tell ways apart."""

    origins: Ints
    horizon: int
    is_simple: bool

    def stretches(self, which: Flags) -> float:
        """How many times the horizon fits into the origins, or into *which* of them, but for long gaps."""
        apart = np.minimum(np.diff(self.origins[which]), self.horizon)
        return float(apart.sum() + 1) / self.horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What was learned of the past of the first of some *origins*, with which it looked ahead from them."""

    learned: Learned
    origins: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of it: misses are answers less real values, NaN where unknown.

    *misses* (ways, origins, series, steps); *simple* has those of the simple ways (origins, series, steps),
    whether they were tried or not; *blended* those of the answer that counts; *within* whether the real
    values were in the range, NaN where there was none yet; *sizes* (origins, series) how restless it was;
    *scale* (series,) the usual change before the first origin. Of the origins, only those count for how far
    off it is that are *measured* (origins,). *in_turn* (origins, ways) is how much each way counted there.
    """

    names: tuple[WayName, ...]
    plan: Plan
    misses: Floats
    simple: Mapping[Simple, Floats]
    blended: Floats
    within: Floats
    sizes: Floats
    scale: Floats
    measured: Flags
    in_turn: Floats
    lessons: tuple[Lesson, ...]

    @property
    def told(self) -> Flags:
        """At which measured origins (origins, series, steps) the real value is known, and all answered."""
        answered = [np.isfinite(misses) for misses in (self.blended, *self.simple.values())]
        return np.asarray(np.logical_and.reduce(answered)[self.measured])

    @property
    def counted(self) -> Flags:
        """Which measured origins (origins,) have any value to come that is known."""
        found = np.zeros(len(self.measured), dtype=bool)
        found[self.measured] = self.told.any(axis=(1, 2))
        return found

    @property
    def stretches(self) -> int:
        """Over how many stretches apart from each other it was measured."""
        return int(self.plan.stretches(self.counted))

    def weights(self) -> dict[WayName, float]:
        """Return how much each way counts from now on."""
        scaled = self.misses / self.scale[:, None]
        every = np.ones(len(self.plan.origins), dtype=bool)
        found = beginning(self.names) if self.plan.is_simple else weights_at(scaled, every, -1)
        return dict(zip(self.names, found.tolist(), strict=True))

    def ranges(self) -> Ranges:
        """Return what ranges are made of from now on."""
        errors = in_sizes(self.blended, self.sizes)
        return learn_ranges(errors, np.ones(errors.shape, dtype=bool))


def plan_origins(told: Flags, season: int, horizon: int) -> Plan:
    """Return the origins of a past, at moments of which some value is *told* (moments,), with one to come.

    There must be `fewest_moments` at least.
    """
    last = len(told) - 1 - horizon
    whole = max(_FIRST, 2 * season + 2) if season > 1 else _FIRST
    first = whole - 1
    if last - first + 1 < 2 * horizon:
        first = _shortest(season) - 1
    is_simple = last - first + 1 < 2 * horizon
    if is_simple:
        first = min(first, max(last - 2 * horizon, 3 if season == 1 else season - 1))
    possible = np.arange(first, last + 1)
    fit = told[possible] & sliding_window_view(told[first + 1 :], horizon).any(axis=1)
    possible = possible[fit] if fit.any() else possible
    chosen = np.linspace(0, len(possible) - 1, min(_MOST_ORIGINS, len(possible)))
    origins = possible[np.unique(chosen.round().astype(np.int64))]
    return Plan(origins=origins, horizon=horizon, is_simple=is_simple)


def fewest_moments(horizon: int) -> int:
    """Return how many moments are needed to look so far ahead, and to measure it at all."""
    return 2 * horizon + _BESIDE


def fewest_to_learn(season: int, horizon: int) -> int:
    """Return how many moments are needed to try more than the simple way."""
    return _shortest(season) + 3 * horizon - 1


def _shortest(season: int) -> int:
    """Return the moments before the first origin at least: one and a half seasons."""
    return max(_FIRST, season + season // 2)


def farthest(moments: int) -> int:
    """Return how far ahead so many moments let one look; 0 for not at all."""
    return max(0, (moments - _BESIDE) // 2)


def try_out(seen: Seen, plan: Plan, seed: int, fits: Fits, done: Callable[[float], None]) -> Tried:
    """Return what every way answered at the origins of a plan, and what came of all together."""
    starts = np.array_split(plan.origins, min(LESSONS, len(plan.origins)))
    horizon = 0 if plan.is_simple else plan.horizon
    asked = [(origins, (horizon, plan.horizon), seed) for origins in starts]
    found = fits.each(_answered, seen, asked, lambda count: done(count / len(starts)))
    lessons, parts = zip(*found, strict=True)
    real = come(seen, plan)
    names = _names(parts, seen, plan)
    misses = np.stack([joined(parts, name) - real for name in names])
    scale = usual_change(seen.values[:, : plan.origins[0] + 1])
    weights = weights_in_turn(misses / scale[:, None], plan.origins, beginning(names))
    blended = in_turn(misses, weights)
    sizes = sizes_at(seen.values, seen.seasons[0], plan.origins, plan.horizon)
    return Tried(
        names=names,
        plan=plan,
        misses=misses,
        simple={name: joined(parts, name) - real for name in SIMPLE},
        blended=blended,
        within=_within(blended, sizes, plan, np.fmax.reduce(np.abs(seen.values), axis=1)),
        sizes=sizes,
        scale=scale,
        measured=_measured(plan),
        in_turn=weights,
        lessons=lessons,
    )


def _answered(
    seen: Seen, origins: Ints, horizons: tuple[int, int], seed: int
) -> tuple[Lesson, dict[WayName, Floats]]:
    """Return what was learned, and what each way answered (origins, series, steps).

    *horizons*: of lines, 0 for none, and of the answers.
    """
    learned = learn(seen, int(origins[0]), horizons[0], seed)
    return Lesson(learned=learned, origins=origins), answers(learned, seen, origins, horizons[1])


def come(seen: Seen, plan: Plan) -> Floats:
    """Return (origins, series, steps) what came after the origins of a plan."""
    places = plan.origins[:, None] + np.arange(1, plan.horizon + 1)
    return np.moveaxis(seen.values[:, places], 0, 1)


def _names(parts: Sequence[Mapping[WayName, Floats]], seen: Seen, plan: Plan) -> tuple[WayName, ...]:
    """Return the ways that may count: one simple way alone where more cannot be told apart."""
    if plan.is_simple:
        return ("season",) if seen.seasons[0] > 1 else ("last",)
    return tuple(dict.fromkeys(name for part in parts for name in part))


def joined(parts: Sequence[Mapping[WayName, Floats]], name: WayName) -> Floats:
    """Return (origins, series, steps) what a way answered; NaN in the parts where it did not."""
    return np.concatenate(
        [part[name] if name in part else np.full_like(part["last"], np.nan) for part in parts]
    )


def _within(misses: Floats, sizes: Floats, plan: Plan, largest: Floats) -> Floats:
    """Return (origins, series, steps) whether 80 % ranges of errors known by then held the real value."""
    steps = np.arange(1, plan.horizon + 1)
    errors, found = in_sizes(misses, sizes), np.full(misses.shape, np.nan)
    for place, origin in enumerate(plan.origins):
        known = plan.origins[:, None] + steps <= origin  # (origins, steps)
        if np.count_nonzero(known[:, 0]) < _FEWEST_KNOWN:
            continue
        ranges = learn_ranges(errors, np.broadcast_to(known[:, None, :], errors.shape))
        found[place] = ranges.held(misses[place], sizes[place], largest)
    return found


def _measured(plan: Plan) -> Flags:
    every = np.ones(len(plan.origins), dtype=bool)
    if plan.stretches(every) < _ENOUGH:
        return every
    return np.asarray(np.arange(len(plan.origins)) >= round(_UNMEASURED * len(plan.origins)))

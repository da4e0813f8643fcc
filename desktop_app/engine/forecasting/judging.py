"""How far off the answers are beside the simple ways, and what to think of them.

To set errors beside those of a simple way is what the mean absolute scaled error does (Hyndman and Koehler,
Another look at measures of forecast accuracy, 2006).
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import stats

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.forecasting.origins import Tried
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.records.forecasts import ForecastAsked, Simple, StepError, Way
from desktop_app.records.results import VerdictLevel

_MOST_BATCHES = 10
FEWEST_BATCHES = 3
_WEAK, _GOOD, _SURELY_GOOD = 0.10, 0.50, 0.30  # skill, as for the other questions
_RANGE = 0.975  # the upper end of 95 %
_SAME = 0.97  # correlation of changes, from which on a known column is the answer in other words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The errors over all steps and series, and how sure they are: these fields of a `ForecastFound`."""

    miss: float
    low: float
    high: float
    simple: Simple
    simple_miss: float
    season_miss: float
    last_miss: float
    average_miss: float
    skill: float
    skill_low: float
    coverage: float | None
    tested: int
    origins: int
    by_step: tuple[StepError, ...]
    ways: tuple[Way, ...]


def judged(tried: Tried) -> Judged:
    """Return how far off the answers are beside the simple ways."""
    counted = tried.counted
    tried = replace(tried, measured=counted)
    blended, within = np.abs(tried.blended[counted]), tried.within[counted]
    simple = {name: np.abs(misses[counted]) for name, misses in tried.simple.items()}
    shared = tried.told
    errors = {name: _mean(one, shared) for name, one in simple.items()}
    better = min(errors, key=lambda name: errors[name])
    miss, best = _mean(blended, shared), errors[better]
    batches = min(_MOST_BATCHES, tried.stretches)
    spread = _spread(blended, shared, batches)
    # With few stretches the best and the worst origin say more than a range that is made of two.
    by_origin = [_mean(one, known) for one, known in zip(blended, shared, strict=True) if known.any()]
    ratio = miss / best if best > 0 else 1.0
    # How far a ratio of two means may be off: that of what it leaves unexplained (Cochran, Sampling
    # techniques, 1977).
    worst = ratio + _spread(blended - ratio * simple[better], shared, batches) / max(best, 1e-12)
    return Judged(
        miss=miss,
        low=max(0.0, miss - spread) if np.isfinite(spread) else min(by_origin),
        high=miss + spread if np.isfinite(spread) else max(by_origin),
        simple=better,
        simple_miss=best,
        season_miss=errors["season"],
        last_miss=errors["last"],
        average_miss=errors["average"],
        skill=1 - ratio**2,
        skill_low=float(max(-1.0, 1 - worst**2)),
        coverage=_share(within, shared),
        tested=int(shared.sum()),
        origins=int(counted.sum()),
        by_step=_by_step(blended, simple[better], within, shared),
        ways=_ways(tried),
    )


def level_of(judged: Judged, *, is_simple: bool, gives_away: bool) -> VerdictLevel:
    """Return the level; its bounds are those of the other questions, since skill is in squares as there."""
    if is_simple or judged.skill_low <= 0:
        return "guessing"
    if gives_away and judged.skill >= _GOOD:
        return "suspicious"
    if judged.skill < _WEAK:
        return "weak"
    return "good" if judged.skill >= _GOOD and judged.skill_low >= _SURELY_GOOD else "useful"


def gives_away(seen: Seen, asked: ForecastAsked) -> str:
    """Return the known column whose changes are nearly those of the target; empty where there is none.

    A column of texts has several numbers, and none of them can tell an amount.
    """
    if seen.known.shape[2] != len(asked.known):
        return ""
    changes = np.diff(seen.values, axis=1)
    for place, name in enumerate(asked.known):
        along = np.diff(seen.known[:, : seen.values.shape[1], place], axis=1)
        if name not in asked.confirmed and abs(_correlation(changes, along)) >= _SAME:
            return name
    return ""


def _spread(values: Floats, shared: Flags, batches: int) -> float:
    """Return half the width of the 95 % range of a mean over origins, whose neighbours tell much the same.

    Batch means (Schmeiser, Batch size effects in the analysis of simulation output, 1982).
    """
    if batches < FEWEST_BATCHES:
        return float("inf")
    parts = np.array_split(np.arange(len(values)), batches)
    means = np.array([_mean(values[part], shared[part]) for part in parts])
    means = means[np.isfinite(means)]
    if len(means) < FEWEST_BATCHES:
        return float("inf")
    return float(stats.t.ppf(_RANGE, len(means) - 1) * means.std(ddof=1) / np.sqrt(len(means)))


def _by_step(blended: Floats, simple: Floats, within: Floats, shared: Flags) -> tuple[StepError, ...]:
    return tuple(
        StepError(
            step=step + 1,
            miss=_mean(blended[..., step], shared[..., step]),
            simple=_mean(simple[..., step], shared[..., step]),
            coverage=_share(within[..., step], shared[..., step]),
            tested=int(shared[..., step].sum()),
        )
        for step in range(blended.shape[-1])
        if shared[..., step].any()
    )


def _ways(tried: Tried) -> tuple[Way, ...]:
    weights = tried.weights()
    found = []
    for name, misses in zip(tried.names, np.abs(tried.misses[:, tried.measured]), strict=True):
        if np.isfinite(misses).any():
            found.append(Way(name=name, miss=_mean(misses, np.isfinite(misses)), weight=weights[name]))
    return tuple(sorted(found, key=lambda way: way.miss))


def _share(within: Floats, shared: Flags) -> float | None:
    known = np.isfinite(within) & shared
    return float(within[known].mean()) if known.any() else None


def _mean(values: Floats, which: Flags) -> float:
    return float(values[which].mean()) if which.any() else float("nan")


def _correlation(one: Floats, other: Floats) -> float:
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < 3 or one[both].std() == 0 or other[both].std() == 0:
        return 0.0
    return float(np.corrcoef(one[both], other[both])[0, 1])

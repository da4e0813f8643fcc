"""How every one of many series does alone, with ways and weights that were found on some of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.forecasting.blending import in_turn
from desktop_app.engine.forecasting.origins import Lesson, Plan, Tried, come, joined
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.engine.forecasting.ways import answers, for_others
from desktop_app.engine.workshop import Fits
from desktop_app.records.forecasts import SIMPLE, WayName

PART = 250  # series: about a second of work, and always the same, since sums of other parts end otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Test:
    """What was found on some series: what was learned for each lesson, and how much each way counted.

    *above*: of each lesson, whether all series have logarithms by then; else no series is answered by them.
    """

    lessons: tuple[Lesson, ...]
    above: tuple[bool, ...]
    plan: Plan
    names: tuple[WayName, ...]
    in_turn: Floats  # (origins, ways)
    measured: Flags  # (origins,)


def errors_alone(
    seen: Seen, tried: Tried, fits: Fits, done: Callable[[float], None] = lambda _: None
) -> tuple[Floats, Floats]:
    """Return (series,) the mean absolute error of each series, and that of its best simple way.

    NaN for a series that has no value to come at a measured origin. What is learned of all series is taken as
    it is in *tried*, of some; so no series has taught what it is measured by more than these had.
    """
    test = _Test(
        lessons=tuple(_without_series(lesson) for lesson in tried.lessons),
        above=tuple(_above(lesson, seen) for lesson in tried.lessons),
        plan=tried.plan,
        names=tried.names,
        in_turn=tried.in_turn,
        measured=tried.measured,
    )
    starts = range(0, len(seen.values), PART)
    parts = ((seen.take(slice(start, start + PART)),) for start in starts)
    found = fits.each(_errors_of, test, parts, lambda count: done(count / len(starts)))
    misses, simple = zip(*found, strict=True)
    return np.concatenate(misses), np.concatenate(simple)


def _without_series(lesson: Lesson) -> Lesson:
    """Return a lesson without what it knows of single series, which each part finds out of its own."""
    scales = {name: scale[:0] for name, scale in lesson.learned.scales.items()}
    return replace(lesson, learned=replace(lesson.learned, scales=scales))


def _above(lesson: Lesson, seen: Seen) -> bool:
    until = seen.until(int(lesson.origins.max()))
    return until.without(for_others(lesson.learned, seen).holidays).is_positive


def _errors_of(test: _Test, seen: Seen) -> tuple[Floats, Floats]:
    parts = []
    for lesson, above in zip(test.lessons, test.above, strict=True):
        learned = for_others(lesson.learned, seen)
        parts.append(answers(learned, replace(seen, above=above), lesson.origins, test.plan.horizon))
    real = come(seen, test.plan)
    blended = in_turn(np.stack([joined(parts, name) - real for name in test.names]), test.in_turn)
    simple = [joined(parts, name) - real for name in SIMPLE]
    told = np.logical_and.reduce([np.isfinite(one) for one in (blended, *simple)])
    told &= test.measured[:, None, None]
    return _mean(blended, told), np.min([_mean(one, told) for one in simple], axis=0)


def _mean(misses: Floats, told: Flags) -> Floats:
    """Return (series,) the mean of |misses| (origins, series, steps) that are told; NaN where none is."""
    count = told.sum(axis=(0, 2))
    total = np.where(told, np.abs(misses), 0.0).sum(axis=(0, 2))
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)

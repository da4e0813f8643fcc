"""What is said of each group: better than its simplest guess, not shown to be, or too few rows to tell.

Of many groups some look better by chance; the share of those among all that are called better is held down
(Benjamini and Hochberg, Controlling the false discovery rate, 1995). So it is of groups that are called odd.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from desktop_app.engine.arrays import MADS, Flags, Floats, Ints
from desktop_app.engine.each.concluding import Apiece
from desktop_app.engine.evaluation.measures import skill_of
from desktop_app.engine.evaluation.resampling import once, resampling_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.material import Material
from desktop_app.records.each import FALSE_SHARE, FEWEST_OWN, FEWEST_TESTED, Each, Gain, GroupResult, Oddness

_NEIGHBOURS = 25  # groups of about the same size, on either side
_FEWEST_ODD = 10  # groups, to say that one is unlike the others


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The groups that are named, in the order of the most rows, and their tests."""

    names: tuple[str, ...]
    rows: tuple[int, ...]
    tests: tuple[Ints, ...]  # of each: places among the tests
    repeats: int

    @property
    def tested(self) -> Ints:
        """How many rows of each were tested."""
        return np.array([len(some) // self.repeats for some in self.tests], dtype=np.int64)

    def means(self, values: Floats) -> Floats:
        """Return the mean of each group over its tests; 0 of none."""
        return np.array([float(values[some].mean()) if len(some) else 0.0 for some in self.tests])


def each_of(material: Material, unseen: Unseen, apiece: Apiece) -> Each:
    """Return the record of all groups that have enough rows to be named."""
    levels = material.cells.levels_of(material.each)
    counts = np.bincount(material.cells.column(material.each) + 1, minlength=len(levels) + 1)
    small = counts[1:][(counts[1:] > 0) & (counts[1:] < FEWEST_OWN)]
    return Each(
        column=material.each,
        is_pooled=apiece.own is None,
        has_slopes=apiece.own is not None and len(apiece.own.features) > 0,
        groups=_results(_asked(material, unseen, counts[1:]), unseen, apiece),
        gain=_gain(unseen, apiece, material.seed),
        small=len(small),
        small_rows=int(small.sum()),
        empty_rows=int(counts[0]),
        beyond=apiece.beyond,
    )


def _asked(material: Material, unseen: Unseen, counts: Ints) -> _Asked:
    levels, codes = material.cells.levels_of(material.each), material.cells.column(material.each)
    shown = [code for code in np.argsort(-counts, kind="stable").tolist() if counts[code] >= FEWEST_OWN]
    tests = _by_group(codes[unseen.rows].astype(np.int64), len(levels))
    return _Asked(
        names=tuple(levels[code] for code in shown),
        rows=tuple(int(counts[code]) for code in shown),
        tests=tuple(tests[code] for code in shown),
        repeats=unseen.repeats,
    )


def _results(asked: _Asked, unseen: Unseen, apiece: Apiece) -> tuple[GroupResult, ...]:
    tested = asked.tested
    error, pooled, simple = (
        asked.means(_misses(unseen, answers)) for answers in (unseen.answers, apiece.pooled, apiece.simple)
    )
    gaps = _compared(unseen, apiece.simple) - _compared(unseen, unseen.answers)
    is_enough = tested >= FEWEST_TESTED
    chances = np.array(
        [
            _by_chance(gaps[rows], unseen.repeats) if enough else 1.0
            for rows, enough in zip(asked.tests, is_enough.tolist(), strict=True)
        ]
    )
    # Who reads "better" beside two numbers must find the first one smaller, whatever the chances show.
    better, worse = discovered(chances, is_enough) & (error < simple), _far_off(error, tested)
    own = dict(zip(apiece.own.names, apiece.own.shares.tolist(), strict=True)) if apiece.own else {}
    other = _of_another_kind(apiece, asked.names)
    return tuple(
        GroupResult(
            name=name,
            rows=asked.rows[place],
            tested=int(tested[place]),
            error=float(error[place]),
            pooled=float(pooled[place]),
            simple=float(simple[place]),
            level="few" if not is_enough[place] else "better" if better[place] else "unclear",
            own=own.get(name, 0.0),
            odd=_odd(is_worse=bool(worse[place]), is_other=bool(other[place])),
        )
        for place, name in enumerate(asked.names)
    )


def _odd(*, is_worse: bool, is_other: bool) -> tuple[Oddness, ...]:
    ways: tuple[tuple[Oddness, bool], ...] = (("worse", is_worse), ("other", is_other))
    return tuple(way for way, is_so in ways if is_so)


def _by_group(codes: Ints, groups: int) -> list[Ints]:
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(groups + 1))
    return [order[first:last] for first, last in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)]


def _misses(unseen: Unseen, answers: Floats) -> Floats:
    """Return the absolute miss of each test, or 1 where it is wrong."""
    if not unseen.classes:
        return np.abs(answers[:, 0] - unseen.values)
    return np.asarray(np.argmax(answers, axis=1) != unseen.values, dtype=np.float64)


def _compared(unseen: Unseen, answers: Floats) -> Floats:
    """Return by what two models are compared: the absolute miss, or the loss of chances, which tells more."""
    return unseen.losses(answers) if unseen.classes else _misses(unseen, answers)


def _by_chance(gaps: Floats, repeats: int) -> float:
    """Return how likely it is that gaps which are 0 on average come out so large (t-test, one side)."""
    count = len(gaps) // repeats
    error = float(gaps.std(ddof=1)) / math.sqrt(count)
    if error <= 0:
        return 1.0 if gaps.mean() <= 0 else 0.0
    return float(special.stdtr(count - 1, -gaps.mean() / error))


def discovered(chances: Floats, are_asked: Flags) -> Flags:
    """Return which are beyond chance, where at most FALSE_SHARE of them are expected to be so by luck."""
    found = np.zeros(len(chances), dtype=bool)
    asked = np.flatnonzero(are_asked)
    order = asked[np.argsort(chances[asked], kind="stable")]
    limits = FALSE_SHARE * np.arange(1, len(order) + 1) / max(1, len(order))
    passed = np.flatnonzero(chances[order] <= limits)
    if len(passed):
        found[order[: passed[-1] + 1]] = True
    return found


def _far_off(errors: Floats, tested: Ints) -> Flags:
    """Return which groups are far more off than those of about the same size (in their order)."""
    asked = (tested >= FEWEST_TESTED) & (errors > 0)
    places = np.flatnonzero(asked)
    chances = np.ones(len(errors))
    heights = np.log(errors[places])
    for at, place in enumerate(places.tolist()):
        near = np.delete(heights[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1], min(at, _NEIGHBOURS))
        if len(near) >= _FEWEST_ODD:
            chances[place] = _unlike(float(heights[at]), near)
    return discovered(chances, asked)


def _unlike(value: float, others: Floats) -> float:
    """Return how likely a value as large is among others, by their median and how they are spread."""
    middle = float(np.median(others))
    spread = MADS * float(np.median(np.abs(others - middle)))
    return float(special.ndtr((middle - value) / spread)) if spread > 0 else 1.0


def _of_another_kind(apiece: Apiece, names: Sequence[str]) -> Flags:
    """Return for which groups that which moves the answer differs most from the others, by its slopes."""
    found = np.zeros(len(names), dtype=bool)
    own = apiece.own
    if own is None or not len(own.features) or len(own.names) < _FEWEST_ODD:
        return found
    heights = np.log(np.sqrt((own.weights[:, 1:] ** 2).sum(axis=(1, 2))) + 1e-12)
    chances = np.array(
        [_unlike(float(height), np.delete(heights, place)) for place, height in enumerate(heights.tolist())]
    )
    is_odd = discovered(chances, np.ones(len(chances), dtype=bool))
    odd = {name for name, flag in zip(own.names, is_odd.tolist(), strict=True) if flag}
    return np.array([name in odd for name in names], dtype=bool)


def _gain(unseen: Unseen, apiece: Apiece, seed: int) -> Gain:
    losses, pooled = unseen.losses(unseen.answers), unseen.losses(apiece.pooled)
    if pooled.sum() <= 0 or np.array_equal(losses, pooled):
        return Gain(value=0.0, low=0.0, high=0.0)
    measured = skill_of(losses, pooled)
    low, high = resampling_of(unseen.clusters, seed).bounds(measured)
    ends = [end if math.isfinite(end) else 0.0 for end in (low, high)]
    return Gain(value=once(measured, len(losses)), low=ends[0], high=ends[1])

"""Groups of rows on which results are clearly worse than on the others, named by the values of columns.

Slices are looked through from one column to two, as in Chung et al., Slice Finder: automated data slicing for
model validation, 2019. The worst of very many would look bad by chance alone: every range is widened by how
many there were (Bonferroni), so that of tables without a weak spot hardly any is said to have one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from scipy.special import stdtrit

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.resampling import Resampling
from desktop_app.engine.evaluation.slices import Slice, pairs_of, slices_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.records.insights import WeakSpot

MOST_COLUMNS = 20
FEWEST_ROWS = 30
MOST_SPOTS = 3
POINTS, TIMES = 0.05, 1.25  # of rows that are right, and of the miss: a smaller gap is not worth saying
_PAIRED = 4  # columns with the clearest slices
_SHARED = 0.5  # of the smaller one: of two slices that share more, the clearer one is told
_OUTSIDE = 0.025  # of what chance brings, beyond the low end of all ranges together
_FEWEST_THINGS = 10  # clusters in a slice: of fewer the spread is not known
_DRAWS = 200


def weak_spots(
    unseen: Unseen, cells: Cells, columns: Sequence[str], measure: Measure, seed: int
) -> tuple[WeakSpot, ...]:
    """Return at most three slices of tested rows with clearly worse results, the clearest first.

    *cells* are those of all rows of the material; *columns* are those that the model leans on, the strongest
    first.
    """
    tested, results = cells.take(unseen.rows), _Results.of(unseen, measure)
    fewest = FEWEST_ROWS * unseen.repeats
    singles = [slices_of(tested, name, fewest) for name in columns[:MOST_COLUMNS]]
    singles = [slices for slices in singles if slices]
    if not singles:
        return ()
    singles.sort(key=lambda slices: -float(results.gaps(slices).clear.max()))
    alone = [one for slices in singles for one in slices]
    pairs = pairs_of(singles[:_PAIRED], fewest)
    looked_at, gaps = alone + pairs, results.gaps(alone + pairs)
    limits = stdtrit(gaps.things - 1, 1 - _outside(len(alone), len(pairs), len(singles)))
    weak = (gaps.clear > limits) & results.are_worth_saying(looked_at, gaps) & (gaps.things >= _FEWEST_THINGS)
    order = np.argsort(-gaps.clear, kind="stable")
    chosen = _apart(looked_at, order[weak[order]].tolist())
    spots = results.told([looked_at[place] for place in chosen], limits[chosen], seed)
    return tuple(spot for spot in spots if spot.low > 0)


def _outside(alone: int, pairs: int, columns: int) -> Floats:
    """Return how often chance may bring each slice: half of all for those of one column, half for pairs.

    Chance chose the columns that make pairs, so those of all others count as if they had been looked at.
    """
    could_be = pairs * comb(columns, 2) / max(1, comb(min(columns, _PAIRED), 2))
    return np.repeat(_OUTSIDE / 2 / np.maximum(1, [alone, could_be]), [alone, pairs])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gaps:
    """How some slices came out beside all other tests: the mean of what is bad, and how clear that is."""

    inside: Floats  # (slices,)
    outside: Floats  # (slices,)
    clear: Floats  # (slices,): the gap of what is looked for, in its standard errors
    things: Ints  # (slices,): clusters in each


@dataclass(frozen=True, slots=True, kw_only=True)
class _Results:
    """How each test came out: *bad* is 1 where it was wrong, or the miss; *losses* are what is looked for."""

    unseen: Unseen
    bad: Floats  # (tests,)
    losses: Floats  # (tests,)

    @classmethod
    def of(cls, unseen: Unseen, measure: Measure) -> "_Results":
        if not unseen.classes:
            bad = np.abs(unseen.answers[:, 0] - unseen.values)
            return cls(unseen=unseen, bad=bad, losses=bad)
        bad = (np.argmax(unseen.answers, axis=1) != unseen.values).astype(np.float64)
        # Where the simplest guess is nearly always right, how sure it was tells more than who was right.
        losses = bad if measure.metric == "accuracy" else unseen.losses(unseen.answers)
        return cls(unseen=unseen, bad=bad, losses=losses)

    def gaps(self, slices: Sequence[Slice]) -> _Gaps:
        masks = _masks(slices)
        inside, outside = _means(masks, self.bad)
        gaps, errors, things = _clearness(masks, self.losses, self.unseen.clusters)
        clear = np.divide(gaps, errors, out=np.zeros(len(gaps)), where=errors > 0)
        return _Gaps(inside=inside, outside=outside, clear=clear, things=things)

    def are_worth_saying(self, slices: Sequence[Slice], gaps: _Gaps) -> Flags:
        """Return whether each slice is so much worse than the others, and of two columns than each alone."""
        wider = [max((self.bad[part.holds].mean() for part in one.parts), default=0.0) for one in slices]
        usual = np.maximum(gaps.outside, wider)
        return gaps.inside - usual >= POINTS if self.unseen.classes else gaps.inside >= TIMES * usual

    def told(self, slices: Sequence[Slice], limits: Floats, seed: int) -> list[WeakSpot]:
        """Return the record of each slice, with the range of its gap by drawing the tests again and again."""
        if not slices:
            return []
        masks = _masks(slices)

        def gaps(weights: Floats) -> Floats:
            with np.errstate(divide="ignore", invalid="ignore"):
                inside = (weights @ (masks * self.bad[:, None])) / (weights @ masks)
                outside = (weights @ ((1 - masks) * self.bad[:, None])) / (weights @ (1 - masks))
            return np.asarray(inside - outside)

        draws = Resampling(clusters=self.unseen.clusters, seed=seed, draws=_DRAWS)
        reach = limits * np.nanstd(draws.spread(gaps), axis=0)
        found = zip(slices, *_means(masks, self.bad), reach, strict=True)
        return [self._spot(one, float(bad), float(rest), float(far)) for one, bad, rest, far in found]

    def _spot(self, one: Slice, bad: float, rest: float, reach: float) -> WeakSpot:
        gap, are_classes = bad - rest, bool(self.unseen.classes)
        return WeakSpot(
            where=one.where,
            rows=int(np.count_nonzero(one.holds)) // self.unseen.repeats,
            value=1 - bad if are_classes else bad,
            rest=1 - rest if are_classes else rest,
            low=gap - reach,
            high=min(1.0, gap + reach) if are_classes else gap + reach,
        )


def _masks(slices: Sequence[Slice]) -> Floats:
    """Return (tests, slices) 1 where a test is inside a slice."""
    return np.stack([one.holds for one in slices], axis=1).astype(np.float64)


def _means(masks: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Return the mean of the tests inside each slice (tests, slices), and that of the others."""
    tests, inside = masks.sum(axis=0), values @ masks
    return inside / tests, (values.sum() - inside) / (len(values) - tests)


def _clearness(masks: Floats, losses: Floats, clusters: Ints) -> tuple[Floats, Floats, Ints]:
    """Return how much more each slice loses, the standard error of that by clusters, and their number.

    Liang and Zeger, Longitudinal data analysis using generalized linear models, 1986: what tests of one thing
    add to the difference is summed before it is squared.
    """
    inside, outside = _means(masks, losses)
    tests = masks.sum(axis=0)
    pull = masks * (losses[:, None] - inside) / tests
    pull -= (1 - masks) * (losses[:, None] - outside) / (len(losses) - tests)
    order = np.argsort(clusters, kind="stable")
    starts = np.unique(clusters[order], return_index=True)[1]
    if len(starts) == len(clusters):  # every test is a thing of its own
        return inside - outside, np.sqrt((pull**2).sum(axis=0)), tests.astype(np.int64)
    sums = np.add.reduceat(pull[order], starts, axis=0)
    things = np.count_nonzero(np.add.reduceat(masks[order], starts, axis=0), axis=0)
    return inside - outside, np.sqrt((sums**2).sum(axis=0)), things


def _apart(slices: Sequence[Slice], places: Sequence[int]) -> list[int]:
    """Return the first few of *places* whose slices do not share most of their rows."""
    chosen: list[int] = []
    for place in places:
        rows, others = slices[place].holds, [slices[other].holds for other in chosen]
        if all((rows & other).sum() < _SHARED * min(rows.sum(), other.sum()) for other in others):
            chosen.append(place)
    return chosen[:MOST_SPOTS]

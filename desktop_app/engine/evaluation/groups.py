"""How the answers come out for each group of rows, and whether two groups differ by more than luck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

import numpy as np
from scipy.sparse import csr_array

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.evaluation.resampling import resampling_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.records.groups import Figure, Gap, Group, GroupMeasure

FEWEST = 30  # rows of a group, below which nothing is said of it
FEWEST_OF = 10  # rows that a share of some of them is of
FEWEST_CLUSTERS = 5  # rows that belong together are one piece of evidence
_USUAL = 1.96  # standard errors of one difference, which the widest of many is never closer than


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one measure counts: *hits* among the tests that it is *of*."""

    measure: GroupMeasure
    hits: Floats  # (tests,)
    of: Flags  # (tests,)
    is_share: bool = True


def tallies_of_kinds(values: Ints, answered: Ints, value: int) -> tuple[Tally, ...]:
    """Return the measures of which kind it is, where *value* is the one that is looked for."""
    really, said = values == value, answered == value
    everything = np.ones(len(values), dtype=bool)
    counted: tuple[tuple[GroupMeasure, Flags, Flags], ...] = (
        ("said", said, everything),
        ("found", said, really),
        ("false", said, ~really),
        ("right", answered == values, everything),
    )
    return tuple(Tally(measure=measure, hits=hits.astype(np.float64), of=of) for measure, hits, of in counted)


def tallies_of_amounts(values: Floats, answers: Floats) -> tuple[Tally, ...]:
    """Return the measures of a number: how far it is off, and on which side."""
    everything, misses = np.ones(len(values), dtype=bool), answers - values
    return (
        Tally(measure="miss", hits=np.abs(misses), of=everything, is_share=False),
        Tally(measure="lean", hits=misses, of=everything, is_share=False),
    )


def answered_kinds(answers: Floats, value: int, chance: float | None) -> Ints:
    """Return the kind that each test is answered with; of two, *value* from a *chance* on, if it is given."""
    likeliest: Ints = np.argmax(answers, axis=1)
    if chance is None or answers.shape[1] != 2:
        return likeliest
    return np.where(answers[:, value] >= chance, value, 1 - value)


def compare_groups(
    unseen: Unseen, codes: Ints, groups: tuple[Group, ...], tallies: tuple[Tally, ...], seed: int
) -> tuple[tuple[Group, ...], tuple[Gap, ...]]:
    """Return the groups with their figures, and for each measure the gap between two of them.

    *codes* (tests,) are places in *groups*, -1 for tests in none. Ranges are of a bootstrap by clusters,
    with one right and one wrong row added to each group at random weights, so that 30 of 30 is not certain
    (the Bayesian bootstrap, Rubin 1981, with a uniform prior). The range of a gap holds for all pairs and
    measures together: the quantile of the largest of their studentised differences (max-T, Westfall and
    Young, Resampling-Based Multiple Testing, 1993), in errors that are at least those of a score test.
    """
    counted = _Counted.of(unseen, codes, len(groups), tallies)
    spread = counted.spread(unseen, seed)
    figures = [
        tuple(
            _figure(tally.measure, counted, spread, place, group)
            for place, tally in enumerate(tallies)
            if counted.is_known[place, group]
        )
        for group in range(len(groups))
    ]
    found = tuple(replace(group, figures=own) for group, own in zip(groups, figures, strict=True))
    return found, tuple(_widest(_gaps(tallies, counted, spread)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Sums of each measure in each group: (measures, groups)."""

    inside: csr_array  # (clusters, measures * groups): how many tests count
    hits: csr_array  # (clusters, measures * groups)
    is_share: Flags  # (measures,)
    sums: Floats  # (2, measures, groups): of hits, and of what they are among
    rows: Ints
    is_known: Flags  # enough rows, and enough that do not belong together

    @classmethod
    def of(cls, unseen: Unseen, codes: Ints, count: int, tallies: tuple[Tally, ...]) -> "_Counted":
        shape = (len(tallies), count)
        of = [tally.of.astype(np.float64) for tally in tallies]
        inside = _by_cluster(unseen, codes, count, of)
        hits = _by_cluster(unseen, codes, count, [tally.of * tally.hits for tally in tallies])
        sums = np.stack([each.sum(axis=0).reshape(shape) for each in (hits, inside)])
        rows = (sums[1] // unseen.repeats).astype(np.int64)
        whole = np.bincount(codes[codes >= 0], minlength=count) // unseen.repeats >= FEWEST
        clusters = np.diff(inside.tocsc().indptr).reshape(shape)
        return cls(
            inside=inside,
            hits=hits,
            is_share=np.array([tally.is_share for tally in tallies]),
            sums=sums,
            rows=rows,
            is_known=whole & (rows >= FEWEST_OF) & (clusters >= FEWEST_CLUSTERS),
        )

    @property
    def values(self) -> Floats:
        """The figures themselves."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(self.sums[0] / self.sums[1])

    def least_errors(self, places: Ints, ones: Ints, others: Ints) -> Floats:
        """Return the standard errors of gaps between two shares if both were that of all groups together.

        Drawn from itself, a share that came out extreme by luck would look surer than it is.
        """
        hits, of = self.sums.sum(axis=2)
        share = hits / np.maximum(of, 1)
        spread = np.where(self.is_share, share * (1 - share), 0.0)[places]
        return np.sqrt(spread * (1 / self.rows[places, ones] + 1 / self.rows[places, others]))

    def spread(self, unseen: Unseen, seed: int) -> Floats:
        """Return (draws, measures, groups): the figures of each draw."""
        random, is_share = np.random.default_rng([seed, 96]), np.repeat(self.is_share, self.rows.shape[1])

        def measured(weights: Floats) -> Floats:
            added = random.exponential(unseen.repeats, (2, len(weights), len(is_share))) * is_share
            hits, inside = ((sums.T @ weights.T).T for sums in (self.hits, self.inside))
            with np.errstate(divide="ignore", invalid="ignore"):
                shares = (hits + added[0]) / (inside + added.sum(axis=0))
            return np.asarray(shares, dtype=np.float64)

        found = resampling_of(np.arange(self.inside.shape[0]), seed).spread(measured)
        return found.reshape(len(found), *self.rows.shape)


def _by_cluster(unseen: Unseen, codes: Ints, count: int, parts: list[Floats]) -> csr_array:
    """Return the sums of each measure in each group, for each cluster of tests."""
    there = codes >= 0
    places = [place * count + codes[there] for place in range(len(parts))]
    shape = (int(unseen.clusters.max()) + 1, len(parts) * count)
    clusters = np.tile(unseen.clusters[there], len(parts))
    amounts = np.concatenate([part[there] for part in parts])
    found = csr_array((amounts, (clusters, np.concatenate(places))), shape=shape)
    found.eliminate_zeros()
    return found


def _figure(measure: GroupMeasure, counted: _Counted, spread: Floats, place: int, group: int) -> Figure:
    value = float(counted.values[place, group])
    low, high = np.nanquantile(spread[:, place, group], [0.025, 0.975])
    return Figure(
        measure=measure,
        value=value,
        low=min(float(low), value),
        high=max(float(high), value),
        rows=int(counted.rows[place, group]),
    )


def _gaps(tallies: tuple[Tally, ...], counted: _Counted, spread: Floats) -> list[Gap]:
    """Return the gap between every two groups, measure by measure."""
    pairs = [
        (place, *two)
        for place, known in enumerate(counted.is_known)
        for two in combinations(np.flatnonzero(known).tolist(), 2)
    ]
    if not pairs:
        return []
    places, ones, others = np.array(pairs).T
    centred, values = spread - np.nanmean(spread, axis=0), counted.values
    apart = centred[:, places, ones] - centred[:, places, others]
    errors = np.nanstd(apart, axis=0)
    reaches = _reach(apart, errors) * np.maximum(errors, counted.least_errors(places, ones, others))
    found = []
    for (place, one, other), reach in zip(pairs, reaches.tolist(), strict=True):
        more, less = (one, other) if values[place, one] >= values[place, other] else (other, one)
        gap, measure = float(values[place, more] - values[place, less]), tallies[place].measure
        found.append(Gap(measure=measure, more=more, less=less, value=gap, low=gap - reach, high=gap + reach))
    return found


def _reach(apart: Floats, errors: Floats) -> float:
    """Return how many standard errors the farthest of all differences strays in 95 of 100 draws."""
    there = errors > 0
    if not there.any():
        return _USUAL
    # A draw without a row of a group has no difference, and perhaps none at all.
    farthest = np.fmax.reduce(np.abs(apart[:, there]) / errors[there], axis=1)
    return max(_USUAL, float(np.nanquantile(farthest, 0.95)))


def _widest(gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Give of each measure the widest gap that is more than luck, or else the widest."""
    for _measure, own in groupby(gaps, key=lambda gap: gap.measure):
        yield max(own, key=lambda gap: (gap.is_clear, gap.value))

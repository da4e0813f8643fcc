"""Two models on the rows that tested both: the difference of their scores, and how far luck could make it."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from desktop_app.engine.arrays import Ints
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.resampling import once, resampling_of
from desktop_app.engine.evaluation.unseen import Unseen

FEWEST_CLUSTERS = 10  # below which a range would say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The values of two models in one measure, and the 95 % range of the first less the second."""

    first: float
    second: float
    low: float
    high: float


def of_rows(unseen: Unseen, rows: Ints) -> Unseen:
    """Return the tests of these rows, given in rising order, by row; those of one row stay in their order."""
    tests = np.flatnonzero(np.isin(unseen.rows, rows))
    tests = tests[np.argsort(unseen.rows[tests], kind="stable")]
    return replace(
        unseen,
        rows=unseen.rows[tests],
        values=unseen.values[tests],
        answers=unseen.answers[tests],
        guesses=unseen.guesses[tests],
        clusters=unseen.clusters[tests],
    )


def in_common(first: Unseen, second: Unseen) -> tuple[Unseen, Unseen]:
    """Return the tests of the rows that tested both, which are resampled together in either.

    Rows belong together that do so in one of the two, or through others.
    """
    rows = np.intersect1d(first.rows, second.rows)
    ours, theirs = of_rows(first, rows), of_rows(second, rows)
    together = _together(ours.clusters[_firsts(ours)], theirs.clusters[_firsts(theirs)])
    return (
        replace(ours, clusters=together[np.searchsorted(rows, ours.rows)]),
        replace(theirs, clusters=together[np.searchsorted(rows, theirs.rows)]),
    )


def are_alike(first: Unseen, second: Unseen) -> bool:
    """Return whether the same answers are right in two sets of tests of the same rows."""
    return bool(np.array_equal(first.values[_firsts(first)], second.values[_firsts(second)]))


def difference(first: Unseen, second: Unseen, measure: Measure, seed: int) -> Difference:
    """Return how far two models differ on tests of the same rows; those of a draw are the same for both.

    The range is that of the paired bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993),
    by clusters of rows.
    """
    longer = first if len(first.rows) > len(second.rows) else second
    resampling = resampling_of(longer.clusters, seed)
    values, spreads = [], []
    for unseen in (first, second):
        measured = measure.of(unseen, unseen.answers)
        values.append(once(measured, len(unseen.rows)))
        spreads.append(replace(resampling, clusters=unseen.clusters).spread(measured))
    gaps = spreads[0] - spreads[1]
    gaps = gaps[np.isfinite(gaps)]
    low, high = np.quantile(gaps, [0.025, 0.975]) if len(gaps) else (float("nan"), float("nan"))
    gap = values[0] - values[1]
    return Difference(first=values[0], second=values[1], low=min(float(low), gap), high=max(float(high), gap))


def _firsts(unseen: Unseen) -> Ints:
    """Return the first test of each row."""
    return np.unique(unseen.rows, return_index=True)[1]


def _together(first: Ints, second: Ints) -> Ints:
    """Return for each row which rows it belongs to, by two ways of saying so.

    Where that leaves hardly any to draw from, one way alone decides, or each row stands for itself.
    """
    if not len(first):
        return first
    ones, ours = np.unique(first, return_inverse=True)
    others, theirs = np.unique(second, return_inverse=True)
    size = len(ones) + len(others)
    links = coo_matrix((np.ones(len(first)), (ours, len(ones) + theirs)), shape=(size, size))
    joined = connected_components(links, directed=False)[1][ours]
    for clusters in (joined, *sorted((ours, theirs), key=lambda one: int(one.max()))):
        if clusters.max() + 1 >= FEWEST_CLUSTERS:
            return _numbered(clusters)
    return np.arange(len(first))


def _numbered(clusters: Ints) -> Ints:
    """Return the clusters by the order in which they come, whichever model is the first."""
    _names, firsts, place = np.unique(clusters, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(firsts))[place], dtype=np.int64)

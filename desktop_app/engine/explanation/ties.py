"""Columns that tell much of each other: of two such, either hides what the other does."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from scipy.stats import rankdata

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells

TOLD = 0.8  # from here on one column tells much of another; 1: all
_FEWEST = 20  # rows in which both are known


def tied_columns(cells: Cells, names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the groups of these columns that tell much of each other, in their order; texts are in none.

    Two columns are as near as one tells the other: by Spearman's correlation of numbers and dates, by
    Cramér's V of categories, by the correlation ratio of a category and the rank of a number. They are joined
    by average linkage, so that a chain of neighbours is not one group.
    """
    names = [name for name in names if name not in cells.layout.texts]
    if len(names) < 2:
        return []
    distances = np.zeros((len(names), len(names)))
    for one, other in combinations(range(len(names)), 2):
        distances[one, other] = distances[other, one] = max(0.0, 1 - tie(cells, names[one], names[other]))
    numbers = fcluster(linkage(squareform(distances), "average"), 1 - TOLD, "distance")
    groups: dict[int, list[str]] = {}
    for name, number in zip(names, numbers.tolist(), strict=True):
        groups.setdefault(number, []).append(name)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def tie(cells: Cells, first: str, second: str) -> float:
    """Return how much one column tells of the other, from 0 to 1; 0 where hardly a row has both."""
    kinds = cells.layout.categories
    if first not in kinds and second in kinds:
        first, second = second, first
    one, other = cells.column(first), cells.column(second)
    both = ~(cells.is_empty(first) | cells.is_empty(second))
    if np.count_nonzero(both) < _FEWEST:
        return 0.0
    if first not in kinds:
        return _by_rank(one[both], other[both])
    codes = np.unique(one[both], return_inverse=True)[1]
    if second in kinds:
        return _of_kinds(codes, np.unique(other[both], return_inverse=True)[1])
    return _by_kind(codes, rankdata(other[both]))


def _by_rank(one: Floats, other: Floats) -> float:
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    return float(abs(np.corrcoef(rankdata(one), rankdata(other))[0, 1]))


def _of_kinds(one: Ints, other: Ints) -> float:
    """Return Cramér's V without its bias (Bergsma, A bias-correction for Cramér's V, 2013)."""
    rows, wide, high = len(one), int(one.max()) + 1, int(other.max()) + 1
    if wide < 2 or high < 2:
        return 0.0
    counts = np.bincount(one * high + other, minlength=wide * high).reshape(wide, high)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0, keepdims=True) / rows
    square = float(((counts - expected) ** 2 / expected).sum()) / rows
    square = max(0.0, square - (wide - 1) * (high - 1) / (rows - 1))
    least = min(size - (size - 1) ** 2 / (rows - 1) for size in (wide, high)) - 1
    return min(1.0, float(np.sqrt(square / least))) if least > 0 else 0.0


def _by_kind(codes: Ints, ranks: Floats) -> float:
    """Return the correlation ratio without its bias (Kelley, An unbiased correlation ratio measure, 1935)."""
    rows, kinds = len(ranks), int(codes.max()) + 1
    spread = float(((ranks - ranks.mean()) ** 2).sum())
    if spread == 0 or kinds < 2 or rows <= kinds:
        return 0.0
    means = np.bincount(codes, weights=ranks) / np.bincount(codes)
    within = float(((ranks - means[codes]) ** 2).sum())
    return float(np.sqrt(max(0.0, 1 - within / spread * (rows - 1) / (rows - kinds))))

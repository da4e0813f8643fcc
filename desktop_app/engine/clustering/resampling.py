"""Whether groups are found again: learned from one half of the rows, and looked at in the other.

The measure is that of Tibshirani and Walther, Cluster validation by prediction strength (2005): of the pairs
of rows that the second half's own groups put together, how many the first half's groups put together, too.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.clustering.partition import FEW_STARTS, Partition


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Of 1: the pairs that stay together in the group that does so least, each time it is done again."""

    least_group: Floats  # (times,)

    @property
    def strength(self) -> float:
        """The prediction strength."""
        return float(self.least_group.mean())


def pairs_together(values: Floats, count: int, rng: np.random.Generator, times: int) -> Together:
    """Return how many pairs of points (rows, features) stay together in *count* groups."""
    return Together(least_group=np.array([_once(values, count, rng) for _ in range(times)]))


def _once(values: Floats, count: int, rng: np.random.Generator) -> float:
    order = rng.permutation(len(values))
    learned, looked_at = values[order[: len(order) // 2]], values[order[len(order) // 2 :]]
    first, second = (
        Partition.learn(half, count, int(rng.integers(2**31)), FEW_STARTS) for half in (learned, looked_at)
    )
    own, told = second.groups(looked_at), first.groups(looked_at)
    together = np.zeros((count, count), dtype=np.int64)
    np.add.at(together, (own, told), 1)
    kept, of = _pairs(together).sum(axis=1), _pairs(together.sum(axis=1))
    return float(np.divide(kept, of, out=np.zeros(count), where=of > 0).min())


def _pairs(counts: Ints) -> Ints:
    return counts * (counts - 1) // 2

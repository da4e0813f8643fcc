"""One way to part points into groups: each point belongs to the nearest centre.

Lloyd, Least squares quantization in PCM (1982), begun as Arthur and Vassilvitskii, k-means++ (2007).
"""

import warnings
from dataclasses import dataclass

import numpy as np
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning

from desktop_app.engine.arrays import Floats, Ints

MOST_ROWS = 50_000  # that centres are learned from
STARTS, FEW_STARTS = 10, 3  # from other centres, the best of which is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """The centres of the groups."""

    centers: Floats  # (groups, features)

    @classmethod
    def learn(cls, values: Floats, count: int, seed: int, starts: int = STARTS) -> "Partition":
        """Return the centres of *count* groups of points (rows, features)."""
        rng = np.random.default_rng(seed)
        some = (
            values if len(values) <= MOST_ROWS else values[rng.choice(len(values), MOST_ROWS, replace=False)]
        )
        with warnings.catch_warnings():
            # Of few different points there are fewer groups.
            warnings.simplefilter("ignore", ConvergenceWarning)
            means = KMeans(count, n_init=starts, random_state=int(rng.integers(2**31))).fit(some)
        return cls(centers=means.cluster_centers_)

    def distances(self, values: Floats) -> Floats:
        """Return (rows, groups) the distance of each point from each centre."""
        squares = (values**2).sum(axis=1)[:, None] + (self.centers**2).sum(axis=1)
        return np.asarray(np.sqrt(np.maximum(squares - 2 * values @ self.centers.T, 0.0)))

    def groups(self, values: Floats) -> Ints:
        """Return (rows,) the group of each point."""
        return np.asarray(self.distances(values).argmin(axis=1), dtype=np.int64)

    def share_within(self, values: Floats) -> float:
        """Return how much of the squared distances is left within the groups, from 0 to 1."""
        within = float((self.distances(values).min(axis=1) ** 2).sum())
        whole = float(((values - values.mean(axis=0)) ** 2).sum())
        return within / whole if whole else 1.0

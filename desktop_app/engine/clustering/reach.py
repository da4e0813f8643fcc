"""How far from every group a row may lie: one that is farther fits none.

How far is counted in the spreads of each group, and the limit is one that 99 of 100 rows keep which were not
learned from (inductive conformal prediction: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random
World, 2005, section 4.1; here with the folds of a cross-validation).
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints, drawn
from desktop_app.engine.clustering.partition import FEW_STARTS, Partition

KEPT = 0.99  # of the rows lie within the limit
FOLDS = 5
MOST_ROWS = 20_000  # that the limit is taken from
LEAST_SPREAD = 0.25  # of a feature in a group, whose features have a spread of about 1 in all rows
BORROWED = 10.0  # rows' worth of the spread in all groups, so that a small group is no point
_BATCH = 20_000  # rows whose distances are held at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The spreads of the groups, and how many of them from every group a row may lie."""

    spreads: Floats  # (groups, features)
    limit: float
    held: int  # rows that were kept apart from learning, and asked
    beyond: int  # of these, how many lie beyond a limit that is taken from the others

    @classmethod
    def learn(cls, values: Floats, partition: Partition, seed: int) -> "Reach":
        """Return it of the points (rows, features) that a partition was learned from."""
        some = values[drawn(len(values), MOST_ROWS, seed)]
        fold = np.random.default_rng(seed).permutation(len(some)) % FOLDS
        far = np.empty(len(some))
        for place in range(FOLDS):
            rest = some[fold != place]
            own = Partition.learn(rest, len(partition.centers), seed, FEW_STARTS)
            far[fold == place] = farness(some[fold == place], own, _spreads(rest, own))
        beyond = [np.count_nonzero(far[fold == place] > _limit(far[fold != place])) for place in range(FOLDS)]
        return cls(
            spreads=_spreads(some, partition), limit=_limit(far), held=len(some), beyond=int(sum(beyond))
        )

    def far(self, values: Floats, partition: Partition) -> Floats:
        """Return (rows,) how far each point lies from its nearest group; above 1: beyond."""
        return farness(values, partition, self.spreads) / self.limit


def farness(values: Floats, partition: Partition, spreads: Floats) -> Floats:
    """Return (rows,) how many spreads a point lies from its nearest group, a feature on average."""
    found = np.empty(len(values))
    for start in range(0, len(values), _BATCH):
        part = values[start : start + _BATCH]
        far = [
            np.sqrt((((part - center) / spread) ** 2).mean(axis=1))
            for center, spread in zip(partition.centers, spreads, strict=True)
        ]
        found[start : start + _BATCH] = np.min(far, axis=0)
    return found


def _spreads(values: Floats, partition: Partition) -> Floats:
    groups: Ints = partition.groups(values)
    squares = (values - partition.centers[groups]) ** 2
    usual = squares.mean(axis=0)
    found = np.empty_like(partition.centers)
    for group in range(len(found)):
        own = squares[groups == group]
        found[group] = np.sqrt((own.sum(axis=0) + BORROWED * usual) / (len(own) + BORROWED))
    return np.asarray(np.maximum(found, LEAST_SPREAD))


def _limit(far: Floats) -> float:
    """Return the distance that so many of further rows keep; of few rows, the farthest one's."""
    rank = int(np.ceil((len(far) + 1) * KEPT))
    return max(float(np.sort(far)[min(rank, len(far)) - 1]), 1e-9)

"""How far from every group a row may lie: one that is farther fits none.

How far is counted twice: in numbers and days alone, and in all columns. Of one sum, values that are often
wrong in the old rows would widen the limit so far that no number could pass it. A number counts by the
spreads of the group that it is away; a value by how rare it is in the group, on the same scale (minus twice
the logarithm of its share, beside the most frequent one's: the deviance of a categorical distribution;
McCullagh and Nelder, Generalized linear models, 1989, section 2.3).

The limits are such that 99 of 100 rows keep both which were not learned from (inductive conformal prediction:
Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005, section 4.1; with the folds of a
cross-validation).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints, drawn
from desktop_app.engine.clustering.partition import FEW_STARTS, Partition

KEPT = 0.99  # of the rows lie within the limits
FOLDS = 5
MOST_ROWS = 20_000  # that the limits are taken from
LEAST_SPREAD = 0.25  # of a number in a group, whose numbers have a spread of about 1 in all rows
BORROWED = 10.0  # rows' worth of the spread in all groups, so that a small group is no point
RAREST = 0.01  # share of a value in a group: below it, none is rarer than another
WEIGHT = 2.0  # of a value beside a number: another one is a step in the feature of each of both
COUNTED = 2  # ways in which a row may be far: by its numbers, and by all columns
_LEAST_LIMIT = 1e-9
_BATCH = 20_000  # rows whose distances are held at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The spreads of the groups, and how far from every group a row may lie."""

    spreads: Floats  # (groups, numbers)
    limits: Floats  # (2,) by numbers, and by all columns
    held: int  # rows that were kept apart from learning, and asked
    beyond: int  # of these, how many lie beyond limits that are taken from the others

    @classmethod
    def learn(cls, values: Floats, partition: Partition, blocks: Sequence[slice], seed: int) -> "Reach":
        """Return it of the points (rows, features) that a partition was learned from.

        *blocks* are the features of each category; all before them are numbers.
        """
        some = values[drawn(len(values), MOST_ROWS, seed)]
        fold = np.random.default_rng(seed).permutation(len(some)) % FOLDS
        far = np.empty((len(partition.centers), len(some), COUNTED))
        for place in range(FOLDS):
            rest = some[fold != place]
            own = Partition.learn(rest, len(partition.centers), seed, FEW_STARTS)
            far[:, fold == place] = farness(some[fold == place], own, _spreads(rest, own, blocks), blocks)
        beyond = [
            np.count_nonzero(nearest(far[:, fold == place], _limits(far[:, fold != place])) > 1)
            for place in range(FOLDS)
        ]
        return cls(
            spreads=_spreads(some, partition, blocks),
            limits=_limits(far),
            held=len(some),
            beyond=int(sum(beyond)),
        )

    def far(self, values: Floats, partition: Partition, blocks: Sequence[slice]) -> Floats:
        """Return (rows,) how far each point lies from its nearest group; above 1: beyond."""
        parts = [values[start : start + _BATCH] for start in range(0, len(values), _BATCH)]
        found = [nearest(farness(part, partition, self.spreads, blocks), self.limits) for part in parts]
        return np.concatenate(found) if found else np.empty(0)


def farness(values: Floats, partition: Partition, spreads: Floats, blocks: Sequence[slice]) -> Floats:
    """Return (groups, rows, 2) how far a point lies from each group, by its numbers, and by all columns."""
    numbers = spreads.shape[1]
    found = np.empty((len(spreads), len(values), COUNTED))
    for group, (center, spread) in enumerate(zip(partition.centers, spreads, strict=True)):
        by_numbers = (((values[:, :numbers] - center[:numbers]) / spread) ** 2).sum(axis=1)
        whole = by_numbers + WEIGHT * _rarity(values, center, blocks)
        found[group, :, 0] = np.sqrt(by_numbers / max(numbers, 1))
        found[group, :, 1] = np.sqrt(whole / (numbers + len(blocks)))
    return found


def nearest(far: Floats, limits: Floats) -> Floats:
    """Return (rows,) how much of the limits a row needs that is so far (groups, rows, 2) from each group."""
    return np.asarray((far / limits).max(axis=2).min(axis=0))


def _rarity(values: Floats, center: Floats, blocks: Sequence[slice]) -> Floats:
    """Return (rows,) how rare the values of each row are in a group, whose centre holds their shares."""
    found = np.zeros(len(values))
    for block in blocks:
        shares = np.clip(np.append(center[block], 1.0 - center[block].sum()), RAREST, 1.0)
        rare = -2.0 * np.log(shares / shares.max())
        found += rare[-1] + values[:, block] @ (rare[:-1] - rare[-1])  # of other values, or none, the last
    return found


def _spreads(values: Floats, partition: Partition, blocks: Sequence[slice]) -> Floats:
    """Return (groups, numbers) the spread of each number in each group."""
    numbers = blocks[0].start if blocks else values.shape[1]
    groups: Ints = partition.groups(values)
    squares = (values[:, :numbers] - partition.centers[groups, :numbers]) ** 2
    usual = squares.mean(axis=0)
    found = np.empty((len(partition.centers), numbers))
    for group in range(len(found)):
        own = squares[groups == group]
        found[group] = np.sqrt((own.sum(axis=0) + BORROWED * usual) / (len(own) + BORROWED))
    return np.asarray(np.maximum(found, LEAST_SPREAD))


def _limits(far: Floats) -> Floats:
    """Return (2,) the limits that so many of further rows keep, of rows that are so far (groups, rows, 2)."""
    alone = np.array([_limit(far[:, :, way].min(axis=0)) for way in range(COUNTED)])
    return alone * _limit(nearest(far, alone))


def _limit(far: Floats) -> float:
    """Return the distance that so many of further rows keep; of few rows, the farthest one's."""
    rank = int(np.ceil((len(far) + 1) * KEPT))
    return max(float(np.sort(far)[min(rank, len(far)) - 1]), _LEAST_LIMIT)

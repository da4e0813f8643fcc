"""Whether there are fewer rows between two groups than in them: else a cloud was cut, and nothing was found.

Rows of two neighbours are laid on the line between their centres. Of two normal clouds that lie d deviations
apart, the middle is 2 exp(-d²/8) times as dense as the centres; of an even stretch it is as dense.
"""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.clustering.partition import Partition

HALF = 0.15  # of the distance between the centres: how far around each place rows are counted


def shallowest(partition: Partition, values: Floats) -> float:
    """Return how dense it is between a group and its nearest, at most, as a share of their own density."""
    groups = partition.groups(values)
    return max(_between(partition.centers, values, groups, own) for own in range(len(partition.centers)))


def _between(centers: Floats, values: Floats, groups: Ints, own: int) -> float:
    apart = ((centers - centers[own]) ** 2).sum(axis=1)
    apart[own] = np.inf
    nearest = int(apart.argmin())
    rows = values[(groups == own) | (groups == nearest)]
    along = (rows - centers[own]) @ (centers[nearest] - centers[own]) / apart[nearest]
    here, middle, there = (int((np.abs(along - place) < HALF).sum()) for place in (0.0, 0.5, 1.0))
    return middle / max(min(here, there), 1)

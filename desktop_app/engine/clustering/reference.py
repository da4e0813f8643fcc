"""Rows without groups, made of a table's own: what is found in them is found by chance.

Two kinds, since each hides what the other shows. In the one, every column is shuffled by itself: it keeps
what single columns look like, and nothing that they do together. In the other, numbers lie evenly in the box
along the table's main directions (Tibshirani, Walther and Hastie, Estimating the number of clusters in a data
set via the gap statistic, 2001): it keeps how columns rise and fall together, and has no dense places.
"""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.clustering.encoding import Points


def without_groups(points: Points, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return (rows, features) twice: shuffled, and evenly in the box."""
    shuffled = _shuffled(points, rng)
    numbers = points.values[:, : points.numbers]
    if not points.numbers:
        return shuffled, _shuffled(points, rng)
    middle = numbers.mean(axis=0)
    *_rest, directions = np.linalg.svd(numbers - middle, full_matrices=False)
    along = (numbers - middle) @ directions.T
    box = rng.uniform(along.min(axis=0), along.max(axis=0), along.shape) @ directions + middle
    return shuffled, np.hstack([box, _shuffled(points, rng)[:, points.numbers :]])


def _shuffled(points: Points, rng: np.random.Generator) -> Floats:
    """Return the points with the cells of each column in an order of its own."""
    found = points.values.copy()
    for column in np.unique(points.columns):
        places = points.columns == column
        found[:, places] = found[rng.permutation(len(found))][:, places]
    return found

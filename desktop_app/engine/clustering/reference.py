"""Rows without groups, made of a table's own: what is found in them is found by chance.

Two kinds, since each hides what the other shows. Every column is shuffled by itself: it keeps what single
columns look like, and nothing that they do together. Numbers lie evenly in the box along the table's main
directions (Tibshirani, Walther and Hastie, Estimating the number of clusters in a data set via the gap
statistic, 2001): no place is dense.
"""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.clustering.encoding import Points


def without_groups(points: Points, rng: np.random.Generator) -> tuple[Floats, ...]:
    """Return (rows, features) twice: shuffled, and in the box; of a single number, or of categories, once."""
    shuffled = _shuffled(points, rng)
    numbers = points.values[:, : points.numbers]
    if not points.numbers:
        return (shuffled,)
    middle = numbers.mean(axis=0)
    *_rest, directions = np.linalg.svd(numbers - middle, full_matrices=False)
    along = (numbers - middle) @ directions.T
    box = rng.uniform(along.min(axis=0), along.max(axis=0), along.shape) @ directions + middle
    even = np.hstack([box, shuffled[:, points.numbers :]])
    return (even,) if points.values.shape[1] == 1 else (shuffled, even)


def _shuffled(points: Points, rng: np.random.Generator) -> Floats:
    """Return the points with the cells of each column in an order of its own."""
    found = points.values.copy()
    for column in np.unique(points.columns):
        places = points.columns == column
        found[:, places] = found[rng.permutation(len(found))][:, places]
    return found

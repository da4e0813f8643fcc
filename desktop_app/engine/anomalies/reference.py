"""Rows in which nothing is odd but by chance, made of a table's own columns.

Each column is shuffled by itself, and its far ends are drawn anew as the rest of it lets expect: what lies
above a high value is taken to fall off exponentially. Cells that are rarer than nearly all of their column
are as rare as those.
"""

from dataclasses import replace

import numpy as np

from desktop_app.engine.anomalies.encoding import RARE, Points
from desktop_app.engine.arrays import Floats


def without_odd(points: Points, rng: np.random.Generator) -> Points:
    """Return as many made rows."""
    values, rare = points.values.copy(), points.rare.copy()
    for column in range(rare.shape[1]):
        order, places = rng.permutation(len(points)), points.columns == column
        values[:, places] = values[order][:, places]
        rare[:, column] = np.minimum(rare[order, column], np.quantile(rare[:, column], 1 - RARE))
    for place in np.flatnonzero([np.unique(feature).size > 2 for feature in values.T]):
        values[:, place] = _redrawn(values[:, place], rng)
        values[:, place] = -_redrawn(-values[:, place], rng)
    return replace(points, values=values, rare=rare, unlikely=np.zeros_like(rare))


def _redrawn(feature: Floats, rng: np.random.Generator) -> Floats:
    """Return a feature with the far part of its upper end drawn anew, as the near part falls off."""
    start = np.quantile(feature, 1 - RARE)
    end = feature[feature > start]
    if not end.size:
        return feature
    middle, far = np.quantile(end, (0.5, 0.75))
    mean = min(middle - start, far - middle) / np.log(2)
    return np.where(feature > far, far + rng.exponential(mean, len(feature)), feature)

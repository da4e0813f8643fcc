"""Which features of a very wide table go with the answer most, so that trees need not look at the rest."""

import numpy as np

from desktop_app.engine.arrays import Floats, Floats32, Ints

MOST_FEATURES = 300  # for trees; of a wider table the strongest


def strongest(features: Floats32, wanted: Floats, most: int) -> Ints:
    """Return the places of the *most* features with the highest correlation to any column of *wanted*."""
    known = ~np.isnan(features)
    counts = np.maximum(np.count_nonzero(known, axis=0), 1)
    means = np.nansum(features, axis=0, dtype=np.float64) / counts
    centered = np.where(known, features - means.astype(np.float32), 0)
    goals = wanted - wanted.mean(axis=0)
    sizes = np.sqrt(np.sum(centered.astype(np.float64) ** 2, axis=0))
    together = np.abs(centered.T.astype(np.float64) @ goals) / np.maximum(
        np.sqrt(np.sum(goals**2, axis=0)), 1e-300
    )
    strength = together.max(axis=1) / np.maximum(sizes, 1e-300)
    return np.sort(np.argsort(-strength, kind="stable")[:most])

"""Rows on a flat map: along the two directions in which they differ most.

Principal components (Pearson, On lines and planes of closest fit to systems of points in space, 1901).
"""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.records.clusters import GroupMap, MapSpot

MOST_LOOKED_AT = 5_000  # rows, to find the directions
MOST_SPOTS = 600
_DECIMALS = 3


def map_of(points: Floats, groups: Ints, rng: np.random.Generator) -> GroupMap | None:
    """Return the map of points (rows, features) and their groups (rows,); None where they do not differ."""
    looked_at = rng.permutation(len(points))[:MOST_LOOKED_AT]
    some = points[looked_at] - points[looked_at].mean(axis=0)
    _left, strengths, directions = np.linalg.svd(some, full_matrices=False)
    whole = float((strengths**2).sum())
    if not whole:
        return None
    places = np.zeros((len(some), 2))
    places[:, : len(directions[:2])] = some @ directions[:2].T
    drawn = zip(places[:MOST_SPOTS].round(_DECIMALS).tolist(), groups[looked_at].tolist(), strict=False)
    return GroupMap(
        spots=tuple(MapSpot(x=x, y=y, group=group) for (x, y), group in drawn),
        held=float((strengths[:2] ** 2).sum() / whole),
    )

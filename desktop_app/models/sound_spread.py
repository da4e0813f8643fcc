"""Whether what a file says of how its cells were shared out is in its form; needs only its records."""

import math
from itertools import pairwise

from desktop_app.records.models import MOST_SHARES, Feature, Schema, Spread

_MOST_ROWS = 2**53
_TOLERANCE = 1e-6


def are_spreads_sound(schema: Schema) -> bool:
    """Return whether the shares of each column are of its kind, not too many, and together one."""
    return all(feature.spread is None or _is_sound(feature.spread, feature) for feature in schema.features)


def _is_sound(spread: Spread, feature: Feature) -> bool:
    places = max(len(spread.ends), len(spread.levels)) + 1
    if len(spread.shares) != places or not 1 < places <= MOST_SHARES:
        return False
    if not all(0 <= share <= 1 for share in spread.shares) or abs(sum(spread.shares) - 1) > _TOLERANCE:
        return False
    return 0 < spread.rows < _MOST_ROWS and _fits(spread, feature)


def _fits(spread: Spread, feature: Feature) -> bool:
    if feature.type == "number":
        rising = all(low < high for low, high in pairwise(spread.ends))
        return not spread.levels and rising and all(map(math.isfinite, spread.ends))
    are_known = len(set(spread.levels)) == len(spread.levels) and set(spread.levels) <= set(feature.levels)
    return feature.type in ("category", "yes/no") and not spread.ends and are_known

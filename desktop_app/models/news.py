"""From how many rows on what is strange in them is news of a whole file, not of these rows alone."""

import math

from desktop_app.records.models import Feature
from desktop_app.records.notices import Level

USUAL = 0.02  # of the rows of a file like the one it learned from, at most
_LUCK = 2.0  # standard deviations of the count of such rows


def level_of(strange: int, rows: int, usual: float = USUAL) -> Level:
    """Return whether so many strange rows of a file are a caution, or no more than chance brings: a note."""
    luck = _LUCK * math.sqrt(usual * (1 - usual) * rows)
    return "caution" if strange > usual * rows + luck else "note"


def usually_unseen(feature: Feature) -> float:
    """Return which share of rows has a new value, at most, in a file like the one it learned from.

    It is the share of rows that were alone with their value (I. J. Good, The population frequencies of
    species and the estimation of population parameters, Biometrika 40, 1953), at most one for a rare value.
    """
    rows = feature.spread.rows if feature.spread else 0
    return min(1.0, max(USUAL, feature.rare_levels / rows)) if rows else USUAL

"""Columns that are said to be known ahead: whether one of them is the answer in other words."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.seen import Seen
from desktop_app.records.forecasts import ForecastAsked

_SAME = 0.97  # correlation of changes


def gives_away(seen: Seen, asked: ForecastAsked) -> str:
    """Return the known column whose changes are nearly those of the target; empty where there is none.

    A column of texts has several numbers, and none of them can tell an amount.
    """
    if seen.known.shape[2] != len(asked.known):
        return ""
    changes = np.diff(seen.values, axis=1)
    for place, name in enumerate(asked.known):
        along = np.diff(seen.known[:, : seen.values.shape[1], place], axis=1)
        if name not in asked.confirmed and abs(_correlation(changes, along)) >= _SAME:
            return name
    return ""


def _correlation(one: Floats, other: Floats) -> float:
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < 3 or one[both].std() == 0 or other[both].std() == 0:
        return 0.0
    return float(np.corrcoef(one[both], other[both])[0, 1])

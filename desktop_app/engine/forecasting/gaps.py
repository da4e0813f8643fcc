"""Series with gaps, where a value is NaN: the mean of what is known, and how gaps are filled."""

import numpy as np

from desktop_app.engine.arrays import Floats


def mean_known(values: Floats, axis: int | tuple[int, ...] = -1) -> Floats:
    """Return the mean along an axis, or along several, of what is known; NaN where nothing is."""
    known = np.isfinite(values)
    count = known.sum(axis=axis)
    return np.where(count > 0, np.where(known, values, 0.0).sum(axis=axis) / np.maximum(count, 1), np.nan)


def usual_change(values: Floats) -> Floats:
    """Return (series,) the mean change from one value (series, moments) to the next, never 0."""
    mean = mean_known(np.abs(np.diff(values, axis=1)))
    usual = float(np.mean(mean[mean > 0])) if (mean > 0).any() else 1.0
    return np.asarray(np.where(mean > 0, mean, usual))


def filled_from_before(values: Floats, season: int) -> Floats:
    """Return the values (series, moments) with gaps filled by the season before, or the last value.

    What is before the first value of a series stays NaN.
    """
    filled = values.copy()
    for place in np.flatnonzero(~np.isfinite(values).all(axis=0)).tolist():
        if place == 0:
            continue
        last = filled[:, place - 1]
        if season > 1 and place >= season:
            moved = last + filled[:, place - season] - filled[:, max(place - 1 - season, 0)]
            last = np.where(np.isfinite(moved), moved, last)
        gap = ~np.isfinite(values[:, place])
        filled[gap, place] = last[gap]
    return filled

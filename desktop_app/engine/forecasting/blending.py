"""How much each way of answering counts, by its errors at moments whose outcome was known by then.

Several ways together are seldom worse than the best of them, which nobody knows beforehand (Bates and
Granger, The combination of forecasts, 1969; Makridakis, Spiliotis and Assimakopoulos, The M4 competition,
2020).
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.records.forecasts import SIMPLE

_SHARPNESS = 8.0  # the power of an error by which a way counts less
_WORST = 1.5  # times the least error: a way beyond it does not count


def weights_of(errors: Floats) -> Floats:
    """Return (ways,) weights that sum to 1, by mean errors (ways,); NaN for a way that did not answer."""
    usable = np.isfinite(errors)
    if not usable.any():
        return np.full(len(errors), 1 / len(errors))
    least = max(float(np.min(errors[usable])), 1e-12)
    ratio = np.where(usable, errors, np.inf) / least
    found = np.where(ratio <= _WORST, np.maximum(ratio, 1e-3) ** -_SHARPNESS, 0.0)
    return np.asarray(found / found.sum()) if found.sum() > 0 else np.where(usable, 1 / usable.sum(), 0.0)


def mean_errors(misses: Floats, known: Flags) -> Floats:
    """Return (ways,) the mean of |misses| (ways, origins, series, steps) at the known origins.

    Only values that every way answered count, unless a way answered none at all.
    """
    some = np.abs(misses[:, known])
    answering = np.isfinite(some).any(axis=(1, 2, 3)) if some.size else np.zeros(len(misses), dtype=bool)
    found = np.full(len(misses), np.nan)
    if answering.any():
        shared = np.isfinite(some[answering]).all(axis=0)
        if shared.any():
            found[answering] = some[answering][:, shared].mean(axis=1)
    return found


def blended(answers: Floats, weights: Floats) -> Floats:
    """Return the weighted mean over the first axis; where a way has no answer the others have its weight."""
    shape = (-1, *(1,) * (answers.ndim - 1))
    counted = np.isfinite(answers) * weights.reshape(shape)
    total = counted.sum(axis=0)
    found = np.sum(np.where(np.isfinite(answers), answers, 0.0) * counted, axis=0)
    return np.asarray(np.where(total > 0, found / np.where(total > 0, total, 1.0), np.nan))


def weights_in_turn(misses: Floats, origins: Ints, start: Floats) -> Floats:
    """Return (origins, ways): the weights at each origin, by what was known there and then.

    *misses* are divided by the size of each series. *start* (ways,) are the weights while nothing is known.
    """
    horizon, found = misses.shape[-1], []
    for place, origin in enumerate(origins):
        known = origins + horizon <= origin
        found.append(weights_at(misses, known, place) if known.any() else start)
    return np.stack(found)


def in_turn(answers: Floats, weights: Floats) -> Floats:
    """Return (origins, series, steps): answers (ways, origins, series, steps) by weights (origins, ways)."""
    return np.stack([blended(answers[:, place], some) for place, some in enumerate(weights)])


def weights_at(misses: Floats, known: Flags, place: int) -> Floats:
    """Return (ways,) weights by the misses that are known, of the ways that answer at the origin *place*.

    A way of logarithms answers no more once a value is not positive.
    """
    answering = np.isfinite(misses[:, place]).any(axis=(1, 2))
    errors = np.full(len(misses), np.nan)
    errors[answering] = mean_errors(misses[answering], known)
    return weights_of(errors)


def beginning(names: Sequence[str]) -> Floats:
    """Return the weights while no error is known: none for the simple ways, where there are others."""
    counted = np.array([name not in SIMPLE for name in names], dtype=np.float64)
    return counted / counted.sum() if counted.any() else np.full(len(names), 1 / len(names))

"""The range that holds 80 of 100 values to come, made of errors at moments whose outcome is known.

As in conformal prediction the errors themselves make the range (Stankeviciute, Alaa and van der Schaar,
Conformal time-series forecasting, 2021), each divided by how restless its series was at that moment (Lei et
al., Distribution-free predictive inference for regression, 2018) and by what is usual so many steps ahead.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.forecasting.gaps import mean_known

HELD = 0.8  # of the values to come
_RECENT = 3  # seasons, or
_FEWEST_RECENT = 24  # steps, in which a series shows how restless it is
_CALM = 0.05  # of what is usual: no series is calmer than that
_SIGNED = 200  # errors from which on both ends have their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """What a range is made of: (steps,) below and above the answer, in sizes of the series."""

    below: Floats
    above: Floats

    def around(self, answers: Floats, sizes: Floats) -> tuple[Floats, Floats]:
        """Return the ends of the ranges of answers (series, steps), with sizes (series,)."""
        return answers - self.below * sizes[:, None], answers + self.above * sizes[:, None]


def sizes_at(values: Floats, season: int, origins: Ints) -> Floats:
    """Return (origins, series): how restless each series was up to each moment, partly of late."""
    window = max(_RECENT * season, _FEWEST_RECENT)
    changes, found = _changes(values, season), []
    for end in (origins + 1).tolist():
        so_far, late = mean_known(changes[:, :end]), mean_known(changes[:, max(0, end - window) : end])
        late = np.where(np.isfinite(late), late, so_far)
        restless = np.sqrt(np.maximum(late, _CALM * so_far) * so_far)
        usual = np.maximum(np.nan_to_num(mean_known(np.abs(values[:, :end]))), 1.0) * _CALM
        found.append(np.where(restless > 0, restless, usual))
    return np.stack(found)


def learn_ranges(misses: Floats, known: Flags) -> Ranges:
    """Return the ranges that these errors (origins, series, steps) make, divided by sizes, where known."""
    some = np.where(known & np.isfinite(misses), misses, np.nan)
    usual = _rising(_means(np.abs(some)))
    even = some / np.maximum(usual, 1e-12)
    flat = even[np.isfinite(even)]
    if flat.size < _SIGNED:
        both = float(np.quantile(np.abs(flat), HELD)) if flat.size else 1.0
        return Ranges(below=usual * both, above=usual * both)
    # A miss is the answer less the real value: one below 0 is a value above the answer.
    low, high = np.quantile(flat, [(1 - HELD) / 2, (1 + HELD) / 2])
    return Ranges(below=usual * max(float(high), 0.0), above=usual * max(-float(low), 0.0))


def _changes(values: Floats, season: int) -> Floats:
    """Return (series, moments) how far each value is from the one before, beside the same a season ago."""
    found = np.full(values.shape, np.nan)
    step = np.diff(values, axis=1)
    if season > 1 and values.shape[1] > season + 1:
        found[:, season + 1 :] = np.abs(step[:, season:] - step[:, :-season])
    else:
        found[:, 1:] = np.abs(step)
    return found


def _means(values: Floats) -> Floats:
    """Return (steps,) the mean over origins and series; where a step has none, that of the one before."""
    found = mean_known(values, axis=(0, 1))
    for step in range(len(found)):
        if not np.isfinite(found[step]):
            found[step] = found[step - 1] if step else 1.0
    return np.asarray(found)


def _rising(values: Floats) -> Floats:
    """Return the nearest values that never fall: the farther ahead, the less is known.

    Pool adjacent violators (Ayer et al., An empirical distribution function for sampling, 1955).
    """
    means: list[float] = []
    sizes: list[int] = []
    for value in values:
        means.append(float(value))
        sizes.append(1)
        while len(means) > 1 and means[-2] > means[-1]:
            size = sizes[-2] + sizes[-1]
            means[-2:] = [(means[-2] * sizes[-2] + means[-1] * sizes[-1]) / size]
            sizes[-2:] = [size]
    return np.repeat(means, sizes)

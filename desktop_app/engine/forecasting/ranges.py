"""The range that holds 80 of 100 values to come, made of errors at moments whose outcome is known.

As in conformal prediction the errors themselves make the range (Stankeviciute, Alaa and van der Schaar,
Conformal time-series forecasting, 2021), each divided by how restless its series was at that moment (Lei et
al., Distribution-free predictive inference for regression, 2018) and by what is usual so many steps ahead.

A series that never moved has no size: how far others are off says nothing of it. After n equal values the
next h are equal too with a probability of n / (n + h) (Laplace's rule of succession, 1774), so that from 4 h
equal values on its one value alone holds 80 of 100 values to come.
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
_EXACT = 1e-9  # of the largest value: nearer than that computing does not come


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """What a range is made of: (steps,) below and above the answer, in sizes of the series."""

    below: Floats
    above: Floats

    def around(self, answers: Floats, sizes: Floats) -> tuple[Floats, Floats]:
        """Return the ends of the ranges of answers (series, steps), with sizes (series,)."""
        return answers - self.below * sizes[:, None], answers + self.above * sizes[:, None]

    def held(self, misses: Floats, sizes: Floats, largest: Floats) -> Floats:
        """Return whether ranges hold the real values, NaN where a miss (series, steps) is unknown.

        *sizes* (series,) and *largest* (series,), the largest of the values, but for their signs.
        """
        least = _EXACT * largest[:, None]
        below, above = self.below * sizes[:, None] + least, self.above * sizes[:, None] + least
        return np.where(np.isfinite(misses), (misses <= below) & (-misses <= above), np.nan)


def sizes_at(values: Floats, season: int, origins: Ints, horizon: int) -> Floats:
    """Return (origins, series): how restless each series was up to each moment, partly of late.

    It is 0 where one has always been the same for long enough to go on so for *horizon* steps.
    """
    window = max(_RECENT * season, _FEWEST_RECENT)
    changes, found = _changes(values, season), []
    for end in (origins + 1).tolist():
        so_far, late = mean_known(changes[:, :end]), mean_known(changes[:, max(0, end - window) : end])
        late = np.where(np.isfinite(late), late, so_far)
        restless = np.sqrt(np.maximum(late, _CALM * so_far) * so_far)
        usual = np.maximum(np.nan_to_num(mean_known(np.abs(values[:, :end]))), 1.0) * _CALM
        usual = np.where(_is_still(values[:, :end], horizon), 0.0, usual)
        found.append(np.where(restless > 0, restless, usual))
    return np.stack(found)


def in_sizes(misses: Floats, sizes: Floats) -> Floats:
    """Return misses (origins, series, steps) in sizes (origins, series); NaN where a size is 0."""
    divided = np.full(misses.shape, np.nan)
    np.divide(misses, sizes[:, :, None], out=divided, where=sizes[:, :, None] > 0)
    return divided


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


def _is_still(values: Floats, horizon: int) -> Flags:
    """Return (series,) whether all known values (series, moments) are one, and how many suffices."""
    count = np.count_nonzero(np.isfinite(values), axis=1)
    same = np.fmax.reduce(values, axis=1) == np.fmin.reduce(values, axis=1)
    return np.asarray(same & (count * (1 - HELD) >= horizon * HELD - 1e-9))


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

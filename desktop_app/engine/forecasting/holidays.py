"""Days of the year that are unlike their neighbours each year, found in the values; no calendar of a country.

A day counts by its date, or by how far it is from Easter, on which the movable holidays of many countries
hang. What such days differ by is taken out of the past and added to the time ahead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from desktop_app.engine.arrays import MADS, Floats, Ints
from desktop_app.engine.forecasting.moments import Moments

_WEEKS = (-4, -3, -2, -1, 1, 2, 3, 4)  # beside a day, whose same weekday is compared with it
_FEWEST_BESIDE = 3
_CLEAR = 3.5  # spreads that a day must differ by in every year
_YEARS = 2
_EASTER = "easter"
_BEFORE, _AFTER = -50, 61  # days from Easter
_MOST = 30
_MOST_SERIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """What days differ by, in spreads of a series (series,); named 12-25, or easter+1."""

    sizes: Mapping[str, float] = field(default_factory=dict)
    spreads: Floats

    def effects(self, days: Moments) -> Floats:
        """Return (series, days) what each day differs by."""
        found, (dates, apart) = np.zeros(len(days)), _codes(days)
        for name, size in self.sizes.items():
            is_movable = name.startswith(_EASTER)
            code = int(name.removeprefix(_EASTER)) if is_movable else int(name.replace("-", ""))
            found[(apart if is_movable else dates) == code] = size
        return self.spreads[:, None] * found


def find_holidays(values: Floats, days: Moments, week: int) -> Holidays:
    """Return the days of *values* (series, moments) that differ each year; a week has so many moments."""
    some = np.linspace(0, len(values) - 1, min(len(values), _MOST_SERIES)).astype(np.int64)
    apart = _beside_week(values[some], week)
    spreads = spreads_of(values, week)
    with np.errstate(invalid="ignore"):
        unlike = _median(apart / spreads[some][:, None], axis=0)
    known = np.isfinite(unlike)
    names, sizes = _names(days), {}
    for name, places in names.items():
        seen = unlike[places][known[places]]
        if len(seen) >= _YEARS and ((seen > _CLEAR).all() or (seen < -_CLEAR).all()):
            sizes[name] = float(np.median(seen))
    dated = {place for name in sizes if not name.startswith(_EASTER) for place in names[name].tolist()}
    kept = [name for name in sizes if not name.startswith(_EASTER) or dated.isdisjoint(names[name].tolist())]
    largest = sorted(kept, key=lambda name: -abs(sizes[name]))[:_MOST]
    return Holidays(sizes={name: sizes[name] for name in largest}, spreads=spreads)


def spreads_of(values: Floats, week: int) -> Floats:
    """Return (series,) how far values usually are from the same weekday a week before, never 0."""
    weekly = np.abs(values[:, week:] - values[:, :-week]) if values.shape[1] > week else np.abs(values)
    found = MADS * _median(weekly, axis=1) / np.sqrt(2)
    return np.asarray(np.where(np.isfinite(found) & (found > 0), found, 1.0))


def _beside_week(values: Floats, week: int) -> Floats:
    """Return (series, moments) how far each value is from the median of the same weekday around it."""
    moments = values.shape[1]
    beside = np.full((len(_WEEKS), *values.shape), np.nan)
    for at, weeks in enumerate(_WEEKS):
        shift = weeks * week
        start, end = max(0, -shift), min(moments, moments - shift)
        if start < end:
            beside[at, :, start:end] = values[:, start + shift : end + shift]
    enough = np.isfinite(beside).sum(axis=0) >= _FEWEST_BESIDE
    return np.asarray(np.where(enough, values - _median(beside, axis=0), np.nan))


def _median(values: Floats, axis: int) -> Floats:
    """Return the median of what is known along an axis; NaN where nothing is."""
    ordered = np.sort(values, axis=axis)  # what is not known comes last
    count = np.isfinite(values).sum(axis=axis, keepdims=True)
    low = np.take_along_axis(ordered, np.maximum((count - 1) // 2, 0), axis=axis)
    high = np.take_along_axis(ordered, np.minimum(count // 2, values.shape[axis] - 1), axis=axis)
    return np.asarray(np.where(count > 0, (low + high) / 2, np.nan).squeeze(axis))


def _names(days: Moments) -> dict[str, Ints]:
    """Return the places of all days of each name."""
    dates, apart = _codes(days)
    found = {
        f"{date // 100:02d}-{date % 100:02d}": _places(dates, date) for date in np.unique(dates).tolist()
    }
    for distance in np.unique(apart[(apart >= _BEFORE) & (apart < _AFTER)]).tolist():
        found[f"{_EASTER}{distance:+d}"] = _places(apart, distance)
    return found


def _places(codes: Ints, code: int) -> Ints:
    return np.flatnonzero(codes == code)


def _codes(days: Moments) -> tuple[Ints, Ints]:
    """Return of each day its date, 1225 for Christmas, and how far it is from Easter."""
    whole, months = days.astype("datetime64[D]"), days.astype("datetime64[M]")
    day = (whole - months.astype("datetime64[D]")).astype(np.int64) + 1
    years = whole.astype("datetime64[Y]").astype(np.int64) + 1970
    different, which = np.unique(years, return_inverse=True)
    easter = np.array([_easter(year) for year in different.tolist()])[which]
    return (months.astype(np.int64) % 12 + 1) * 100 + day, (whole - easter).astype(np.int64)


def _easter(year: int) -> np.datetime64:
    """Return Easter Sunday of the western churches (Anonymous, To find Easter, Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return np.datetime64(f"{year:04d}-{month:02d}-{day + 1:02d}", "D")

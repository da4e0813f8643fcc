"""What a line or trees read: the newest values, those of a season before, and the calendar of the day asked.

All values stand beside the level at the moment of asking and in steps of the series, so that series of any
size can be learned together and a level never seen before is none (Montero-Manso and Hyndman, Principles and
algorithms for forecasting groups of time series: locality and globality, 2021).
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints

_MOST_LAGS = 14
_WINDOW = 5  # steps of the level where there is no season
_SEASONS_BACK = 2


@dataclass(frozen=True, slots=True)
class Past:
    """Series (series, moments) whose gaps are filled from before, and what is known of every moment.

    *calendar* (moments and more, columns) is of all series; *known* (series, moments and more, columns) is of
    each; both reach over the time ahead. *scale* (series,) is the size of a usual change.
    """

    filled: Floats
    seasons: tuple[int, ...]  # steps; the first is the main one
    calendar: Floats
    known: Floats
    scale: Floats
    lags: int

    @property
    def window(self) -> int:
        """The steps whose mean is the level."""
        return self.seasons[0] if self.seasons[0] > 1 else _WINDOW

    @property
    def first(self) -> int:
        """The first place from which it can be asked."""
        return max((self.window, self.lags, *self.seasons)) - 1


def _trailing(values: Floats, window: int) -> Floats:
    """Return the mean of the last so many along the second axis; NaN before there are."""
    found = np.full(values.shape, np.nan)
    if values.shape[1] >= window:
        started = np.isfinite(values)
        sums = np.cumsum(np.where(started, values, 0.0), axis=1)
        counts = np.cumsum(started, axis=1)
        sums[:, window:] = sums[:, window:] - sums[:, :-window]
        counts[:, window:] = counts[:, window:] - counts[:, :-window]
        found[:, window - 1 :] = np.where(counts >= window, sums / window, np.nan)[:, window - 1 :]
    return found


class Rows:
    """The rows that are learned from or answered: one for each series, moment of asking and steps ahead."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._levels = _trailing(past.filled, past.window)
        self._around = _trailing(past.calendar.T, past.window)
        self._around_known = _trailing(
            np.moveaxis(past.known, 2, 0).reshape(-1, past.known.shape[1]), past.window
        ).reshape(past.known.shape[2], *past.known.shape[:2])

    def features(self, series: Ints, places: Ints, ahead: int) -> Floats:
        """Return (rows, features) for these series asked at these places, so many steps ahead."""
        past = self._past
        level, scale = self._levels[series, places], past.scale[series]
        found = [past.filled[series, places - lag] for lag in range(past.lags)]
        for season in past.seasons:
            if season > 1:
                found += self._seasons_before(series, places, ahead, season)
        values = [(one - level) / scale for one in found]
        asked = places + ahead
        values += [
            past.calendar[asked, at] - self._around[at, places] for at in range(past.calendar.shape[1])
        ]
        values += [
            past.known[series, asked, at] - self._around_known[at, series, places]
            for at in range(past.known.shape[2])
        ]
        return np.stack(values, axis=1)

    def as_it_is(self, series: Ints, asked: Ints) -> Floats:
        """Return (rows, columns) the calendar and what is known of the moments that are asked for."""
        return np.concatenate([self._past.calendar[asked], self._past.known[series, asked]], axis=1)

    def _seasons_before(self, series: Ints, places: Ints, ahead: int, season: int) -> list[Floats]:
        """Return the values of the same time in seasons before; the oldest there is where none is older."""
        found: list[Floats] = []
        for back in range(_SEASONS_BACK):
            place = places + ahead - season * (-(-ahead // season) + back)
            if back:
                place = np.where(place >= 0, place, place + season)
            value = self._past.filled[series, np.maximum(place, 0)]
            if back:
                value = np.where(np.isfinite(value), value, found[0])
            found.append(value)
        return found

    def targets(self, values: Floats, series: Ints, places: Ints, ahead: int) -> Floats:
        """Return (rows,) what came, as the features have it; NaN where it is not known."""
        return np.asarray(
            (values[series, places + ahead] - self._levels[series, places]) / self._past.scale[series]
        )

    def amounts(self, answers: Floats, series: Ints, places: Ints) -> Floats:
        """Return (rows,) answers as values of the series."""
        return np.asarray(answers * self._past.scale[series] + self._levels[series, places])

    def askable(self, places: Ints) -> tuple[Ints, Ints]:
        """Return the series and places of all rows at these places that can be asked."""
        places = places[places >= self._past.first]
        known: Flags = np.isfinite(self._levels[:, places])
        lagged = places - self._past.lags + 1
        known &= np.isfinite(self._past.filled[:, lagged])
        series, at = np.nonzero(known)
        return series, places[at]


def lags_for(moments: int) -> int:
    """Return how many of the newest values are read, of a past of so many moments."""
    return int(np.clip(moments // 8, 2, _MOST_LAGS))

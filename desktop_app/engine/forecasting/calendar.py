"""What the calendar says of a moment: the turn of the year, the day of the week, the hour.

Turns are told by sines and cosines (Young, Pedregal and Tych, Dynamic harmonic regression, 1999).
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.moments import Timeline
from desktop_app.records.forecasts import PeriodName

_YEAR = 365.2425  # days
_TURNS: dict[PeriodName, tuple[int, int]] = {  # of a year that are told apart, and moments of two years
    "quarter": (2, 8),
    "month": (6, 24),
    "week": (5, 104),
    "day": (5, 730),
    "workday": (5, 520),
}
_OF_A_DAY = 4
_OF_A_SEASON = 3
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Numbers of each moment (moments, columns); a column is read from so many moments (columns,) on.

    A turn of the year, for one, must have been seen twice.
    """

    columns: Floats
    from_moments: Ints

    def told_by(self, moments: int) -> Floats:
        """Return (moments, columns) of which a past of so many moments can teach."""
        return self.columns[:, self.from_moments <= moments]


def calendar_of(timeline: Timeline, moments: int, season: int) -> Calendar:
    """Return what is known of the first so many moments of a timeline; a *season* has so many."""
    places = np.arange(moments)
    if timeline.numbers:
        circles = _circles(places / season, min(_OF_A_SEASON, season // 2))
        return _calendar([(circles, 2 * season)])
    name = timeline.period.name
    days = timeline.moments(places).astype(np.float64) / 86_400e6
    weekday = (np.floor(days) + 3) % 7  # the first of January 1970 was a Thursday; Monday is 0
    found = []
    if name in _TURNS:
        turns, years = _TURNS[name]
        found.append((_circles(days / _YEAR, turns), round(years / timeline.period.every)))
    if name in ("day", "workday", "hour", "minute"):
        found.append(((weekday[:, None] == np.arange(7)).astype(np.float64), 0))
    if name in ("hour", "minute"):
        day = _circles(days % 1, _OF_A_DAY)
        found += [(day, 0), (day * (weekday >= _SATURDAY)[:, None], 0)]
    return _calendar(found) if found else _calendar([(np.empty((moments, 0)), 0)])


def _calendar(parts: list[tuple[Floats, int]]) -> Calendar:
    columns = np.concatenate([part for part, _ in parts], axis=1)
    from_moments = np.concatenate([np.full(part.shape[1], fewest) for part, fewest in parts])
    return Calendar(columns=columns, from_moments=from_moments.astype(np.int64))


def _circles(turn: Floats, count: int) -> Floats:
    """Return (moments, columns) sines and cosines of turns (moments,), told once to so many times each."""
    angles = 2 * np.pi * np.asarray(turn)[:, None] * np.arange(1, count + 1)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)

"""After how many steps a season comes again: by the calendar, or as the values themselves show."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.records.forecasts import Period, PeriodName

_BY_CALENDAR: dict[PeriodName, tuple[int, ...]] = {
    "quarter": (4,),
    "month": (12,),
    "week": (52,),
    "day": (7,),
    "workday": (5,),
    "hour": (24, 168),
    "minute": (1440, 10_080),
}
_SECOND = 3  # times that a longer season must have been seen
_CLEAR = 0.3  # correlation of changes a season apart
_BEYOND_CHANCE = 4.0  # standard errors: many lags are tried
_CYCLES = 5  # that must have been seen of a season which no calendar tells
_LONGEST = 60
_EARLIER = 0.45  # of the past, which is looked at: the rest is to be measured on


def by_calendar(period: Period) -> tuple[int, ...]:
    """Return the steps of the seasons that the calendar knows, the main one first; none for years."""
    found = [steps / period.every for steps in _BY_CALENDAR.get(period.name, ())]
    return tuple(int(steps) for steps in found if steps == int(steps) and steps > 1)


def seasons_for(period: Period, values: Floats, horizon: int) -> tuple[int, ...]:
    """Return the steps of the seasons that a past (series, moments) is long enough for; (1,) for none."""
    moments, told = values.shape[1], by_calendar(period)
    if told:
        if moments < fewest_for(told[0]):
            return (1,)
        return (told[0], *(longer for longer in told[1:] if moments >= _SECOND * longer + horizon))
    return (_shown(values[:, : round(_EARLIER * moments)]),)


def fewest_for(season: int) -> int:
    """Return how many moments a past must have for a season of so many steps."""
    return 2 * season + 2


def is_shown(values: Floats, season: int) -> bool:
    """Return whether changes of values (series, moments) come again after so many steps.

    Where too little is seen to tell, the season that the calendar names is taken to be there.
    """
    if season > 1 and values.shape[1] < _SECOND * season:
        return True
    correlations = _of_changes(values, season)
    return bool(correlations.size > 1 and correlations[-1] > _limit(values, 1.645))


def _shown(values: Floats) -> int:
    """Return the lag at which changes are most alike, where that is clear and higher than beside it."""
    most = min(_LONGEST, values.shape[1] // _CYCLES)
    if most < 3:
        return 1
    correlations = _of_changes(values, most)
    inner = correlations[1:-1]
    peaks = np.flatnonzero((inner > correlations[:-2]) & (inner >= correlations[2:])) + 1
    peaks = peaks[correlations[peaks] > max(_CLEAR, _limit(values, _BEYOND_CHANCE))]
    return int(peaks[np.argmax(correlations[peaks])]) + 1 if len(peaks) else 1


def _of_changes(values: Floats, most: int) -> Floats:
    """Return (lags,) the autocorrelation of changes at 1 to *most* steps, of all series together."""
    changes = np.diff(values, axis=1)
    known = np.isfinite(changes)
    mean = np.where(known, changes, 0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    centred = np.where(known, changes - mean[:, None], 0.0)
    centred /= np.maximum(np.sqrt(np.mean(centred**2, axis=1, keepdims=True)), 1e-12)
    total = float(np.sum(centred**2))
    if total == 0 or most >= changes.shape[1]:
        return np.zeros(0)
    return np.array([np.sum(centred[:, lag:] * centred[:, :-lag]) for lag in range(1, most + 1)]) / total


def _limit(values: Floats, errors: float) -> float:
    """Return the correlation that chance hardly reaches; series together say little more than one."""
    return float(errors / np.sqrt(max(values.shape[1], 1)))

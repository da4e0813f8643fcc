"""Days as people write them, and the marks of an axis of days."""

import datetime

from desktop_app.reports.pictures.axes import LETTER, Scale, apart
from desktop_app.reports.pictures.picture import Tick

_FIRST = datetime.date(1970, 1, 1).toordinal()
_OF_YEARS = 3 * 365  # days: from here on only first days of years are marked
_WIDE = 10  # letters of a day
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # years from mark to mark


def day_text(day: float) -> str:
    """Return the day that is so many days after the first one of 1970; of one in no calendar the number."""
    try:
        return datetime.date.fromordinal(_FIRST + int(day // 1)).isoformat()
    except (ValueError, OverflowError):
        return f"{day:.0f}"


def day_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the marks of an axis of days since 1970: years where it is long, else some of the days."""
    if scale.high - scale.low >= _OF_YEARS and (years := _years(scale)):
        return years
    most = max(2, int((scale.end - scale.start) // (1.5 * LETTER * _WIDE)))
    # Each in the middle of its share of the axis: at its end a day would not find room.
    days = [scale.low + (scale.high - scale.low) * (place + 0.5) / most for place in range(most)]
    return apart(tuple(Tick(at=scale.place(day), label=day_text(day)) for day in days))


def _years(scale: Scale) -> tuple[Tick, ...]:
    try:
        first, last = (datetime.date.fromordinal(_FIRST + int(day)).year for day in (scale.low, scale.high))
    except (ValueError, OverflowError):
        return ()
    step = next((step for step in _STEPS if (last - first) / step <= 8), last - first)
    marks = (year for year in range(first + 1, last + 1) if year % step == 0)
    starts = ((year, datetime.date(year, 1, 1).toordinal() - _FIRST) for year in marks)
    return tuple(Tick(at=scale.place(day), label=str(year)) for year, day in starts)

"""The even moments of a series: how far they are apart, which place a time has, and which time a place."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.records.forecasts import MonthForm, Period, PeriodName

Moments = npt.NDArray[np.datetime64]  # of microseconds
UNITS: dict[PeriodName, int] = {  # microseconds
    "week": 604_800_000_000,
    "day": 86_400_000_000,
    "hour": 3_600_000_000,
    "minute": 60_000_000,
    "second": 1_000_000,
}
MONTHS: dict[PeriodName, int] = {"year": 12, "quarter": 3, "month": 1}
_DAY = UNITS["day"]
_FIRST = np.datetime64("1970-01-01", "D")
_WITH_CLOCK = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Moments at even distances from a first one, whose place is 0.

    *start*: months since January 1970, workdays or microseconds since its first, or the first number.
    """

    period: Period
    start: float
    numbers: bool = False  # its moments are plain numbers
    form: MonthForm | None = None  # in which its months or weeks are written

    @property
    def step(self) -> float:
        """How far two moments are apart, as *start* counts."""
        if self.numbers or self.period.name in ("workday", "step"):
            return self.period.every
        return self.period.every * (MONTHS.get(self.period.name) or UNITS[self.period.name])

    def places(self, times: npt.NDArray[Any]) -> Ints:
        """Return the places of times that are known; those between two moments belong to the earlier one.

        A little before a moment counts as at it, since clocks are not exact.
        """
        counted = counted_from_1970(times, self.period.name) if not self.numbers else times.astype(np.float64)
        return np.floor((counted - self.start) / self.step + 0.1).astype(np.int64)

    def moments(self, places: Ints) -> Moments:
        """Return the moments at these places. Raises ValueError where they are plain numbers."""
        if self.numbers:
            raise ValueError("numbers are no moments")
        counted = np.round(self.start + places * self.step).astype(np.int64)
        name = self.period.name
        if name in MONTHS:
            return _days_of_months(counted, self.period.day)
        if name == "workday":
            return np.asarray(np.busday_offset(_FIRST, counted), dtype="datetime64[us]")
        return counted.astype("datetime64[us]")

    def texts(self, places: Ints) -> list[str]:
        """Return the moments at these places as `FutureStep.time` has them."""
        if self.numbers:
            return [_number(self.start + place * self.step) for place in places.tolist()]
        name = self.period.name
        if self.form is not None and self.form.is_week:
            days = self.moments(places).astype("datetime64[D]").tolist()
            return [self.form.written(*day.isocalendar()[:2]) for day in days]
        if self.form is not None and name in MONTHS:
            months = self.moments(places).astype("datetime64[M]").astype(np.int64).tolist()
            return [self.form.written(1970 + month // 12, month % 12 + 1) for month in months]
        has_clock = name in _WITH_CLOCK or (name in ("day", "week") and self.start % _DAY != 0)
        unit = "s" if has_clock else "D"
        return [str(one) for one in self.moments(places).astype(f"datetime64[{unit}]")]

    def moved(self, places: int) -> "Timeline":
        """Return the same timeline that starts so many places later."""
        return replace(self, start=self.start + places * self.step)


def counted_from_1970(times: Moments, name: PeriodName) -> Floats:
    """Return times as months, workdays or microseconds since the beginning of 1970."""
    if name in MONTHS:
        return times.astype("datetime64[M]").astype(np.float64)
    if name == "workday":
        return np.busday_count(_FIRST, times.astype("datetime64[D]")).astype(np.float64)
    return times.astype("datetime64[us]").astype(np.float64)


def days_of_month(times: Moments) -> tuple[Ints, Ints]:
    """Return the day of the month of each time, and how many days its month has."""
    days, months = times.astype("datetime64[D]"), times.astype("datetime64[M]")
    first, following = months.astype("datetime64[D]"), (months + 1).astype("datetime64[D]")
    return (days - first).astype(np.int64) + 1, (following - first).astype(np.int64)


def _days_of_months(months: Ints, day: int) -> Moments:
    first = months.astype("datetime64[M]").astype("datetime64[D]")
    _, length = days_of_month(first.astype("datetime64[us]"))
    return np.asarray(first + (np.minimum(day or 31, length) - 1), dtype="datetime64[us]")


def _number(value: float) -> str:
    rounded = round(value, 9)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.9g}"

"""Columns of dates: the year, month, weekday, hour, and the days that went by."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.features.numbers import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Which columns of dates have a time of day, and the usual values of their parts."""

    hours: Flags  # (columns,)
    parts: Numbers

    @classmethod
    def learn(cls, days: Floats) -> "Dates":
        """Return what the rows of *days* (rows, columns: days since 1970) show."""
        with_time = np.nan_to_num(days % 1) > 0
        hours: Flags = np.any(with_time, axis=0)
        return cls(hours=hours, parts=Numbers.learn(_parts(days, hours)))

    def for_trees(self, days: Floats) -> Floats:
        """Return (rows, features): the parts of each date; NaN where it is missing."""
        return _parts(days, self.hours)

    def for_lines(self, days: Floats) -> Floats:
        """Return (rows, features): the parts, scaled, and circles on which December meets January."""
        turns = np.concatenate([_year_turn(days), days % 7 / 7, days[:, self.hours] % 1], axis=1) * 2 * np.pi
        circles = np.nan_to_num(np.concatenate([np.sin(turns), np.cos(turns)], axis=1))
        return np.concatenate([self.parts.for_lines(_parts(days, self.hours)), circles], axis=1)


def _parts(days: Floats, hours: Flags) -> Floats:
    """Return the elapsed days, year, month and weekday of all columns, then the hours of some."""
    months = _months(days)
    year, month = np.floor(months / 12) + 1970, months % 12 + 1
    weekday = (np.floor(days) + 3) % 7  # the first of January 1970 was a Thursday; Monday is 0
    return np.concatenate([days, year, month, weekday, np.floor(days[:, hours] % 1 * 24)], axis=1)


def _months(days: Floats) -> Floats:
    """Return the whole months since January 1970."""
    moments = np.where(np.isnan(days), 0, np.floor(days)).astype(np.int64).astype("datetime64[D]")
    return np.where(np.isnan(days), np.nan, moments.astype("datetime64[M]").astype(np.float64))


def _year_turn(days: Floats) -> Floats:
    return days % 365.2425 / 365.2425

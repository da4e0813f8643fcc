"""Twenty series to look ahead in: made ones, and public ones of which one is written down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats

# Canadian lynx trapped in the Mackenzie River district, 1821 to 1934 (Elton and Nicholson, 1942).
_LYNX = """
269 321 585 871 1475 2821 3928 5943 4950 2577 523 98 184 279 409 2285 2685 3409 1824 409 151 45 68 213 546
1033 2129 2536 957 361 377 225 360 731 1638 2725 2871 2119 684 299 236 245 552 1623 3311 6721 4254 687 255
473 358 784 1594 1676 2251 1426 756 299 201 229 469 736 2042 2811 4431 2511 389 73 39 49 59 188 377 1292
4031 3495 587 105 153 387 758 1307 3465 6991 6313 3794 1836 345 382 808 1388 2713 3800 3091 2985 3790 374 81
80 108 229 399 1132 2432 3574 2935 1537 529 485 662 1000 1590 2657 3396
"""


@dataclass(frozen=True)
class Shown:
    """A series: its values, their moments, the steps of a season, and how far ahead to look."""

    name: str
    moments: pd.DatetimeIndex
    values: Floats
    season: int
    horizon: int
    kind: str = "made"

    def until(self, origin: int) -> pd.DataFrame:
        """Return the table of it as it was when the value at this place was the last."""
        return pd.DataFrame({"when": self.moments[: origin + 1], "value": self.values[: origin + 1]})


_SEED = 2_026
Make = Callable[[np.random.Generator, pd.DatetimeIndex], Floats]

_PUBLIC = {  # first moment, frequency, season, horizon
    "AirPassengers": ("1949-01-01", "MS", 12, 12),
    "CO2": ("1958-04-01", "MS", 12, 12),
    "El Nino": ("1950-01-01", "MS", 12, 6),
    "sunspots": ("1700-01-01", "YS", 1, 5),
    "Nile": ("1871-01-01", "YS", 1, 5),
    "US GDP": ("1959-01-01", "QS", 4, 4),
    "US unemployment": ("1959-01-01", "QS", 4, 4),
    "US investment": ("1959-01-01", "QS", 4, 4),
    "German inflation": ("1972-04-01", "QS", 4, 4),
    "lynx": ("1821-01-01", "YS", 1, 5),
}


def public(values: Mapping[str, Sequence[float]]) -> list[Shown]:
    """Return the public series, of which all but one are given."""
    given = {**values, "lynx": [float(one) for one in _LYNX.split()]}
    return [
        Shown(
            name=name,
            moments=pd.date_range(first, periods=len(given[name]), freq=every, unit="us"),
            values=np.array(given[name]),
            season=season,
            horizon=horizon,
            kind="public",
        )
        for name, (first, every, season, horizon) in _PUBLIC.items()
    ]


def made() -> list[Shown]:
    """Return the made series; the same ones each time."""
    return [_made(name, *rest) for name, rest in _MADE.items()]


def walk(rng: np.random.Generator, steps: int) -> Floats:
    """Return a random walk, in which the last value cannot be beaten."""
    return np.asarray(100 + np.cumsum(rng.normal(size=steps)))


def noise(rng: np.random.Generator, steps: int) -> Floats:
    """Return values that have nothing to do with each other."""
    return np.asarray(rng.normal(100, 10, steps))


def _made(name: str, make: Make, every: str, steps: int, season: int, horizon: int) -> Shown:
    rng = np.random.default_rng([_SEED, *name.encode()])
    moments = pd.date_range("2019-01-01", periods=steps, freq=every, unit="us")
    return Shown(name=name, moments=moments, values=make(rng, moments), season=season, horizon=horizon)


def _turn(moments: pd.DatetimeIndex, days: float) -> Floats:
    elapsed = (moments - moments[0]) / pd.Timedelta(days=1)
    return np.asarray(2 * np.pi * elapsed / days, dtype=np.float64)


def _trend(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    steps = np.arange(len(moments))
    return np.asarray(50 + 0.4 * steps + 8 * np.sin(_turn(moments, 365.25)) + rng.normal(0, 3, len(steps)))


def _weekly_yearly(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    week = np.array([10, 4, 0, 2, 8, 25, 18])[moments.day_of_week]
    return np.asarray(100 + week + 20 * np.sin(_turn(moments, 365.25)) + _sluggish(rng, len(moments), 0.5, 4))


def _shifts(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    levels = np.cumsum(np.where(rng.uniform(size=len(moments)) < 0.03, rng.normal(0, 15, len(moments)), 0))
    return np.asarray(100 + levels + 5 * np.sin(_turn(moments, 365.25)) + rng.normal(0, 3, len(moments)))


def _intermittent(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    often = np.array([0.5, 0.3, 0.3, 0.3, 0.5, 0.1, 0.05])[moments.day_of_week]
    return np.where(rng.uniform(size=len(moments)) < often, rng.poisson(3, len(moments)) + 1.0, 0.0)


def _walk(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    return walk(rng, len(moments))


def _noise(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    return noise(rng, len(moments))


def _multiplied(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    level = np.exp(4 + 0.006 * np.arange(len(moments)) + np.cumsum(rng.normal(0, 0.02, len(moments))))
    return np.asarray(
        level * (1 + 0.3 * np.sin(_turn(moments, 365.25))) * rng.lognormal(0, 0.05, len(moments))
    )


def _holidays(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    days = moments.strftime("%m-%d")
    shut = np.where(np.isin(days, ["12-25", "12-26", "01-01"]), -70, np.where(days == "12-23", 60, 0))
    week = np.array([0, 0, 5, 5, 15, 30, -20])[moments.day_of_week]
    return np.asarray(120 + shut + week + _sluggish(rng, len(moments), 0.6, 4))


def _hours(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    day = 20 * np.sin(_turn(moments, 1)) + 8 * np.sin(2 * _turn(moments, 1))
    weekend = np.where(moments.day_of_week >= 5, 0.5, 1.0)
    return np.asarray(80 + day * weekend - 15 * (weekend < 1) + _sluggish(rng, len(moments), 0.8, 3))


def _weeks(rng: np.random.Generator, moments: pd.DatetimeIndex) -> Floats:
    return np.asarray(200 + 40 * np.sin(_turn(moments, 365.25)) + _sluggish(rng, len(moments), 0.7, 8))


def _sluggish(rng: np.random.Generator, steps: int, share: float, spread: float) -> Floats:
    found, last = np.empty(steps), 0.0
    for place, shock in enumerate(rng.normal(0, spread, steps)):
        found[place] = last = share * last + shock
    return found


_MADE = {  # how, how often, steps, season, horizon
    "trend and season": (_trend, "MS", 120, 12, 12),
    "week and year": (_weekly_yearly, "D", 1200, 7, 14),
    "level shifts": (_shifts, "MS", 144, 12, 6),
    "intermittent": (_intermittent, "D", 500, 7, 14),
    "random walk": (_walk, "D", 300, 7, 7),
    "noise": (_noise, "MS", 120, 12, 6),
    "multiplied season": (_multiplied, "MS", 144, 12, 12),
    "holidays": (_holidays, "D", 1500, 7, 28),
    "hours": (_hours, "h", 1000, 24, 24),
    "weeks of a year": (_weeks, "W-MON", 260, 52, 8),
}

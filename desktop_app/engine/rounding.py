"""Borders that a person can say: the roundest number, or day, that still parts the same rows."""

import math

import numpy as np

from desktop_app.engine.arrays import Floats

_DIGITS = 16  # of a number that mean something
_SMALLEST = 1e-290  # nothing smaller is told from 0


def roundest(above: float, upto: float) -> float:
    """Return the number with the fewest digits that is greater than *above* and at most *upto*.

    So `x < border` is true of the one and false of the other.
    """
    if above < 0 <= upto:
        return 0.0
    middle = above + (upto - above) / 2
    power = math.floor(math.log10(max(abs(above), abs(upto), _SMALLEST))) + 1
    for step in range(power, power - _DIGITS, -1):
        near = round(middle / 10.0**step)
        for count in (near, near + 1, near - 1):
            found = float(f"{count}e{step}")  # exactly the number that these digits write
            if above < found <= upto:
                return found
    return upto


def roundest_day(above: float, upto: float) -> float:
    """Return the first day of a year, else of a month, else a day, between two moments (days since 1970)."""
    for unit in ("Y", "M", "D"):
        first = _day(above).astype(f"datetime64[{unit}]") + 1
        last = _day(upto).astype(f"datetime64[{unit}]")
        if first <= last:
            middle = first + (last - first) // 2
            return float(middle.astype("datetime64[D]").astype(np.int64))
    return upto


def borders(values: Floats, parts: int, *, are_days: bool = False) -> list[float]:
    """Return the rising borders between about equally many of *values*; fewer where many are the same."""
    ordered = np.sort(values[~np.isnan(values)])
    rounded = roundest_day if are_days else roundest
    found: set[float] = set()
    for part in range(1, parts if len(ordered) else 1):
        upto = float(ordered[len(ordered) * part // parts])
        below = int(np.searchsorted(ordered, upto, side="left"))
        if below:
            found.add(rounded(float(ordered[below - 1]), upto))
    return sorted(found)


def _day(moment: float) -> np.datetime64:
    return np.datetime64(math.floor(moment), "D")

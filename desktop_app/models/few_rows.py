"""Whether a few new rows already prove that a model has become worse."""

import math

from desktop_app.records.results import Score

FEWEST_CLEAR, FEWEST = 20, 100  # rows: below the first nothing is said, from the second on all is
_NORMAL = 1.96  # standard errors on either side of a 95 % range
_AS_FAR = 2.0  # times the margin of 95 %, as a folder may bring such a file every day
_CLEAR = ("accuracy", "mean_absolute_error")  # of a rare kind, or of each kind alike, few rows decide all


def is_clearly_worse(now: Score, promised: Score, clusters: int) -> bool:
    """Return whether *now* (of 20 rows or more, about as many things) is worse far beyond chance.

    The gap has to be twice what 95 of 100 such files keep within (as in `promise.is_worse`), where the range
    of Wilson (1927) guards right answers: of a few rows that are all wrong, resampling finds no range.
    """
    if min(now.rows, clusters) < FEWEST_CLEAR or now.metric not in _CLEAR:
        return False
    if now.metric == "mean_absolute_error":
        margin = math.hypot(now.value - now.low, promised.high - promised.value)
        return now.value - promised.value > _AS_FAR * margin
    high = max(now.high, _wilson_high(now.value, clusters))
    margin = math.hypot(high - now.value, promised.value - promised.low)
    return promised.value - now.value > _AS_FAR * margin


def _wilson_high(share: float, rows: int) -> float:
    square = _NORMAL**2
    spread = _NORMAL * math.sqrt(share * (1 - share) / rows + square / (4 * rows**2))
    return min(1.0, (share + square / (2 * rows) + spread) / (1 + square / rows))

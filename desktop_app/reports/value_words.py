"""Values of a column in words, as they stand side by side: numbers, days, and bins of both."""

import datetime
import math
from collections.abc import Sequence
from functools import partial

from desktop_app.language import number, of_day, say, ungrouped
from desktop_app.records.explained import Bins

FIRST_DAY = datetime.date(1970, 1, 1).toordinal()
_OF_MONTHS = 3 * 365  # days: bins that reach further are told by months
_GROUPED = 9_999.5  # numbers of four digits are not grouped: they may be years
_MOST_DIGITS = 9


def decimals_of(values: Sequence[float], digits: int) -> int:
    """Return the decimals with which the largest number has so many digits, or fewer that say as much."""
    known = [value for value in values if math.isfinite(value)]
    largest = max(map(abs, known), default=0.0)
    most = max(0, digits - 1 - math.floor(math.log10(largest))) if largest else 0
    return next(few for few in range(most + 1) if all(round(one, few) == round(one, most) for one in known))


def number_texts(values: Sequence[float], *, digits: int = 4) -> list[str]:
    """Return numbers with the decimals of the largest; each with its own where two would look alike."""
    ways = [partial(number, decimals=decimals_of(values, digits))]
    ways += [partial(number, digits=more) for more in range(digits, _MOST_DIGITS + 1)]
    texts: list[str] = []
    for way in ways:
        texts = [way(value) for value in values]
        if len(set(texts)) == len(set(values)):
            break
    are_short = all(abs(value) < _GROUPED for value in values)
    return [ungrouped(text) for text in texts] if are_short else texts


def day_text(day: float, *, has_day: bool = True) -> str:
    """Return the day, or the month, of so many days since 1970; of one in no calendar the number."""
    try:
        written = datetime.date.fromordinal(FIRST_DAY + int(day // 1)).isoformat()
    except (ValueError, OverflowError):
        return f"{day:.0f}"
    return of_day(written if has_day else written[:7])


def bin_names(bins: Bins) -> tuple[str, ...]:
    """Return what the bins of a column are called: values, or from where to where they reach."""
    if bins.kind == "category":
        return bins.levels
    ends = sorted({end for ends in bins.ranges for end in ends})
    if bins.kind == "date":
        has_day = ends[-1] - ends[0] <= _OF_MONTHS
        texts = [day_text(end, has_day=has_day) for end in ends]
    else:
        texts = number_texts(ends, digits=3)
    told = dict(zip(ends, texts, strict=True))
    return tuple(
        told[low] if low == high else say("{low} – {high}", {"low": told[low], "high": told[high]})
        for low, high in bins.ranges
    )

"""The axes of a picture: round numbers, days, or the names of lines, and the field between them."""

import datetime
import math
from collections.abc import Sequence

from desktop_app.language import number
from desktop_app.reports.pictures.labels import short, width_of
from desktop_app.reports.pictures.picture import WIDTH, Field, Scale, Tick
from desktop_app.reports.value_words import FIRST_DAY, day_text

HUNDRED = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)  # marks of an axis of counts of 100
TOP, RIGHT, _BOTTOM = 34.0, 406.0, 248.0  # of a field; over it is room for a name
_FIRST_LINE, _LINE = 8.0, 28.0  # where the first of several lines begins, and their height
_APART = 8  # between labels, and between them and the field
_OF_YEARS = 3 * 365  # days: from here on only first days of years are marked
_A_DAY = 108  # room for a day on an axis
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # years from mark to mark


def field_over(marks: Sequence[float], low: float, high: float, *, is_square: bool = False) -> Field:
    """Return a field with these round numbers at its left, and from *low* to *high* across."""
    left = left_of(labels_of(marks))
    bottom = TOP + RIGHT - left if is_square else _BOTTOM
    up = Scale(low=marks[0], high=marks[-1], start=bottom, end=TOP)
    across = Scale(low=low, high=high, start=left, end=RIGHT)
    return Field(across=across, up=up, ticks=ticks_of(marks, up))


def lines_of(names: Sequence[str], low: float, high: float, *, right: float = RIGHT) -> Field:
    """Return a field of one line a name, from *low* to *high* across."""
    labels, lines = short(names), len(names)
    up = Scale(low=0, high=lines, start=_FIRST_LINE, end=_FIRST_LINE + _LINE * lines)
    ticks = (Tick(at=up.place(line + 0.5), label=label) for line, label in enumerate(labels))
    across = Scale(low=low, high=high, start=left_of(labels), end=right)
    return Field(across=across, up=up, ticks=tuple(ticks))


def left_of(labels: Sequence[str]) -> float:
    """Return where the field begins, behind these labels."""
    return 2.0 * _APART + round(max(map(width_of, labels)))


def round_numbers(low: float, high: float, *, whole: bool = False) -> list[float]:
    """Return at most seven round numbers, evenly apart, that hold *low* and *high*; whole ones if wished."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    power = max(1.0, power) if whole else power
    steps = (part * power for part in (1, 2, 2.5, 5, 10))
    step = next(step for step in steps if span / step <= 5 and not (whole and step % 1))
    first = math.floor(low / step)
    return [place * step for place in range(first, max(math.ceil(high / step), first + 1) + 1)]


def labels_of(marks: Sequence[float]) -> list[str]:
    """Return round numbers as they stand on an axis, all with the decimals that their step needs."""
    step = marks[1] - marks[0]
    decimals = max(0, -math.floor(math.log10(step)))
    if not math.isclose(step, round(step, decimals)):
        decimals += 1  # 2.5
    return [number(float(mark), decimals=decimals) for mark in marks]


def ticks_of(marks: Sequence[float], scale: Scale) -> tuple[Tick, ...]:
    """Return round numbers at their places."""
    return tuple(
        Tick(at=scale.place(mark), label=label) for mark, label in zip(marks, labels_of(marks), strict=True)
    )


def day_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the marks of an axis of days since 1970: years where it is long, else some of the days."""
    if scale.high - scale.low >= _OF_YEARS and (years := _years(scale)):
        return years
    most = max(2, int((scale.end - scale.start) // _A_DAY))
    # Each in the middle of its share of the axis: at its end a day would not find room.
    days = [scale.low + (scale.high - scale.low) * (place + 0.5) / most for place in range(most)]
    return apart(tuple(Tick(at=scale.place(day), label=day_text(day)) for day in days))


def _years(scale: Scale) -> tuple[Tick, ...]:
    try:
        first, last = (
            datetime.date.fromordinal(FIRST_DAY + int(day)).year for day in (scale.low, scale.high)
        )
    except (ValueError, OverflowError):
        return ()
    step = next((step for step in _STEPS if (last - first) / step <= 8), last - first)
    marks = (year for year in range(first + 1, last + 1) if year % step == 0)
    starts = ((year, datetime.date(year, 1, 1).toordinal() - FIRST_DAY) for year in marks)
    return tuple(Tick(at=scale.place(day), label=str(year)) for year, day in starts)


def apart(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Return the ticks of an axis across that lie within the picture, and whose labels do not touch.

    The last one that has room is always among them.
    """
    kept: list[Tick] = []
    for tick in reversed(ticks):
        end = kept[-1].at - _half(kept[-1]) - _APART if kept else WIDTH
        if tick.at + _half(tick) <= end:
            kept.append(tick)
    return tuple(reversed(kept))


def _half(tick: Tick) -> float:
    return width_of(tick.label) / 2

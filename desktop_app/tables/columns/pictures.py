"""The bars of the small picture over a column of numbers or dates."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.language import number
from desktop_app.records.tables import Bar, ColumnType

DAY = 86_400.0  # seconds
_FIRST, _LAST = -30_610_224_000.0, 253_402_300_799.0  # of the years 1000 to 9999
_UNGROUPED = 10_000  # a year is no amount: below, numbers are written without a comma


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Ranges of one length, one after the other."""

    start: float
    step: float
    count: int
    unit: float  # what is not cut: 1 for whole numbers, a day for days, 0 where everything may be


def slots_of(minimum: float, maximum: float, *, unit: float, most: int) -> Slots:
    """Return at most *most* ranges from the smallest to the largest number."""
    span = maximum - minimum
    if not 0 < span < math.inf:
        return Slots(start=minimum, step=unit or 1.0, count=1, unit=unit)
    if not unit:
        return Slots(start=minimum, step=span / most, count=most, unit=unit)
    step = unit * math.ceil((span / unit + 1) / most)
    return Slots(start=minimum, step=step, count=min(most, int(span // step) + 1), unit=unit)


def bars_of(slots: Slots, counts: Mapping[int, int], kind: ColumnType) -> tuple[Bar, ...]:
    """Return a bar for each range, those with nothing in them, too."""
    return tuple(_bar(slots, slot, counts.get(slot, 0), kind) for slot in range(slots.count))


def _bar(slots: Slots, slot: int, count: int, kind: ColumnType) -> Bar:
    start = slots.start + slot * slots.step
    end = start + slots.step - slots.unit
    if kind == "date":
        first, last = _day(start), _day(end)
    else:
        first, last = _amount(start), _amount(end)
    return Bar(label=first if first == last else f"{first} – {last}", count=count, start=start, end=end)


def _amount(value: float) -> str:
    if value.is_integer():
        return str(int(value)) if abs(value) < _UNGROUPED else number(int(value))
    return number(value, digits=3)


def _day(seconds: float) -> str:
    moment = datetime.datetime.fromtimestamp(0, datetime.UTC)
    moment += datetime.timedelta(seconds=min(max(seconds, _FIRST), _LAST))
    return f"{moment:%Y-%m-%d}"

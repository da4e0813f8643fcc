"""Round numbers for the axes of a picture, and the place of a number between their ends."""

import math
from collections.abc import Sequence

from desktop_app.language import number
from desktop_app.records.record import dataclass
from desktop_app.reports.pictures.picture import Tick

LETTER = 7.2  # width of a digit on an axis
WIDTH, HEIGHT = 440, 300  # of a picture that stands in one of two columns
TOP, RIGHT, BOTTOM = 34, 406, 248  # of the field between its axes; over it is room for a name
_APART = 8  # between labels, and between them and the field


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An axis from *low* to *high*, drawn from *start* to *end* in the units of the picture."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Return where a number lies."""
        return round(self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low), 1)


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


def apart(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Return the ticks of an axis across whose labels do not touch; the last one is always among them."""
    kept: list[Tick] = []
    for tick in reversed(ticks):
        if not kept or tick.at + _half(tick) + _APART <= kept[-1].at - _half(kept[-1]):
            kept.append(tick)
    return tuple(reversed(kept))


def _half(tick: Tick) -> float:
    return LETTER * len(tick.label) / 2


def left_of(labels: Sequence[str]) -> int:
    """Return where the field begins, behind these labels."""
    return 2 * _APART + round(LETTER * max(map(len, labels)))

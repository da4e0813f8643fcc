"""Numbers for pictures: records in, places and lengths out; templates only draw them."""

from collections.abc import Sequence

from desktop_app.language import _, say_count
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Bar, Column

SPARK_WIDTH, SPARK_HEIGHT = 100, 28
MOST_SLOTS = 6  # colours that can be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """One bar, and what is said of it."""

    x: float
    y: float
    width: float
    height: float
    title: str
    slot: int = 1  # of the colours of a series; 0 is "others"


def histogram(column: Column) -> tuple[Rect, ...]:
    """Return the small picture over a column; nothing where a picture says nothing."""
    highest = max((bar.count for bar in column.bars), default=0)
    if not highest:
        return ()
    step = SPARK_WIDTH / max(len(column.bars), 5)  # two values are two bars, not two walls
    return tuple(
        Rect(
            x=round(place * step, 2),
            y=round(SPARK_HEIGHT - _height(bar.count, highest), 2),
            width=round(step * 0.86, 2),
            height=_height(bar.count, highest),
            title=_bar_title(bar),
        )
        for place, bar in enumerate(column.bars)
    )


def _height(count: int, highest: int) -> float:
    """Return the height of a bar; a value that is there is always seen."""
    return round(max(1.5, SPARK_HEIGHT * count / highest), 2) if count else 0


def _bar_title(bar: Bar) -> str:
    return say_count(
        "{label}: {count} row", "{label}: {count} rows", bar.count, {"label": bar.label, "count": bar.count}
    )


def shares(column: Column, rows: int) -> tuple[Rect, ...]:
    """Return one bar, 100 long, that is divided by the share of each value; rare ones are joined."""
    counted = [(bar.label, bar.count) for bar in column.top_values]
    shown = counted if len(counted) <= MOST_SLOTS else counted[: MOST_SLOTS - 1]
    rest = rows - column.missing - sum(count for _, count in shown)
    total = max(1, rows - column.missing)
    parts, reached = [], 0.0
    for slot, (label, count) in enumerate(shown, start=1):
        parts.append(_share(label, count, reached, total, slot))
        reached += 100 * count / total
    if rest > 0:
        parts.append(_share(_("others"), rest, reached, total, 0))
    return tuple(parts)


def parts_of(counted: Sequence[tuple[str, int]]) -> tuple[Rect, ...]:
    """Return one bar, 100 long, that is divided by what was counted under each label.

    What there is no colour for any more has that of "others".
    """
    total, reached, parts = max(1, sum(count for _, count in counted)), 0.0, []
    for slot, (label, count) in enumerate(counted, start=1):
        parts.append(_share(label, count, reached, total, slot if slot <= MOST_SLOTS else 0))
        reached += 100 * count / total
    return tuple(parts)


def _share(label: str, count: int, reached: float, total: int, slot: int) -> Rect:
    title = _bar_title(Bar(label=label, count=count))
    return Rect(
        x=round(reached, 3), y=0, width=round(100 * count / total, 3), height=10, title=title, slot=slot
    )

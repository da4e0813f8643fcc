"""The table of right and wrong answers, as it is shown: a large one is cut to its most frequent kinds."""

from desktop_app.language import _
from desktop_app.records.record import dataclass
from desktop_app.records.results import Confusion

MOST_KINDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How often one kind was answered for another."""

    count: int
    is_right: bool
    is_mixed: bool  # of kinds that are shown as one: some of these answers are right, some wrong
    weight: int  # 0 to 3: how much of the row this mistake takes; 0 is none of it
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All answers for the rows that are really of one kind."""

    label: str
    rows: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfusionTable:
    """What was really there, line by line, and what was answered, column by column."""

    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    joined: int = 0  # kinds that are shown as one, "others"


def confusion_table(confusion: Confusion) -> ConfusionTable:
    """Return the table; kinds beyond the eight most frequent are joined to "others"."""
    joined = _joined(confusion)
    kinds = len(joined.labels) - (joined is not confusion)
    return ConfusionTable(
        labels=joined.labels,
        lines=tuple(
            Line(label=label, rows=sum(counts), cells=_cells(place, counts, joined.labels, kinds))
            for place, (label, counts) in enumerate(zip(joined.labels, joined.counts, strict=True))
        ),
        joined=len(confusion.labels) - kinds,
    )


def _joined(confusion: Confusion) -> Confusion:
    if len(confusion.labels) <= MOST_KINDS:
        return confusion
    by_size = sorted(range(len(confusion.labels)), key=lambda place: -sum(confusion.counts[place]))
    kept = sorted(by_size[: MOST_KINDS - 1])
    goal = {place: kept.index(place) if place in kept else len(kept) for place in by_size}
    counts = [[0] * (len(kept) + 1) for _ in range(len(kept) + 1)]
    for real, row in enumerate(confusion.counts):
        for answered, count in enumerate(row):
            counts[goal[real]][goal[answered]] += count
    labels = (*(confusion.labels[place] for place in kept), _("others"))
    return Confusion(labels=labels, counts=tuple(tuple(row) for row in counts))


def _cells(real: int, counts: tuple[int, ...], labels: tuple[str, ...], kinds: int) -> tuple[Cell, ...]:
    """Return the cells of a line; beyond *kinds* stand those that were joined, right and wrong mixed."""
    total = sum(counts)
    return tuple(
        Cell(
            count=count,
            is_right=answered == real and answered < kinds,
            is_mixed=answered == real and answered >= kinds,
            weight=_weight(count, total) if answered != real else 0,
            said=labels[answered],
        )
        for answered, count in enumerate(counts)
    )


def _weight(count: int, total: int) -> int:
    """Return how heavy a mistake is: from the first row, a tenth and a third of the rows of its kind."""
    return sum(count > bound * total for bound in (0, 0.1, 1 / 3))

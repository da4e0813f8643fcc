"""What a person says of odd rows, and what follows for those like them.

A row is like one that is fine where the same cells make it odd in the same way, and none of its numbers lies
more than twice as far out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.records.notices import Value
from desktop_app.records.oddness import MarkKind, OddMark, Oddness, OddReason, OddRow
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of

FEWEST_MARKS = 20  # of which it is said how often rows that stand out were really odd
FARTHER_OUT = 2.0  # than what is fine: beyond that it is another thing
_OUT = frozenset({"range", "days", "lone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Odd rows as they are listed once some are marked."""

    stand_out: tuple[OddRow, ...]  # what is really odd first
    after: tuple[OddRow, ...]  # the oddest of those that do not stand out
    fine: tuple[OddRow, ...]
    like_fine: int  # rows that are not listed because they are like those
    marks: Mapping[int, MarkKind]  # by the place of the row
    looked_at: int  # of the rows that stand out

    @property
    def really_odd(self) -> int:
        """Return how many of the rows that stand out are."""
        return sum(self.marks.get(row.row) == "odd" for row in self.stand_out)


def marked(oddness: Oddness, marks: Sequence[OddMark]) -> Marked:
    """Return the rows by what was said of them."""
    told = (*oddness.odd, *oddness.after)
    given = marks_of(told, marks, oddness.rows)
    fine = tuple(row for row in told if given.get(row.row) == "fine")
    examples = [*fine, *(mark.row for mark in marks if mark.mark == "fine")]

    def is_like(row: OddRow) -> bool:
        return row.row not in given and any(is_like_fine(row, one) for one in examples)

    like = {row.row for row in told if is_like(row)}
    stays = [row for row in oddness.odd if given.get(row.row) != "fine" and row.row not in like]
    first = [row for row in stays if given.get(row.row) == "odd"]
    return Marked(
        stand_out=(*first, *(row for row in stays if given.get(row.row) != "odd")),
        after=tuple(row for row in oddness.after if given.get(row.row) != "fine" and row.row not in like),
        fine=fine,
        like_fine=sum(row.row in like for row in oddness.odd),
        marks=given,
        looked_at=sum(row.row in given for row in oddness.odd),
    )


def hits_text(oddness: Oddness, found: Marked) -> str:
    """Return how often rows that stand out were really odd, beside the next ones; of few marks nothing."""
    if oddness.level == "guessing" or len(found.marks) < FEWEST_MARKS:
        return ""
    here, next_ones = (
        [found.marks[row.row] for row in rows if row.row in found.marks]
        for rows in (oddness.odd, oddness.after)
    )
    values: dict[str, Value] = {
        "marked": len(here),
        "odd": here.count("odd"),
        "others": len(next_ones),
        "more": next_ones.count("odd"),
    }
    return text_of("odd.hits" if next_ones else "odd.hits_alone", values)


def marks_of(told: Sequence[OddRow], marks: Sequence[OddMark], rows: int) -> dict[int, MarkKind]:
    """Return the marks of rows by their places: those of the same cells, or else of the same place.

    The place counts only where the table has as many rows as then.
    """
    by_key = {mark.row.key: mark.mark for mark in marks if mark.row.key}
    known = {row.key for row in told if row.key}
    by_place = {mark.row.row: mark.mark for mark in marks if mark.rows == rows and mark.row.key not in known}
    found = {row.row: by_key.get(row.key) or by_place.get(row.row) for row in told}
    return {place: mark for place, mark in found.items() if mark}


def is_like_fine(row: OddRow, fine: OddRow) -> bool:
    """Return whether the same makes a row odd as one that is fine; without such a cell none is like it."""
    ours, theirs = ({_sign(reason): reason for reason in one.reasons} for one in (row, fine))
    return (
        bool(ours)
        and ours.keys() == theirs.keys()
        and all(_is_near(ours[sign], theirs[sign]) for sign in ours)
    )


def with_mark(marks: Sequence[OddMark], row: OddRow, rows: int, mark: MarkKind | None) -> tuple[OddMark, ...]:
    """Return the marks with that of a row, the last one; None takes it back."""
    same = [one for one in marks if _is_of(one, row, rows)]
    others = tuple(one for one in marks if not _is_of(one, row, rows))
    if mark is None:
        return others
    return (*others, OddMark(mark=mark, row=row, rows=rows, before=same[-1].mark if same else None))


def without_last(marks: Sequence[OddMark]) -> tuple[OddMark, ...]:
    """Return the marks as they were before the last one."""
    if not marks:
        return ()
    *others, last = marks
    return (*others, replace(last, mark=last.before, before=None)) if last.before else tuple(others)


def _is_of(mark: OddMark, row: OddRow, rows: int) -> bool:
    return mark.row.key == row.key if row.key else mark.rows == rows and mark.row.row == row.row


def _sign(reason: OddReason) -> tuple[str, str, object]:
    """Return what is the same in reasons that are alike: the column, the kind, and the side or the value."""
    if reason.kind in _OUT and isinstance(reason.value, float):
        return reason.column, reason.kind, reason.value > reason.high
    return reason.column, reason.kind, reason.factor if reason.kind in ("slip", "sign") else reason.value


def _is_near(reason: OddReason, fine: OddReason) -> bool:
    return reason.kind not in _OUT or _out(reason) <= FARTHER_OUT * _out(fine)


def _out(reason: OddReason) -> float:
    value = reason.value if isinstance(reason.value, float) else 0.0
    return max(value - reason.high, reason.low - value, 0.0)

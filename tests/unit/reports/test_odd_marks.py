"""What is like a row that is fine, and what is not."""

from dataclasses import replace

import pytest

from desktop_app.records.oddness import OddMark, Oddness, OddReason, OddRow
from desktop_app.reports.odd_marks import Marked, hits_text, is_like_fine, marked, marks_of, with_mark

FAR = OddReason(kind="range", column="paid", value=90.0, low=10.0, high=50.0)
RARE = OddReason(kind="rare", column="region", value="Moon", count=1, of=300)


def odd(*reasons: OddReason) -> OddRow:
    return OddRow(row=1, less_odd=9, reasons=reasons)


@pytest.mark.parametrize(
    ("reasons", "is_like"),
    [
        ((FAR,), True),
        ((replace(FAR, value=130.0),), True),
        ((replace(FAR, value=131.0),), False),  # more than twice as far out
        ((replace(FAR, value=1.0),), False),  # on the other side
        ((FAR, RARE), False),
        ((RARE,), False),
        ((), False),
    ],
)
def test_a_row_is_like_one_that_is_fine_for_the_same_reasons(
    reasons: tuple[OddReason, ...], *, is_like: bool
) -> None:
    assert is_like_fine(odd(*reasons), odd(FAR)) is is_like


def looked(after: int, marked_after: int) -> tuple[Oddness, Marked]:
    """Return 18 rows that stand out, marked, every third as fine, and of the next ones some that are."""
    rows = tuple(replace(odd(FAR, RARE), row=row, key=str(row)) for row in range(18 + after))
    told = Oddness(
        rows=300, count=18, by_chance=1, are_far=False, odd=rows[:18], after=rows[18:], features=("paid",)
    )
    marks: tuple[OddMark, ...] = ()
    for row in rows[: 18 + marked_after]:
        marks = with_mark(marks, row, 300, "odd" if row.row < 18 and row.row % 3 else "fine")
    return told, marked(told, marks)


def test_of_enough_marks_it_is_said_how_often_those_that_stand_out_were_really_odd() -> None:
    assert hits_text(*looked(after=9, marked_after=1)) == ""
    assert hits_text(*looked(after=9, marked_after=5)) == (
        "Of 18 that stand out and that you marked, 12 were really odd; of 5 of the next oddest, 0."
    )


def test_where_none_of_the_next_is_marked_it_is_not_known_what_was_missed() -> None:
    told, found = looked(after=0, marked_after=0)
    twice = replace(told, odd=(*told.odd, *(replace(row, row=row.row + 50) for row in told.odd)))
    found = replace(found, marks={**found.marks, **{place + 50: mark for place, mark in found.marks.items()}})

    assert "Of the next oddest you have marked none" in hits_text(twice, found)


def test_rows_without_a_cell_to_name_are_like_none() -> None:
    assert not is_like_fine(odd(), odd())


def test_of_changed_cells_the_place_counts_where_the_table_is_as_long() -> None:
    marks = with_mark((), replace(odd(FAR), key="then"), 300, "odd")
    now = (replace(odd(FAR), key="now"),)

    assert marks_of(now, marks, 300) == {1: "odd"}
    assert marks_of(now, marks, 299) == {}

"""What is like a row that is fine, and what is not."""

from dataclasses import replace

import pytest

from desktop_app.records.oddness import OddReason, OddRow
from desktop_app.reports.odd_marks import is_like_fine, marks_of, with_mark

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


def test_rows_without_a_cell_to_name_are_like_none() -> None:
    assert not is_like_fine(odd(), odd())


def test_of_changed_cells_the_place_counts_where_the_table_is_as_long() -> None:
    marks = with_mark((), replace(odd(FAR), key="then"), 300, "odd")
    now = (replace(odd(FAR), key="now"),)

    assert marks_of(now, marks, 300) == {1: "odd"}
    assert marks_of(now, marks, 299) == {}

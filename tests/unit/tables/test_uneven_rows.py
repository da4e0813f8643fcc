"""Rows that have fewer cells than there are columns, or more."""

import pytest

from tests.unit.tables.opening import Opener


def test_short_rows_are_padded_and_what_is_too_much_stays_in_the_last_cell(open_file: Opener) -> None:
    opened = open_file("a,b\n1,2\n3\n4,5,6\n")

    assert opened.rows == [("1", "2"), ("3", None), ("4", "5,6")]
    assert opened.said("find.broken_rows").values == {"count": 2, "rows": 3}
    assert opened.said("find.long_rows").values == {"count": 1, "text": "5,6"}


@pytest.mark.parametrize("last", ["1.5", "2024-03-01", "yes", ""])
def test_what_is_too_much_is_left_out_where_the_last_cell_is_whole_without_it(
    open_file: Opener, last: str
) -> None:
    usual = last or "yes"
    opened = open_file("a,b\n" + f"1,{usual}\n" * 9 + f"2,{last},see note,x\n")

    assert opened.rows[-1] == ("2", last or None)
    assert opened.said("find.surplus").values == {"count": 1, "text": "see note,x"}
    assert "find.long_rows" not in opened.codes


def test_what_is_too_much_stays_in_a_text_and_where_it_may_be_decimals(open_file: Opener) -> None:
    streets = open_file("a,b\n" + "".join(f"1,{n} High Street\n" for n in range(9)) + "2,1 Low Lane,York\n")
    prices = open_file("a,b\n" + "1,12\n" * 9 + "2,12,50\n")

    assert streets.rows[-1] == ("2", "1 Low Lane,York")
    assert prices.rows[-1] == ("2", "12,50")


def test_cells_beyond_the_last_name_in_most_rows_are_columns(open_file: Opener) -> None:
    opened = open_file("a,b\n1,2\n3,4,5\n4,5,6\n")

    assert opened.names == ["a", "b", "column 3"]
    assert opened.rows == [("1", "2", None), ("3", "4", "5"), ("4", "5", "6")]

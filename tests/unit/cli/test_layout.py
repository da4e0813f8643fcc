"""Tables in a terminal stay aligned, whatever is written in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cli.layout import aligned, cut, display_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("表格", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("\u2068שלום\u2069", 4),
        ("", 0),
    ],
)
def test_letters_take_the_cells_that_a_terminal_gives_them(text: str, width: int) -> None:
    assert display_width(text) == width


def test_columns_stand_one_under_the_other() -> None:
    lines = aligned([("name", "n"), ("表格", "1,000"), ("b", "2")], width=80, right=(1,))

    assert lines == ["name      n", "表格  1,000", "b         2"]


def test_a_line_is_never_wider_than_the_terminal() -> None:
    lines = aligned([("a" * 50, "表" * 50)] * 2000, width=80)

    assert {display_width(line) for line in lines} <= {79, 80}
    assert all(line.endswith("…") for line in lines)


def test_no_rows_are_no_lines() -> None:
    assert aligned([], width=80) == []


@given(st.text(max_size=60), st.integers(min_value=1, max_value=50))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert display_width(cut(text, width)) <= width

"""Names as they have room in a picture."""

import pytest

from desktop_app.reports.pictures.labels import ROOM, fitted, short, two_lines, width_of

LONG = [f"number of calls in the {one} month of the contract" for one in ("first", "second", "third")]


def test_a_name_that_has_room_stays_as_it_is() -> None:
    assert short(["calls", "months"]) == ["calls", "months"]


def test_a_long_name_loses_its_end() -> None:
    assert short(["a column with a very long name", "b"]) == ["a column with a very…", "b"]


def test_names_that_would_look_alike_lose_what_they_have_alike() -> None:
    assert short([*LONG, "a column with a very long name"]) == [
        "…the first month of th…",
        "…the second month of…",
        "…the third month of t…",
        "a column with a very…",
    ]


def test_names_that_differ_at_their_end_are_told_apart() -> None:
    first, second = short([f"a column with a very long name {place}" for place in range(2)])

    assert (first[-1], second[-1]) == ("0", "1")


def test_a_text_that_must_keep_its_end_loses_its_middle() -> None:
    assert fitted('Chance of "a column with a very long name", of 100', 144) == 'Chance of …e", of 100'


def test_names_that_are_alike_need_not_differ() -> None:
    assert short(["calls", "calls"]) == ["calls", "calls"]


@pytest.mark.parametrize(
    "text", ["CUSTOMER_LIFETIME_VALUE_MAXIMUM", "顧客の住所と電話番号と氏名と年齢", "w" * 60, "i" * 500]
)
def test_no_name_takes_more_room_than_there_is(text: str) -> None:
    (cut,) = short([text])

    assert cut.endswith("…")
    assert ROOM / 2 < width_of(cut) <= ROOM


def test_a_cut_name_keeps_its_direction_and_one_line() -> None:
    (cut,) = short(["אבגדה " * 10])

    assert (cut[0], cut[-1]) == ("\u2068", "\u2069")
    assert short(["two\nlines"]) == ["two lines"]


def test_a_name_is_parted_at_a_blank() -> None:
    assert two_lines("a region", 100) == ["a region"]
    assert two_lines("a region with a name", 100) == ["a region with a", "name"]
    assert two_lines("Donaudampfschifffahrt", 100)[0] == "Donaudampfsch"
    assert [line[-1] for line in two_lines("a region with a very long name that goes on", 100)] == ["a", "…"]


def test_a_name_is_parted_at_the_last_blank_that_has_room() -> None:
    assert two_lines("aaaa bbbb ccccc", width_of("aaaa bbbb")) == ["aaaa bbbb", "ccccc"]

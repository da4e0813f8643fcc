"""Numbers that lost their decimal sign are told from amounts that reach far by themselves."""

from dataclasses import replace

import pytest

from desktop_app.reports.notice_words import notice_text
from tests.unit.tables.findings.conftest import Find, codes

ROWS = range(300)
PRICES = [f"{1.5 + row * 7919 % 1850 / 100:.2f}" for row in ROWS]
PLACES = [("north", "south")[row % 2] for row in ROWS]


@pytest.mark.parametrize(
    ("slips", "factor", "code"),
    [
        (["1550", "8420", "15000", "19990"], 1000, "find.factor"),
        (["1550", "1990", "612", "444"], 100, "find.factor"),
        (["0.0061", "0.0142", "0.0199"], 1000, "find.factor_small"),
    ],
)
def test_numbers_off_by_a_factor_are_counted_with_an_example(
    find: Find, slips: list[str], factor: int, code: str
) -> None:
    found = find({"price": [*PRICES, *slips], "place": [*PLACES, *["north"] * len(slips)]})

    assert codes(found) == [code]
    assert (found[0].values["count"], found[0].values["factor"]) == (len(slips), factor)
    assert found[0].values["rows"] == len(PRICES) + len(slips)
    assert found[0].values["example"] in slips


def test_the_sentence_shows_one_value_what_is_usual_and_what_was_meant(find: Find) -> None:
    (large,) = find({"price": [*PRICES, "1550", "612", "444"], "place": [*PLACES, *["north"] * 3]})
    (small,) = find({"price": [*PRICES, "0.0061", "0.0142", "0.0199"], "place": [*PLACES, *["north"] * 3]})

    assert notice_text(large) == (
        '"price": 3 of 303 values are about 100 times as large as the others, such as 444 where about 10.87 '
        "is usual. Perhaps their decimal point or comma was lost: 444 would then be 4.44."
    )
    assert notice_text(small).endswith("stands too far in front: 0.0061 would then be 6.1.")


def test_the_sentence_has_the_decimal_sign_of_the_file(find: Find) -> None:
    prices = [price.replace(".", ",") for price in PRICES]

    (found,) = find({"price": [*prices, "1550", "612", "444"], "place": [*PLACES, *["north"] * 3]})

    assert (found.values["usual"], found.values["meant"]) == ("10,87", "4,44")


def test_what_was_found_before_this_was_said_has_its_sentence_without_it(find: Find) -> None:
    (found,) = find({"price": [*PRICES, "1550", "612", "444"], "place": [*PLACES, *["north"] * 3]})
    values = {name: value for name, value in found.values.items() if name != "meant"}

    assert notice_text(replace(found, values=values)).endswith("is usual.")


@pytest.mark.parametrize(
    "amounts",
    [
        pytest.param([*PRICES, "25.1", "61", "120"], id="a little larger"),
        pytest.param([f"{1.03**row:.2f}" for row in ROWS], id="incomes reach far"),
        pytest.param([*PRICES, *["999"] * 4], id="a mark for not known"),
        pytest.param([*PRICES, "16170.25"], id="one rare amount with its cents"),
        pytest.param([str(32 + row % 90) for row in ROWS] + [str(8211 + n) for n in range(8)], id="codes"),
        pytest.param([*PRICES[:200], *[f"{1600 + row * 7}" for row in range(100)]], id="a third of them"),
        pytest.param([*PRICES, "0.014"], id="one amount near nothing"),
        pytest.param([*["-3", "0"] * 30, *PRICES, "15000", "1700", "8000"], id="below nothing too"),
    ],
)
def test_amounts_that_reach_far_are_no_finding(find: Find, amounts: list[str]) -> None:
    found = find({"price": amounts, "place": [("north", "south")[row % 2] for row in range(len(amounts))]})

    assert not [code for code in codes(found) if code.startswith("find.factor")]

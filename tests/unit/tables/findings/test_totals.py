"""Rows that are called a total and add up are found inside the table; a firm called Total is none."""

import pytest

from tests.unit.tables.findings.conftest import Find, codes

SHOPS = ["Berlin", "Hamburg", "Total", "Munich", "Cologne", "Total", "Bonn"]
SOLD = ["10", "12", "22", "7", "9", "16", "5"]


def test_a_total_that_adds_up_over_groups_is_found(find: Find) -> None:
    found = find(
        {
            "year": ["2022"] * 3 + ["2023"] * 3 + ["2024"] * 3,
            "sex": ["Total", "men", "women"] * 3,
            "members": ["196", "101", "95", "218", "110", "108", "217", "97", "120"],
        }
    )

    assert codes(found) == ["find.totals"]
    assert (found[0].values["count"], found[0].values["value"], found[0].values["row"]) == (3, "Total", 1)


def test_subtotals_between_the_rows_are_found(find: Find) -> None:
    sold = [*SOLD, "5"]

    found = find({"shop": [*SHOPS, "Total"], "note": [f"no. {n}" for n in range(8)], "sold": sold})

    assert codes(found) == ["find.totals"]


@pytest.mark.parametrize(
    "sold",
    [
        pytest.param(["10", "12", "31", "7", "9", "40", "5"], id="no sum"),
        pytest.param([*SOLD[:-1], "500"], id="one row is not in it"),
    ],
)
def test_a_name_that_does_not_add_up_is_no_finding(find: Find, sold: list[str]) -> None:
    assert codes(find({"shop": SHOPS, "sold": sold})) == []

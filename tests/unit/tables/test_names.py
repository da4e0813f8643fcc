"""A misspelt column name leads to the one that was meant, and to none where it is like no other."""

import pytest

from desktop_app.tables.names import nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lft", "left"),
        ("LEFT", "left"),
        ("Monthly Fee", "monthly_fee"),
        ("xyzzy", ""),
        ("", ""),
        ("fee", "monthly_fee"),
        ("me", ""),
    ],
)
def test_only_a_name_that_is_like_it_is_offered(written: str, meant: str) -> None:
    assert nearest(written, ["customer", "monthly_fee", "left"]) == meant


def test_a_part_of_two_names_means_neither() -> None:
    assert nearest("2024", ["Sales of 2024", "Costs of 2024", "Notes"]) == ""
    assert nearest("2024", ["Sales of 2024", "Costs of 2025", "Notes"]) == "Sales of 2024"


def test_no_name_is_offered_where_there_are_none() -> None:
    assert nearest("left", []) == ""

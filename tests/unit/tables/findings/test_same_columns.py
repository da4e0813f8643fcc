"""Columns that say the same: word for word, under other names, or in another unit."""

import pytest

from tests.unit.tables.findings.conftest import Find, codes

ROWS = range(120)
KINDS = [("gold", "silver", "bronze")[row * 7919 % 613 % 3] for row in ROWS]
KILOS = [f"{40 + row * 7919 % 613 / 10:.1f}" for row in ROWS]


def test_equal_columns_are_found_however_their_numbers_are_spelled(find: Find) -> None:
    found = find({"kilos": KILOS, "place": KINDS, "kilos again": [f"{kilo}0" for kilo in KILOS]})

    assert codes(found) == ["find.same"]
    assert found[0].columns == ("kilos", "kilos again")


def test_the_same_kinds_under_other_names_are_found_with_an_example(find: Find) -> None:
    code = {"gold": "1", "silver": "2", "bronze": "3"}

    found = find({"kilos": KILOS, "medal": KINDS, "medal_code": [code[kind] for kind in KINDS]})

    assert codes(found) == ["find.same_kinds"]
    assert (found[0].values["one"], found[0].values["another"]) == (KINDS[0], code[KINDS[0]])


def test_the_same_amounts_in_another_unit_are_found_with_the_factor(find: Find) -> None:
    found = find({"kilos": KILOS, "pounds": [f"{float(kilo) * 2.20462:.2f}" for kilo in KILOS]})

    assert codes(found) == ["find.same_scale"]
    assert str(found[0].values["factor"]).startswith("2.204")


def test_an_amount_that_follows_with_an_offset_is_found(find: Find) -> None:
    found = find({"celsius": KILOS, "fahrenheit": [f"{float(kilo) * 1.8 + 32:.2f}" for kilo in KILOS]})

    assert codes(found) == ["find.same_line"]
    assert (found[0].values["factor"], found[0].values["offset"]) == ("1.8", "32")


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"a": KILOS, "b": [*KILOS[:-1], "99.9"]}, id="one cell differs"),
        pytest.param(
            {"a": KINDS, "b": [*["x" if kind == "gold" else "y" for kind in KINDS]]}, id="kinds joined"
        ),
        pytest.param(
            {"a": [f"name {row}" for row in ROWS[:40]], "b": [f"thing {row}" for row in ROWS[:40]]},
            id="each value stands once",
        ),
        pytest.param(
            {"a": [str(row * 7 % 2) for row in ROWS], "b": [str((row + row // 60) * 7 % 2) for row in ROWS]},
            id="as many of each kind, in other rows",
        ),
        pytest.param(
            {"a": KILOS, "b": [f"{float(kilo) * 2.2 + row % 3:.1f}" for row, kilo in enumerate(KILOS)]},
            id="nearly a line",
        ),
        pytest.param(
            {"a": ["1", *["0"] * 119], "b": ["yes", *["no"] * 119]},
            id="one row that differs may be chance",
        ),
    ],
)
def test_columns_that_only_look_alike_are_no_finding(find: Find, columns: dict[str, list[str]]) -> None:
    assert not [code for code in codes(find(columns)) if code.startswith("find.same")]

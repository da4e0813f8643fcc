"""Rows that stand there twice are said only where they are copies and no coincidence."""

import pytest

from tests.unit.tables.findings.conftest import Find, codes

ROWS = range(200)
ORDERS = {
    "amount": [f"{(row * 7919) % 10007 / 100:.2f}" for row in ROWS],
    "place": [("north", "south", "east")[row % 3] for row in ROWS],
    "weight": [f"{(row * 104729) % 9973 / 10:.1f}" for row in ROWS],
}


def test_copies_of_rows_are_counted_and_the_first_is_named(find: Find) -> None:
    copied = {name: [*cells, *cells[10:14]] for name, cells in ORDERS.items()}

    found = find(copied)

    assert codes(found) == ["find.duplicates"]
    assert found[0].values["count"] == 4
    assert found[0].values["row"] == 11
    assert found[0].values["values"] == ["11", "12", "13", "14"]


def test_copies_far_apart_are_found_in_a_long_table(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.tables.findings.repeated_rows._AT_ONCE", 7)
    copied = {name: [*cells, *cells[10:14]] for name, cells in ORDERS.items()}

    found = find(copied)

    assert found[0].values["values"] == ["11", "12", "13", "14"]
    assert found[0].values["count"] == 4


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(ORDERS, id="no copy"),
        pytest.param(
            {
                "size": [("small", "large", "medium")[row * row % 7 % 3] for row in ROWS],
                "colour": [("red", "blue", "green", "black")[row * 13 % 11 % 4] for row in ROWS],
            },
            id="few kinds",
        ),
        pytest.param(
            {
                "month": [f"{row * 7919 % 24 % 12 + 1}" for row in range(60)],
                "called": [f"month {row * 7919 % 24 % 12 + 1}" for row in range(60)],
                "sold": [str(row * 31 % 17 % 5) for row in range(60)],
            },
            id="one column follows from another",
        ),
        pytest.param(
            {"id": [*ROWS, 200], **{name: [*cells, cells[3]] for name, cells in ORDERS.items()}},
            id="an id tells the copy apart",
        ),
        pytest.param(
            {name: [*cells[:6], cells[0], cells[1]] for name, cells in ORDERS.items()},
            id="so few rows that each is seen",
        ),
    ],
)
def test_rows_that_are_equal_by_nature_are_no_finding(find: Find, columns: dict[str, list[object]]) -> None:
    assert "find.duplicates" not in codes(find(columns))

"""Days that cannot be: in the future, or an end before its start."""

import datetime

import pytest

from tests.unit.tables.findings.conftest import Find, codes

FIRST = datetime.date(2022, 1, 1)
PAST = [f"{FIRST + datetime.timedelta(days=row * 37 % 1100)}" for row in range(100)]
LATER = [f"{datetime.date.fromisoformat(day) + datetime.timedelta(days=9)}" for day in PAST]
NUMBERS = list(range(100))


def test_a_few_days_in_the_future_are_counted_and_shown(find: Find) -> None:
    found = find({"ordered": [*PAST[:-1], "2052-03-01"], "amount": NUMBERS})

    assert codes(found) == ["find.future"]
    assert (found[0].values["count"], found[0].values["values"]) == (1, ["2052-03-01"])


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        pytest.param("ordered", PAST, id="all past"),
        pytest.param("valid until", [*PAST[:-1], "2052-03-01"], id="a heading that looks ahead"),
        pytest.param("Ablaufdatum bis", [*PAST[:-1], "2052-03-01"], id="the same in German"),
        pytest.param("day", [*PAST[:90], *["2027-05-01"] * 10], id="every tenth is planned"),
        pytest.param("day", [*PAST[:-1], "2025-06-16"], id="tomorrow"),
    ],
)
def test_days_that_may_lie_ahead_are_no_finding(find: Find, heading: str, days: list[str]) -> None:
    assert "find.future" not in codes(find({heading: days, "amount": NUMBERS}))


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("start_date", "end_date"),
        ("Beginn", "Ende"),
        ("admission date", "discharge date"),
        ("birth_date", "hired"),
        ("ValidFrom", "ValidTo"),
    ],
)
def test_an_end_before_its_start_is_counted_with_an_example(find: Find, first: str, other: str) -> None:
    ends = [*LATER[:-2], "2021-05-05", "2021-06-06"]

    found = find({other: ends, first: PAST, "amount": NUMBERS})

    assert codes(found) == ["find.reversed"]
    assert found[0].columns == (first, other)
    assert found[0].values["count"] == 2
    assert found[0].values["another"] == "2021-05-05"


@pytest.mark.parametrize(
    ("first", "other", "ends"),
    [
        pytest.param("start_date", "end_date", LATER, id="in order"),
        pytest.param("start_date", "end_date", [*LATER[:50], *["2021-05-05"] * 50], id="half of them"),
        pytest.param("visited", "paid", [*LATER[:-2], "2021-05-05", "2021-06-06"], id="other words"),
        pytest.param("start of school", "end of work", [*LATER[:-1], "2021-05-05"], id="of other things"),
    ],
)
def test_days_whose_order_is_not_certain_are_no_finding(
    find: Find, first: str, other: str, ends: list[str]
) -> None:
    assert "find.reversed" not in codes(find({first: PAST, other: ends, "amount": NUMBERS}))

"""Borders that a person can say."""

import datetime
from itertools import pairwise

import numpy as np
import pytest

from desktop_app.engine.rounding import borders, roundest, roundest_day

DICE = np.random.default_rng(41)


def day(text: str) -> float:
    return float((datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days)


@pytest.mark.parametrize(
    ("above", "upto", "border"),
    [
        (37.0, 38.0, 38.0),
        (12.3, 15.9, 14.0),
        (0.123, 0.127, 0.125),
        (99.0, 101.0, 100.0),
        (180.0, 260.0, 200.0),
        (-3.0, 4.0, 0.0),
        (-0.25, -0.21, -0.23),
        (-2.0, 0.0, 0.0),
        (0.0, 5e-9, 2e-9),
        (1e29, 1e30, 1e30),
        (1.0, 1.0 + 2**-52, 1.0 + 2**-52),
    ],
)
def test_a_border_has_as_few_digits_as_can_be(above: float, upto: float, border: float) -> None:
    assert roundest(above, upto) == pytest.approx(border, rel=1e-12)


def test_a_border_always_parts_both_numbers() -> None:
    for power in range(-12, 31, 3):
        for above, upto in np.sort(DICE.normal(0, 10.0**power, (60, 2)), axis=1).tolist():
            assert above < roundest(above, upto) <= upto
            assert above < roundest(above, float(np.nextafter(above, np.inf)))


@pytest.mark.parametrize(
    ("above", "upto", "border"),
    [
        ("2019-05-04", "2020-03-01", "2020-01-01"),
        ("2014-05-04", "2019-03-01", "2017-01-01"),
        ("2020-01-15", "2020-03-20", "2020-02-01"),
        ("2020-01-15", "2020-01-20", "2020-01-18"),
        ("2020-01-15", "2020-01-16", "2020-01-16"),
    ],
)
def test_a_day_is_the_first_of_a_year_or_a_month_where_one_is_there(
    above: str, upto: str, border: str
) -> None:
    assert roundest_day(day(above), day(upto)) == day(border)


def test_times_of_one_day_are_parted_by_the_later_one() -> None:
    assert roundest_day(100.25, 100.75) == 100.75
    assert roundest_day(100.25, 101.75) == 101.0


def test_borders_lie_between_about_equally_many() -> None:
    values = DICE.normal(50, 15, 400)

    found = borders(np.append(values, np.nan), 4)

    parts = [np.mean((low <= values) & (values < high)) for low, high in pairwise([-np.inf, *found, np.inf])]
    assert parts == pytest.approx([0.25] * 4, abs=0.01)


@pytest.mark.parametrize(
    ("values", "found"), [([0, 0, 0, 1], [1.0]), ([5, 5, 5], []), ([np.nan], []), ([], [])]
)
def test_where_many_are_the_same_there_are_fewer_borders(values: list[float], found: list[float]) -> None:
    assert borders(np.array(values, dtype=np.float64), 4) == found

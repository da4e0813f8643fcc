"""The parts of dates."""

from datetime import date, timedelta

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.features.dates import Dates

FIRST = date(1970, 1, 1)


def days(*moments: str) -> Floats:
    found = np.array(moments, dtype="datetime64[us]")
    return np.where(np.isnat(found), np.nan, found.astype(np.int64) / 86_400e6)[:, None]


@pytest.mark.parametrize("offset", [-40_000, -1, 0, 1, 789, 11_016, 20_000])
def test_year_month_and_weekday_are_those_of_the_calendar(offset: int) -> None:
    day = FIRST + timedelta(days=offset)
    learned = Dates.learn(np.array([[float(offset)]]))

    parts = learned.for_trees(np.array([[float(offset)]]))

    assert parts[0].tolist() == [offset, day.year, day.month, day.weekday()]


def test_the_hour_is_a_part_where_there_are_times() -> None:
    learned = Dates.learn(days("2024-02-29T00:00", "2024-03-01T13:59"))

    assert learned.for_trees(days("2024-02-29T23:30", "2024-02-29"))[:, 4].tolist() == [23, 0]


def test_times_that_were_not_there_to_learn_from_are_no_part() -> None:
    learned = Dates.learn(days("2024-02-29", "2024-03-01"))

    assert learned.for_trees(days("2024-02-29T23:30")).shape == (1, 4)


def test_december_meets_january_for_lines() -> None:
    learned = Dates.learn(days("2023-01-01", "2023-07-01", "2023-12-31"))

    circles = learned.for_lines(days("2023-12-31", "2023-01-01", "2023-07-02"))[:, -4:][:, [0, 2]]

    december, january, july = circles
    assert np.linalg.norm(december - january) < 0.05 < np.linalg.norm(july - january)


@pytest.mark.parametrize("learned_from", [("2024-02-29T12:00", "NaT"), ("NaT", "NaT")])
def test_a_missing_date_is_missing_for_trees_and_marked_for_lines(learned_from: tuple[str, ...]) -> None:
    learned = Dates.learn(days(*learned_from))

    assert np.isnan(learned.for_trees(days("NaT"))).all()
    assert np.isfinite(learned.for_lines(days("NaT"))).all()
    assert learned.for_lines(days("NaT")).shape == learned.for_lines(days("2001-01-01T01:00")).shape


def test_dates_far_from_those_learned_from_stay_finite() -> None:
    learned = Dates.learn(days("2024-02-29", "2024-03-01"))

    assert np.isfinite(learned.for_lines(days("0001-01-01", "9999-12-31T23:59"))).all()

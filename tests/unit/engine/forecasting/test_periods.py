import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.periods import Found, find_timeline
from desktop_app.records.forecasts import Period
from tests.unit.engine.forecasting.made import moments


def found_in(times: pd.DatetimeIndex | Floats) -> Found:
    found = find_timeline(np.asarray(times), np.zeros(len(times), dtype=np.int64))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("every", "period"),
    [
        ("YS", Period(name="year", day=1)),
        ("QE", Period(name="quarter")),
        ("MS", Period(name="month", day=1)),
        ("ME", Period(name="month")),
        ("2MS", Period(name="month", every=2, day=1)),
        ("W-MON", Period(name="week")),
        ("2W-MON", Period(name="week", every=2)),
        ("D", Period(name="day")),
        ("B", Period(name="workday")),
        ("h", Period(name="hour")),
        ("15min", Period(name="minute", every=15)),
        ("10s", Period(name="second", every=10)),
    ],
)
def test_period_is_found_and_goes_on(every: str, period: Period) -> None:
    times = moments(61, every)
    timeline = found_in(times[:60]).timeline
    assert timeline.period == period
    assert timeline.places(times.to_numpy()).tolist() == list(range(61))
    assert timeline.moments(np.array([60]))[0] == times[60].to_datetime64()


def test_gaps_do_not_change_the_period() -> None:
    times = moments(100, "D").delete([3, 4, 5, 40, 77])
    assert found_in(times).timeline.period == Period(name="day")


def test_moments_of_several_series_are_looked_at_one_by_one() -> None:
    times = np.concatenate([moments(20, "MS"), moments(20, "MS")])
    found = find_timeline(times, np.repeat([0, 1], 20))
    assert found is not None
    assert found.timeline.period == Period(name="month", day=1)


def test_years_as_numbers_stay_numbers() -> None:
    timeline = found_in(np.arange(1990.0, 2020.0)).timeline
    assert timeline.period.name == "year"
    assert timeline.texts(np.array([30])) == ["2020"]


def test_other_numbers_are_steps() -> None:
    timeline = found_in(np.arange(0, 10, 0.5)).timeline
    assert timeline.period == Period(name="step", every=0.5)
    assert timeline.texts(np.array([21])) == ["10.5"]


def test_uneven_times_are_joined_to_the_finest_period_without_many_holes() -> None:
    hours = np.random.default_rng(0).uniform(0, 24 * 200, 900)
    found = found_in(pd.Timestamp("2020-01-01") + pd.to_timedelta(np.sort(hours), unit="h"))
    assert found.is_coarser
    assert found.timeline.period.name == "day"


def test_days_are_written_without_a_clock_and_hours_with_one() -> None:
    assert found_in(moments(30, "D")).timeline.texts(np.array([30])) == ["2015-01-31"]
    assert found_in(moments(30, "h")).timeline.texts(np.array([30])) == ["2015-01-02T06:00:00"]
    assert found_in(moments(30, "ME")).timeline.texts(np.array([1])) == ["2015-02-28"]


def test_a_single_time_has_no_timeline() -> None:
    assert find_timeline(moments(1).to_numpy(), np.zeros(1, dtype=np.int64)) is None

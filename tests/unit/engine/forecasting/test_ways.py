import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.gaps import filled_from_before
from desktop_app.engine.forecasting.holidays import find_holidays
from desktop_app.engine.forecasting.seasons import is_shown, seasons_for
from desktop_app.engine.forecasting.smoothing import smoothed
from desktop_app.engine.forecasting.ways import answers
from desktop_app.records.forecasts import Period
from tests.unit.engine.forecasting.made import moments, seasonal, shops_ahead

AT = np.array([40, 60, 80])
YEARS, MONTHS = Period(name="year"), Period(name="month", day=1)


def cycles(count: int) -> Floats:
    steps = np.arange(count)
    return np.asarray(np.sin(2 * np.pi * steps / 9) + np.random.default_rng(0).normal(0, 0.2, count))[None]


def test_smoothing_goes_on_with_trend_and_season() -> None:
    values = seasonal(100, noise=0.0)[None]
    found, _ = smoothed(values, 12, np.array([80]), 12)
    assert found[0, 0] == pytest.approx(values[0, 81:93], abs=2.0)


def test_drift_goes_on_with_half_the_slope() -> None:
    values = np.arange(100.0)[None]
    _, drift = smoothed(values, 1, np.array([99]), 4)
    assert np.diff(drift[0, 0]) == pytest.approx([0.5] * 3, abs=0.01)


@pytest.mark.parametrize("season", [1, 12])
def test_smoothing_looks_at_nothing_that_comes_later(season: int) -> None:
    values = seasonal(100)[None]
    later = np.where(np.arange(100) > AT[0], 9_999.0, values)
    for here, there in zip(smoothed(values, season, AT, 6), smoothed(later, season, AT, 6), strict=True):
        assert here[0] == pytest.approx(there[0])


def test_smoothing_waits_for_a_series_that_starts_late() -> None:
    values = np.repeat(seasonal(100)[None], 2, axis=0)
    values[1, :50] = np.nan
    found, _ = smoothed(values, 12, AT, 6)
    assert np.isfinite(found[:, 0]).all()
    assert np.isfinite(found[:, 1, 0]).tolist() == [False, False, True]


def test_smoothing_steps_over_gaps() -> None:
    values = seasonal(100, noise=0.0)[None]
    values[0, 70:75] = np.nan
    found, _ = smoothed(values, 12, np.array([80]), 6)
    assert found[0, 0] == pytest.approx(seasonal(100, noise=0.0)[81:87], abs=2.0)


def test_gaps_are_filled_from_before_only() -> None:
    values = np.array([[np.nan, 1.0, 2.0, np.nan, 4.0]])
    assert filled_from_before(values, 1)[0, 1:].tolist() == [1, 2, 2, 4]


def test_seasons_of_the_calendar_need_two_of_them() -> None:
    assert seasons_for(MONTHS, seasonal(40)[None], 6) == (12,)
    assert seasons_for(MONTHS, seasonal(20)[None], 6) == (1,)
    assert seasons_for(Period(name="hour"), np.zeros((1, 600)), 6) == (24, 168)
    assert seasons_for(Period(name="minute", every=15), np.zeros((1, 600)), 6) == (96,)


def test_a_cycle_that_no_calendar_tells_is_found() -> None:
    assert seasons_for(YEARS, cycles(200), 5) == (9,)


def test_noise_and_walks_have_no_cycle() -> None:
    noise = np.random.default_rng(0).normal(size=(1, 200))
    assert seasons_for(YEARS, noise, 5) == (1,)
    assert seasons_for(YEARS, np.cumsum(noise, axis=1), 5) == (1,)


def test_a_season_is_shown_or_not() -> None:
    assert is_shown(seasonal(100)[None], 12)
    assert not is_shown(np.cumsum(np.random.default_rng(0).normal(size=(1, 100)), axis=1), 12)


def test_days_that_are_unlike_each_year_are_found() -> None:
    days = moments(1_200, "D", "2020-01-01")
    values = np.random.default_rng(0).normal(100, 2, 1_200)
    values[days.strftime("%m-%d") == "12-25"] -= 50
    values[np.isin(days, np.array(["2020-04-13", "2021-04-05", "2022-04-18", "2023-04-10"], "M8"))] += 40
    found = find_holidays(values[None], days.to_numpy(), 7)
    assert sorted(found.sizes) == ["12-25", "easter+1"]
    assert found.sizes["12-25"] < 0 < found.sizes["easter+1"]


def test_a_single_outlier_is_no_holiday() -> None:
    values = np.random.default_rng(0).normal(100, 2, 1_200)
    values[400] += 90
    assert not find_holidays(values[None], moments(1_200, "D").to_numpy(), 7).sizes


def test_ways_that_read_no_known_column_are_not_asked_again() -> None:
    _, forecaster = shops_ahead("action")
    seen, last = forecaster.seen(), np.array([forecaster.panel.moments - 1])
    once = answers(forecaster.learned, seen, last, 6)

    again = answers(forecaster.learned, seen, last, 6, once)

    assert again["smoothing"] is once["smoothing"]
    assert all(np.array_equal(again[name], one) for name, one in once.items())


def test_what_comes_next_is_worked_out_once() -> None:
    _, forecaster = shops_ahead("action")

    assert forecaster.future() is forecaster.future()

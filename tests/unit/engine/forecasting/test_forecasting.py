import json

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.forecasting import forecasting
from desktop_app.errors import DataError
from desktop_app.records.forecasts import ForecastFound
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from tests.unit.engine.forecasting.made import (
    ASKED,
    ahead,
    codes,
    moments,
    seasonal,
    shops,
    shops_ahead,
    table,
)


def test_it_goes_on_where_the_past_ends() -> None:
    found, _ = ahead(table(seasonal(126)[:120]))
    (series,) = found.series
    assert [step.time for step in series.future][:2] == ["2025-01-01", "2025-02-01"]
    real = seasonal(126, noise=0.0)[120:]
    assert [step.value for step in series.future] == pytest.approx(real, abs=6)
    assert all(step.low < step.value < step.high for step in series.future)
    assert found.level == "good"
    assert found.mase < 0.8


def test_what_was_found_can_be_stored() -> None:
    found, _ = ahead(table(seasonal(60)))
    text = json.dumps(to_json(found), allow_nan=False)
    assert from_json(ForecastFound, json.loads(text)) == found


def test_the_same_question_has_the_same_answer() -> None:
    one, other = (ahead(table(seasonal(60)))[1].future() for _ in range(2))
    assert one == other


def test_it_says_how_far_it_is() -> None:
    told: list[Progress] = []
    forecasting.forecast(table(seasonal(60)), ASKED, told.append)
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions)


def test_all_series_are_learned_together_whatever_their_size() -> None:
    found, forecaster = shops_ahead()
    assert [series.name for series in found.series] == ["west", "north", "south"]
    north, _, west = forecaster.future().series
    assert west.future[0].value == pytest.approx(10 * north.future[0].value, rel=0.4)


def test_a_column_that_is_known_ahead_helps() -> None:
    without, _ = shops_ahead()
    known, _ = shops_ahead("action")
    assert known.miss < 0.8 * without.miss
    assert "forecast.known_missing" in codes(known)


def test_ranges_are_wider_where_what_should_be_known_ahead_is_not() -> None:
    rows = shops().query("shop == 'north'").reset_index(drop=True)
    hidden = pd.concat([rows, rows[-6:].assign(sold=np.nan, when=moments(66, "D")[-6:])])
    unknown = hidden.assign(action=hidden["action"].where(hidden["sold"].notna()))
    widths = []
    for frame in (hidden, unknown):
        _, forecaster = ahead(frame, known=("action",))
        _, low, high = forecaster.ahead()
        widths.append(float(np.mean(high - low)))
    assert widths[1] > 1.5 * widths[0]


def test_what_is_known_of_the_time_ahead_is_used() -> None:
    rows = shops()
    coming = rows[rows["shop"] == "north"].tail(6)
    coming = coming.assign(when=moments(66, "D")[60:], sold=np.nan)
    values = [
        ahead(pd.concat([rows, coming.assign(action=action)]), group="shop", known=("action",))[1]
        .future()
        .series[0]
        .future[0]
        .value
        for action in ("no", "yes")
    ]
    assert values[1] - values[0] > 15


def test_a_column_that_is_the_target_in_other_words_is_suspicious() -> None:
    rows = table(np.cumsum(np.random.default_rng(0).normal(size=100)))
    rows["booked"] = rows["sold"] * 2 + 1
    found, _ = ahead(rows, known=("booked",))
    assert (found.level, found.give_away) == ("suspicious", "booked")
    confirmed, _ = ahead(rows, known=("booked",), confirmed=("booked",))
    assert confirmed.level == "good"


def test_a_short_series_is_answered_in_the_simple_way() -> None:
    found, _ = ahead(table(seasonal(30)))
    assert found.level == "guessing"
    assert [way.name for way in found.ways] == ["season"]
    (remark,) = [one for one in found.remarks if one.code == "forecast.simple_only"]
    assert remark.values == {"count": 30, "need": 35}


def test_a_series_that_is_too_short_says_what_would_be_possible() -> None:
    with pytest.raises(DataError) as raised:
        ahead(table(seasonal(16)))
    assert raised.value.values == {
        "count": 16,
        "need": 18,
        "possible": 5,
        "steps": 6,
        "period": "month",
        "every": 1,
    }


def test_a_series_that_never_changes_is_refused() -> None:
    with pytest.raises(DataError, match=r"forecast\.constant"):
        ahead(table(np.full(60, 4.0)))


def test_amounts_that_never_were_negative_do_not_become_so() -> None:
    sold = np.random.default_rng(0).poisson(0.4, 100)
    found, _ = ahead(table(sold, "D"))
    assert min(step.low for step in found.series[0].future) >= 0
    assert "forecast.never_negative" in codes(found)


def test_holidays_are_named() -> None:
    days = moments(1_100, "D")
    values = np.random.default_rng(0).normal(100, 2, 1_100)
    values[days.strftime("%m-%d") == "01-06"] -= 60
    found, _ = ahead(table(values, "D"), horizon=2)
    (remark,) = [one for one in found.remarks if one.code == "forecast.holidays"]
    assert remark.values == {"count": 1, "days": ["01-06"]}
    before, holiday = found.series[0].future
    assert (before.time, holiday.time) == ("2018-01-05", "2018-01-06")
    assert holiday.value < 60 < before.value


def test_many_series_are_tried_on_some_of_them_and_each_is_tested_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(forecasting, "MOST_TESTED", 2)
    found, _ = ahead(shops(), group="shop")
    (remark,) = [one for one in found.remarks if one.code == "forecast.found_on"]
    assert remark.values == {"count": 2, "of": 3}
    assert {"forecast.each_better", "forecast.each_worse"} & set(codes(found))
    assert all(series.miss is not None and series.simple is not None for series in found.series)


def test_the_newest_part_of_a_long_past_is_kept_for_a_chart() -> None:
    found, _ = ahead(table(seasonal(900), "D"), horizon=1)
    (series,) = found.series
    assert len(series.past) <= 400
    assert series.past[-1].time == found.last
    assert series.steps == 900


def test_trees_are_there_where_columns_are_known_ahead() -> None:
    known, without = ({way.name for way in shops_ahead(*names)[0].ways} for names in (("action",), ()))
    assert "boosting" in known - without


def test_numbers_that_no_square_can_hold_are_taken_as_the_largest_that_one_can() -> None:
    found, _ = ahead(table(np.array([1e308, -1e308] * 40)))

    assert found.level == "guessing"
    assert all(abs(step.value) <= 1e101 for step in found.series[0].future)

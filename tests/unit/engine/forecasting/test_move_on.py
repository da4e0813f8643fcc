import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.forecasting.forecaster import Forecaster, move_on
from desktop_app.engine.forecasting.pieces import put_together, take_apart
from desktop_app.engine.parts import Parts
from desktop_app.errors import DataError
from tests.unit.engine.forecasting.made import ahead, moments, seasonal, shops, shops_ahead, table

ROWS = table(seasonal(80))


@pytest.fixture(scope="module")
def forecaster() -> Forecaster:
    return ahead(ROWS[:70])[1]


@pytest.fixture(scope="module")
def of_shops() -> Forecaster:
    return shops_ahead("action")[1]


def test_newer_rows_move_it_on(forecaster: Forecaster) -> None:
    future = move_on(forecaster, ROWS[70:])
    assert future.until == "2021-08-01"
    assert future.series[0].future[0].time == "2021-09-01"
    assert future.series[0].steps == 80
    assert not future.remarks


def test_the_whole_past_again_is_the_same_as_only_newer_rows(forecaster: Forecaster) -> None:
    assert move_on(forecaster, ROWS) == move_on(forecaster, ROWS[70:])


def test_nothing_newer_leaves_it_as_it_was_and_is_said(forecaster: Forecaster) -> None:
    future = move_on(forecaster, ROWS[:70])
    assert future.series == forecaster.future().series
    assert [remark.values for remark in future.remarks] == [{"until": "2020-10-01"}]


def test_a_hole_before_newer_rows_is_said(forecaster: Forecaster) -> None:
    (remark,) = move_on(forecaster, ROWS[74:]).remarks
    assert (remark.code, remark.values) == ("forecast.gap_before_new", {"count": 4})


def test_a_corrected_value_takes_the_place_of_the_old_one(forecaster: Forecaster) -> None:
    future = move_on(forecaster, ROWS[69:70].assign(sold=200.0))
    assert future.series[0].past[-1].value == 200
    assert [(remark.code, remark.values) for remark in future.remarks] == [
        ("forecast.past_changed", {"count": 1})
    ]


def test_new_series_are_answered_if_they_are_long_enough(of_shops: Forecaster) -> None:
    rows = shops().astype({"shop": object})
    east, tiny = rows[:60].assign(shop="east"), rows[:3].assign(shop="tiny")
    future = move_on(of_shops, pd.concat([east, tiny]))
    assert [series.name for series in future.series] == ["north", "south", "west", "east"]
    assert np.isfinite([step.value for step in future.series[-1].future]).all()
    told = {remark.code: remark.values for remark in future.remarks}
    assert told["forecast.new_series"] == {"count": 1, "names": ["east"]}
    assert told["forecast.series_unknown"] == {"count": 1, "names": ["tiny"]}


def test_a_series_that_ended_long_before_is_no_new_one(of_shops: Forecaster) -> None:
    gone = shops().astype({"shop": object})[:30].assign(shop="gone")

    future = move_on(of_shops, gone)

    assert [series.name for series in future.series] == ["north", "south", "west"]
    told = {remark.code: remark.values for remark in future.remarks}
    assert told["forecast.ended"] == {"count": 1, "names": ["gone"]}


def test_what_is_known_ahead_may_come_later(of_shops: Forecaster) -> None:
    coming = pd.DataFrame({"when": moments(66, "D")[60:], "sold": np.nan, "shop": "north", "action": "yes"})
    future = move_on(of_shops, coming)
    plain = of_shops.future()
    assert future.series[0].future[0].value > plain.series[0].future[0].value + 15
    assert future.remarks[-1].values["count"] == 12


def test_rows_far_beyond_the_past_are_refused_and_never_cut(forecaster: Forecaster) -> None:
    far = ROWS[70:].replace({"when": {ROWS["when"].iloc[-1]: pd.Timestamp("2900-01-01")}})

    with pytest.raises(DataError) as refused:
        move_on(forecaster, far)

    assert (refused.value.code, refused.value.values["limit"]) == ("forecast.too_far_on", 4_000)


def test_rows_without_times_are_refused(forecaster: Forecaster) -> None:
    with pytest.raises(DataError):
        move_on(forecaster, ROWS.assign(when=pd.Series(pd.NaT, index=ROWS.index)))


@pytest.mark.parametrize("name", ["forecaster", "of_shops"])
def test_it_comes_back_from_its_parts(name: str, request: pytest.FixtureRequest) -> None:
    made: Forecaster = request.getfixturevalue(name)
    parts = take_apart(made)
    assert list(parts.estimators) == (["boosting"] if made.asked.known else [])
    assert all(np.isfinite(array).all() for array in parts.arrays.values())
    assert put_together(parts).future() == made.future()


def test_holidays_come_back_from_parts() -> None:
    days = moments(1_100, "D")
    values = np.random.default_rng(0).normal(100, 2, 1_100) - 60 * (days.strftime("%m-%d") == "01-06")
    made = ahead(table(values, "D"), horizon=2)[1]
    assert put_together(take_apart(made)).future() == made.future()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("below", np.full(6, -1.0)),
        ("below", np.ones(5)),
        ("values", np.ones((2, 70))),
        ("values", np.full((1, 70), np.nan)),
        ("linear.weights", np.ones((6, 3))),
        ("scale.linear", np.zeros(1)),
        ("values.there", np.zeros((1, 70), dtype=bool)),
    ],
)
def test_arrays_that_do_not_fit_are_refused(forecaster: Forecaster, name: str, value: np.ndarray) -> None:
    parts = take_apart(forecaster)
    with pytest.raises(ValueError, match=r"\w"):
        put_together(Parts(features=parts.features, arrays={**parts.arrays, name: value}, estimators={}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", 2),
        ("names", ["a", "b"]),
        ("seasons", [0]),
        ("seasons", []),
        ("season", 5),
        ("moments", 0),
        ("weights", {"linear": 3.0}),
        ("start", 1e300),
        ("levels", [["a"]]),
    ],
)
def test_settings_that_do_not_fit_are_refused(forecaster: Forecaster, name: str, value: object) -> None:
    parts = take_apart(forecaster)
    features = {**parts.features, name: value}
    with pytest.raises(ValueError, match=r"\w"):
        put_together(Parts(features=features, arrays=parts.arrays, estimators={}))  # type: ignore[arg-type]


def test_series_without_a_newer_row_stand_where_they_stood(of_shops: Forecaster) -> None:
    newer = shops(63).query("shop != 'south' and when >= '2015-03-02'")

    future, before = move_on(of_shops, newer), of_shops.future()

    (stood,) = (remark for remark in future.remarks if remark.code == "forecast.stood")
    assert stood.values == {"count": 1, "names": ["south"], "until": before.until}
    assert future.series[1] == before.series[1]
    assert future.series[0].future[0].time == "2015-03-05"
    assert [len(one.future) for one in future.series] == [6, 6, 6]


def test_a_series_of_which_only_old_rows_came_is_named(of_shops: Forecaster) -> None:
    newer = shops(75).query("when >= '2015-03-02' and (shop != 'south' or when < '2015-03-04')")

    future = move_on(of_shops, newer)

    (behind,) = (remark for remark in future.remarks if remark.code == "forecast.behind")
    assert behind.values["names"] == ["south"]
    assert "forecast.behind" not in [one.code for one in move_on(of_shops, shops(63)).remarks]


def test_sums_of_no_rows_are_0_and_go_on() -> None:
    rows = pd.concat([shops(60).assign(action=None)] * 2, ignore_index=True)
    late = rows.assign(when=rows["when"] + pd.to_timedelta(np.arange(len(rows)) % 7, unit="h"))
    _, forecaster = ahead(late.drop(columns="action"), group="shop", joining="sum")
    newer = late.query("shop == 'north'").assign(when=lambda one: one["when"] + pd.Timedelta(days=60))

    codes = [remark.code for remark in move_on(forecaster, newer[:24]).remarks]

    assert forecaster.panel.form.is_coarser
    assert "forecast.stood" not in codes


def test_where_the_next_moment_is_not_whole_yet_no_series_is_said_to_be_left_out() -> None:
    hours = pd.date_range("2020-01-01", "2022-12-31", freq="5h", unit="us")
    uneven = hours[np.random.default_rng(0).random(len(hours)) < 0.02]
    rows = pd.DataFrame({"when": uneven, "sold": np.arange(len(uneven)) % 7 + 1.0, "shop": "north"})
    _, forecaster = ahead(rows, group="shop", joining="sum")
    newer = rows[:1].assign(when=pd.Timestamp("2022-12-10"))

    future = move_on(forecaster, newer)

    assert forecaster.panel.form.is_coarser
    assert "forecast.stood" not in [remark.code for remark in future.remarks]

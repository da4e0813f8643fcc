"""How the average answer goes with one column, against functions whose effects are known."""

from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import partial_dependence

from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.explanation.effects import MOST_BINS, MOST_LEVELS, effect_of
from desktop_app.records.explained import Effect
from tests.unit.engine.by_hand import asked, values_of
from tests.unit.engine.made import frame_of

ROWS = 600


def effect(of: Asked, name: str) -> Effect:
    found = effect_of(of, name)
    assert found is not None
    return found


def places(found: Effect) -> Any:
    return np.array([point.at for point in found.points], dtype=np.float64)


def heights(found: Effect) -> Any:
    return np.array([point.mean for point in found.points])


def together(seed: int = 0) -> Any:
    """Return two numbers that go together, so that only one of them can be told by its neighbours."""
    dice = np.random.default_rng(seed)
    age = dice.normal(40, 10, ROWS)
    return frame_of(age=age, years=age - 20 + dice.normal(0, 3, ROWS))


def test_the_slope_of_a_curve_is_the_coefficient_of_a_straight_line() -> None:
    of = asked(together(), lambda cells: 3 * cells.column("age") - 2 * cells.column("years"))

    found = effect(of, "age")

    assert np.diff(heights(found)) / np.diff(places(found)) == pytest.approx(3.0)
    assert len(found.points) == MOST_BINS + 1
    assert found.rows == sum(point.rows for point in found.points) == ROWS


def test_on_average_over_the_rows_a_curve_is_the_mean_answer() -> None:
    frame = together()
    of = asked(frame, lambda cells: np.exp(cells.column("age") / 20) + cells.column("years"))

    found = effect(of, "age")

    assert np.interp(frame["age"], places(found), heights(found)).mean() == pytest.approx(of.answers.mean())


def test_of_few_values_each_is_a_point_with_its_own_rows() -> None:
    calls = np.repeat([0.0, 1.0, 5.0], [100, 60, 40])
    of = asked(frame_of(calls=calls), lambda cells: cells.column("calls") ** 2)

    found = effect(of, "calls")

    assert [(point.at, point.rows) for point in found.points] == [(0.0, 100), (1.0, 60), (5.0, 40)]
    assert [point.mean for point in found.points] == pytest.approx([0.0, 1.0, 25.0])
    assert [(point.low, point.high) for point in found.points] == [(0, 0), (1, 1), (25, 25)]


def test_the_middle_half_is_that_of_the_rows_near_a_point() -> None:
    noise = np.random.default_rng(1).uniform(0, 1, ROWS)
    of = asked(
        frame_of(a=np.repeat([0.0, 10.0], ROWS // 2), noise=noise), lambda cells: cells.column("noise")
    )

    found = effect(of, "a")

    for point, near in zip(found.points, (noise[: ROWS // 2], noise[ROWS // 2 :]), strict=True):
        assert (point.low, point.high) == pytest.approx(tuple(np.quantile(near, [0.25, 0.75])))


def test_empty_cells_are_in_no_curve() -> None:
    calls = np.repeat([0.0, 1.0, np.nan], [100, 60, 40])
    of = asked(frame_of(calls=calls), lambda cells: np.nan_to_num(cells.column("calls"), nan=99.0))

    found = effect(of, "calls")

    assert found.rows == 160
    assert heights(found) == pytest.approx([0.0, 1.0])


def test_a_curve_over_years_does_not_jump_with_the_day_of_the_week() -> None:
    days = np.datetime64("2020-01-01") + np.random.default_rng(2).integers(0, 1500, ROWS)
    of = asked(frame_of(day=days), lambda cells: np.floor(cells.column("day")) % 7)

    found = effect(of, "day")

    assert found.kind == "date"
    assert heights(found) == pytest.approx(of.answers.mean())


def test_a_curve_of_dates_has_the_slope_of_what_happens_in_time() -> None:
    days = np.datetime64("2020-01-01") + np.random.default_rng(3).integers(0, 1500, ROWS)
    of = asked(frame_of(day=days), lambda cells: 0.5 * cells.column("day"))

    found = effect(of, "day")

    assert np.diff(heights(found)) / np.diff(places(found)) == pytest.approx(0.5)


def test_a_chance_stays_between_none_and_all() -> None:
    def chance(cells: Any) -> Any:  # with the years as they are, it would climb by 2
        return np.clip(0.5 + (cells.column("age") - cells.column("years") - 20) / 20, 0, 1)

    found = heights(effect(asked(together(), chance, classes=2), "age"))

    assert (found.min(), found.max()) == (0, 1)


def test_the_mean_of_a_value_is_that_of_all_rows_with_it() -> None:
    dice = np.random.default_rng(4)
    frame = frame_of(
        plan=dice.choice(["a", "b", "c"], ROWS, p=[0.2, 0.5, 0.3]), age=dice.normal(40, 10, ROWS)
    )
    prices = {"a": 1.0, "b": 2.0, "c": 5.0}

    def answers(cells: Any) -> Any:
        return np.array([prices[plan] for plan in values_of(cells, "plan")]) * cells.column("age")

    found = effect(asked(frame, answers), "plan")

    by_hand = {plan: (prices[plan] * frame["age"]).mean() for plan in prices}
    assert [point.label for point in found.points] == ["b", "c", "a"]
    assert [point.mean for point in found.points] == pytest.approx([by_hand[p.label] for p in found.points])
    assert [point.rows for point in found.points] == frame["plan"].value_counts().tolist()


def test_the_middle_half_of_a_value_is_that_of_all_rows_with_it() -> None:
    dice = np.random.default_rng(6)
    frame = frame_of(plan=np.repeat(["a", "b"], ROWS // 2), age=dice.normal(40, 10, ROWS))
    of = asked(frame, lambda cells: cells.column("age") + 100 * (values_of(cells, "plan") == "a"))

    points = {point.label: point for point in effect(of, "plan").points}

    low, high = np.quantile(frame["age"], [0.25, 0.75])
    assert (points["b"].low, points["b"].high) == pytest.approx((low, high))
    assert (points["a"].low, points["a"].high) == pytest.approx((low + 100, high + 100))


def test_only_the_most_frequent_values_are_looked_at() -> None:
    town = np.repeat([f"town {place}" for place in range(20)], np.arange(20, 0, -1))
    of = asked(frame_of(town=town), lambda cells: cells.column("town") * 1.0)

    assert [point.label for point in effect(of, "town").points] == [
        f"town {place}" for place in range(MOST_LEVELS)
    ]


@pytest.mark.parametrize("cells", [["a"] * 30, [1.0] * 30, [np.nan] * 30])
def test_a_column_of_one_value_has_no_curve(cells: Any) -> None:
    of = asked(frame_of(a=cells, b=np.arange(30.0)), lambda cells: cells.column("b"))

    assert effect_of(of, "a") is None


def test_where_columns_have_nothing_to_do_with_each_other_the_curve_is_the_partial_dependence() -> None:
    dice = np.random.default_rng(5)
    frame = frame_of(a=dice.uniform(0, 1, ROWS), b=dice.uniform(0, 1, ROWS))
    truth = np.sin(4 * frame["a"]) + frame["b"] ** 2
    forest = RandomForestRegressor(30, min_samples_leaf=5, random_state=0).fit(frame.to_numpy(), truth)
    of = asked(frame, lambda cells: forest.predict(cells.numbers))

    found = effect(of, "a")

    theirs = partial_dependence(
        forest, frame.to_numpy(), [0], custom_values={0: places(found)}, kind="average"
    )
    averages = theirs["average"][0]
    assert heights(found) == pytest.approx(averages - averages.mean() + heights(found).mean(), abs=0.12)
    assert np.corrcoef(heights(found), averages)[0, 1] > 0.99

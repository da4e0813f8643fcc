import numpy as np
import pytest

from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.hindsight import looked_back
from desktop_app.records.forecasts import ForecastFound, Hindsight
from tests.unit.engine.forecasting.made import ahead, seasonal, shops, table

ROWS = table(seasonal(90))
Learned = tuple[ForecastFound, Forecaster]


@pytest.fixture(scope="module")
def learned() -> Learned:
    return ahead(ROWS[:70])


def of(learned: Learned, rows: object) -> Hindsight | None:
    found, forecaster = learned
    return looked_back(forecaster, found, rows)  # type: ignore[arg-type]


def test_what_has_come_is_compared_with_what_was_said(learned: Learned) -> None:
    told = of(learned, ROWS[:74])
    steps = learned[1].future().series[0].future[:4]
    misses = [abs(step.value - real) for step, real in zip(steps, ROWS["sold"][70:74], strict=True)]

    assert told
    assert (told.steps, told.tested, told.holds) == (4, 4, "holds")
    assert told.miss == pytest.approx(np.mean(misses))
    assert told.coverage == np.mean(
        [step.low <= real <= step.high for step, real in zip(steps, ROWS["sold"][70:74], strict=True)]
    )
    assert told.promised == pytest.approx(np.mean([one.miss for one in learned[0].by_step[:4]]))


def test_nothing_beyond_its_horizon_counts(learned: Learned) -> None:
    whole, rest = of(learned, ROWS), of(learned, ROWS[76:])

    assert whole
    assert (whole.steps, whole.tested) == (6, 6)
    assert rest is None


def test_where_nothing_has_come_nothing_is_said(learned: Learned) -> None:
    assert of(learned, ROWS[:70]) is None


def test_values_far_from_what_was_said_are_worse(learned: Learned) -> None:
    told = of(learned, ROWS[:76].assign(sold=lambda rows: rows["sold"] * np.where(rows.index < 70, 1, 3)))

    assert told
    assert (told.holds, told.coverage) == ("worse", 0)
    assert told.miss > 10 * told.promised


def test_two_values_are_too_few_to_say(learned: Learned) -> None:
    told = of(learned, ROWS[:72])

    assert told
    assert told.holds == "unclear"


def test_a_corrected_past_does_not_change_what_was_said(learned: Learned) -> None:
    corrected = ROWS[60:74].assign(sold=lambda rows: rows["sold"] + np.where(rows.index < 70, 50, 0))

    assert of(learned, corrected) == of(learned, ROWS[60:74])


def test_what_is_known_ahead_is_taken_from_the_rows() -> None:
    rows = shops(66)
    past = rows[rows.groupby("shop", observed=True).cumcount() < 60].reset_index(drop=True)
    found, forecaster = ahead(past, group="shop", known=("action",))

    told = looked_back(forecaster, found, rows)

    assert told
    assert (told.steps, told.tested) == (6, 18)
    assert told.miss < 2 * found.miss

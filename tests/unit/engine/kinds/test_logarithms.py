"""Amounts that reach far, learned as logarithms and brought back to their mean."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.kinds.boosting import Boosting, Logarithm
from desktop_app.engine.kinds.kind import Conditions, Lesson
from tests.unit.engine.made import MANY, question_of, signal

DICE = np.random.default_rng(23)
FEATURES = DICE.normal(size=(400, 2)).astype(np.float32)
AMOUNTS = np.exp(5 + 1.2 * FEATURES[:, 0] + DICE.normal(0, 0.4, 400))
LEARN, HIDDEN = slice(0, 250), slice(250, 400)
LOGARITHMS = Boosting(name="boosting_log", as_logarithm=True)
ROUNDS = (10, 30)
MADE = question_of(signal(MANY), "spent").material


def conditions() -> Conditions:
    return replace(MADE.conditions, effort=replace(MADE.effort, tested="held_out", rounds=ROUNDS, rate=0.15))


def lesson(rows: slice, amounts: Any = AMOUNTS) -> Lesson:
    return Lesson(features=FEATURES[rows], values=amounts[rows])


def fit(amounts: Any = AMOUNTS) -> Logarithm:
    found = LOGARITHMS.fit(conditions(), lesson(LEARN, amounts), 30.0)
    assert isinstance(found, Logarithm)
    return found


def test_answers_lie_near_the_mean_of_the_amounts_and_not_below_it() -> None:
    learned, hidden = fit().predict(FEATURES[LEARN]), fit().predict(FEATURES[HIDDEN])

    assert learned.mean() == pytest.approx(AMOUNTS[LEARN].mean(), rel=0.02)
    assert hidden.mean() == pytest.approx(AMOUNTS[HIDDEN].mean(), rel=0.15)
    assert np.expm1(fit().estimator.predict(FEATURES[LEARN])).mean() < 0.97 * AMOUNTS[LEARN].mean()


def test_amounts_that_reach_far_are_told_apart_at_both_ends() -> None:
    found = fit().predict(FEATURES[HIDDEN])

    assert np.corrcoef(np.log(found), np.log(AMOUNTS[HIDDEN]))[0, 1] > 0.9


@pytest.mark.parametrize("amounts", [AMOUNTS, np.where(AMOUNTS > 300, AMOUNTS, 0.0)])
def test_no_answer_is_negative(amounts: Any) -> None:
    found = LOGARITHMS.path(conditions(), lesson(LEARN, amounts), lesson(HIDDEN, amounts))

    assert found.min() >= 0
    assert fit(amounts).predict(100 * FEATURES).min() >= 0


def test_what_is_compared_is_what_is_delivered() -> None:
    on_path = LOGARITHMS.path(conditions(), lesson(LEARN), lesson(HIDDEN))

    assert on_path.shape == (2, 150, 1)
    np.testing.assert_allclose(on_path[-1, :, 0], fit().predict(FEATURES[HIDDEN]), rtol=1e-6)


def test_the_factor_keeps_to_what_it_may_be() -> None:
    assert 0.9 <= fit().factor <= 1.15
    assert fit(np.where(np.arange(400) % 50, 1.0, 1e9)).factor == 1.15


def test_out_of_its_pieces_it_gives_the_same_answers() -> None:
    before = fit()

    after = Logarithm.around(before.estimator, before.to_arrays())

    np.testing.assert_array_equal(after.predict(FEATURES), before.predict(FEATURES))


@pytest.mark.parametrize(
    "factor",
    [
        np.array([]),
        np.array(1.0),
        np.ones(2),
        np.ones((1, 1)),
        *(np.array([v]) for v in (np.nan, np.inf, 0.0, -1.0, "1")),
    ],
)
def test_a_factor_that_is_none_is_refused(factor: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Logarithm.around(fit().estimator, {"factor": factor})


def test_without_a_factor_there_is_no_such_model() -> None:
    with pytest.raises(KeyError):
        Logarithm.around(fit().estimator, {})

"""The measures of the pages, against examples that were worked out by hand."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.evaluation.measures import Measure, skill_of
from desktop_app.engine.evaluation.resampling import once, resampling_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.records.results import Metric


def unseen(values: Any, answers: Any, classes: int = 2, repeats: int = 1) -> Unseen:
    rows = np.arange(len(values))
    found = np.asarray(answers, dtype=np.float64)
    found = found if found.ndim == 2 else np.stack([1 - found, found], axis=1)
    return Unseen(
        classes=classes,
        rows=rows,
        values=np.asarray(values),
        answers=found,
        guesses=found,
        clusters=rows,
        repeats=repeats,
    )


def measured(metric: Metric, tests: Unseen, weights: Floats | None = None) -> float:
    found = Measure(metric=metric, rare=1).of(tests, tests.answers)
    return once(found, len(tests.rows)) if weights is None else float(found(weights)[0])


def test_accuracy_is_the_share_of_right_answers() -> None:
    assert measured("accuracy", unseen([0, 0, 1, 1], [0.1, 0.6, 0.9, 0.8])) == 0.75


def test_balanced_accuracy_is_the_mean_over_the_kinds() -> None:
    tests = unseen([0] * 8 + [1, 1], [0.1] * 6 + [0.9] * 2 + [0.9, 0.1])

    assert measured("balanced_accuracy", tests) == pytest.approx((6 / 8 + 1 / 2) / 2)


def test_balanced_accuracy_leaves_out_kinds_that_were_not_tested() -> None:
    chances = [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.8, 0.1, 0.1]]

    assert measured("balanced_accuracy", unseen([0, 1, 1], chances, classes=3)) == 0.75


def test_the_mean_absolute_error_is_how_far_answers_are_off() -> None:
    tests = unseen([1.0, 2.0, 3.0], [[2.0], [2.0], [0.0]], classes=0)

    assert measured("mean_absolute_error", tests) == pytest.approx(4 / 3)


def test_precision_at_k_is_how_many_of_the_k_surest_are_rare() -> None:
    tests = unseen([1, 0, 1, 0, 0, 1], [0.9, 0.8, 0.7, 0.3, 0.2, 0.1])

    assert measured("precision_at_k", tests) == pytest.approx(2 / 3)


def test_equally_sure_tests_share_their_luck_whatever_their_order() -> None:
    chances = [0.9, 0.5, 0.5, 0.5, 0.5, 0.1]

    found = [
        measured("precision_at_k", unseen(truth, chances))
        for truth in ([1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 1, 0])
    ]

    assert found == pytest.approx([(1 + 1 / 4) / 2] * 2)


def test_precision_at_k_of_one_answer_for_all_is_that_of_picking_at_random() -> None:
    assert measured("precision_at_k", unseen([1, 0, 0, 1, 0], [0.4] * 5)) == pytest.approx(2 / 5)


@pytest.mark.parametrize("metric", ["accuracy", "balanced_accuracy", "precision_at_k", "mean_absolute_error"])
def test_a_test_of_weight_two_counts_like_two_tests(metric: Metric) -> None:
    dice = np.random.default_rng(1)
    truth, chances = dice.integers(0, 2, 12), dice.permutation(12) / 12
    weights = dice.integers(0, 3, 12)
    times = np.repeat(np.arange(12), weights)

    weighted = measured(metric, unseen(truth, chances), weights[None].astype(np.float64))

    assert weighted == pytest.approx(measured(metric, unseen(truth[times], chances[times])))


def test_skill_is_the_share_of_the_loss_of_a_guess_that_is_gone() -> None:
    assert once(skill_of(np.array([1.0, 0, 2]), np.array([4.0, 4, 4])), 3) == 0.75
    assert once(skill_of(np.array([6.0, 6, 6]), np.array([4.0, 4, 4])), 3) == -0.5


@pytest.mark.parametrize(
    ("metric", "sign"),
    [
        ("accuracy", 1),
        ("balanced_accuracy", 1),
        ("precision_at_k", 1),
        ("mean_absolute_error", -1),
    ],
)
def test_only_an_error_is_better_when_it_is_less(metric: Metric, sign: int) -> None:
    assert Measure(metric=metric).sign == sign


def test_the_range_of_precision_is_as_wide_as_statistics_says_where_tests_are_equally_sure() -> None:
    rows = np.arange(1000)
    truth, chances = np.zeros(1000, dtype=np.int64), np.where(rows < 100, 0.5, 0.01)
    truth[:50] = truth[100:110] = 1  # half of the 100 surest, and 10 of the other 900
    answers = np.stack([1 - chances, chances], axis=1)
    unseen = Unseen(
        classes=2, rows=rows, values=truth, answers=answers, guesses=answers, clusters=rows, repeats=1
    )

    low, high = resampling_of(rows, 0).bounds(Measure(metric="precision_at_k", rare=1).of(unseen, answers))

    assert low < 0.5 < high
    assert high - low == pytest.approx(2 * 1.96 * np.sqrt(0.5 * 0.5 / 100), rel=0.2)

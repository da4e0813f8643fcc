"""Ranges beside numbers: 8 of 10 real values lie in them, on rows that taught them nothing."""

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.evaluation.intervals import Intervals, coverage, within
from tests.unit.engine.made import Learned


def missed(rows: int, shape: str, seed: int = 0) -> tuple[Floats, Floats]:
    """Return answers and the real values that they miss in some way."""
    dice = np.random.default_rng([rows, seed])
    answers = dice.uniform(10, 100, rows)
    misses = {
        "even": dice.normal(0, 5, rows),
        "growing": dice.normal(0, 1, rows) * answers / 5,
        "skewed": dice.exponential(5, rows) - 5,
    }
    return answers, answers + misses[shape]


@pytest.mark.parametrize("shape", ["even", "growing", "skewed"])
@pytest.mark.parametrize("rows", [300, 3000])
def test_about_8_of_10_new_values_lie_in_their_range(shape: str, rows: int) -> None:
    ranges = Intervals.learn(*missed(rows, shape))

    inside = within(ranges, *missed(20_000, shape))

    assert 0.77 <= np.mean(inside) <= 0.87


@pytest.mark.parametrize("rows", [20, 40])
def test_few_rows_give_ranges_that_are_rather_too_wide(rows: int) -> None:
    inside = [
        np.mean(within(Intervals.learn(*missed(rows, "even", seed)), *missed(500, "even", seed)))
        for seed in range(200)
    ]

    assert 0.8 <= np.mean(inside) <= 0.95


def test_large_answers_have_wide_ranges_where_they_are_missed_by_more() -> None:
    ranges = Intervals.learn(*missed(2000, "growing"))

    low, high = ranges.around(np.array([15.0, 90.0]))

    assert (high - low)[1] > 3 * (high - low)[0]


def test_a_range_holds_its_answer_even_if_all_misses_are_on_one_side() -> None:
    answers = np.linspace(0, 1, 50)

    low, high = Intervals.learn(answers, answers + 3).around(answers)

    np.testing.assert_allclose(low, answers)
    np.testing.assert_allclose(high, answers + 3)


def test_answers_beyond_those_learned_from_have_the_range_of_the_last() -> None:
    ranges = Intervals.learn(*missed(2000, "growing"))

    low, high = ranges.around(np.array([100.0, 1e9]))

    assert high[1] - low[1] == pytest.approx(high[0] - low[0], rel=0.2)


def test_coverage_is_measured_on_the_half_that_the_ranges_did_not_learn_from() -> None:
    answers, values = missed(1000, "even")
    far = np.where(np.arange(1000) % 2 == 0, values, values + 1000)

    assert coverage(answers, values, np.arange(1000)) == pytest.approx(0.8, abs=0.05)
    assert coverage(answers, far, np.arange(1000)) < 0.55


def test_the_ranges_of_a_training_hold_8_of_10_values_that_it_never_saw(numbers_kept_aside: Learned) -> None:
    outcome = numbers_kept_aside.outcome
    assert outcome.intervals is not None
    unseen = outcome.unseen

    inside = within(outcome.intervals, unseen.answers[:, 0], unseen.values.astype(np.float64))

    misses = numbers_kept_aside.judged.scored.misses
    assert misses is not None
    assert misses.coverage == np.mean(inside)
    assert 0.68 <= misses.coverage <= 0.92

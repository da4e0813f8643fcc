"""From answers for unseen rows to the records of a results page."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.scoring import measure_of, score, seen_of, skill
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.target import Target
from desktop_app.records.results import Skill

DICE = np.random.default_rng(14)


def target_of(values: Any, classes: int) -> Target:
    found = np.asarray(values)
    return Target(
        name="y",
        task="classification" if classes else "regression",
        classes=tuple("abcdef"[:classes]),
        values=found,
        rows=np.arange(len(found)),
        of=len(found),
        decimals=1,
    )


def unseen_of(values: Any, answers: Any, guess: Any, repeats: int = 1) -> Unseen:
    found, said = np.asarray(values), np.asarray(answers, dtype=np.float64)
    rows = np.tile(np.arange(len(found) // repeats), repeats)
    return Unseen(
        classes=0 if said.shape[1] == 1 else said.shape[1],
        rows=rows,
        values=found,
        answers=said,
        guesses=np.tile(np.asarray(guess, dtype=np.float64), (len(found), 1)),
        clusters=rows,
        repeats=repeats,
    )


def chances(first: Any) -> Any:
    """Return the chances of two kinds from that of the second."""
    found = np.asarray(first, dtype=np.float64)
    return np.stack([1 - found, found], axis=1)


RARE = np.arange(100) % 20 == 0  # 5 of 100


def test_skill_is_one_minus_the_loss_over_that_of_the_simplest_guess() -> None:
    unseen = unseen_of([0, 1, 1, 0], chances([0.2, 0.9, 0.6, 0.5]), [0.5, 0.5])

    found = skill(unseen, 0)

    loss = -np.log([0.8, 0.9, 0.6, 0.5]).mean()
    assert found.value == pytest.approx(1 - loss / np.log(2))
    assert found.low < found.value


def test_skill_of_a_number_is_the_share_of_the_spread_that_is_explained() -> None:
    values = DICE.normal(10, 2, 200)
    misses = DICE.normal(0, 1, 200)

    found = skill(unseen_of(values, (values + misses)[:, None], [10.0]), 0)

    assert found.value == pytest.approx(1 - (misses**2).sum() / ((values - 10) ** 2).sum())


def test_answers_worse_than_the_guess_have_a_skill_below_zero() -> None:
    assert skill(unseen_of([0, 1] * 20, chances([0.9, 0.1] * 20), [0.5, 0.5]), 0).value < 0


@pytest.mark.parametrize(
    "unseen",
    [
        unseen_of([0, 1, 0], chances([0.3] * 3), [0.7, 0.3]),
        unseen_of([0, 0, 0], chances([0.01] * 3), [0.5, 0.5]),
        unseen_of([5.0, 5.0], [[5.0], [5.0]], [5.0]),
    ],
)
def test_where_there_is_nothing_to_tell_apart_there_is_no_skill(unseen: Unseen) -> None:
    assert skill(unseen, 0) == Skill(value=0.0, low=0.0)


@pytest.mark.parametrize(
    ("values", "answers", "guess", "shape", "metric"),
    [
        ([0, 1] * 50, chances([0.2, 0.8] * 50), [0.5, 0.5], "two", "accuracy"),
        ([0, 1] * 50, chances([0.2] * 100), [0.5, 0.5], "rare", "precision_at_k"),
        (RARE.astype(int), chances(RARE * 0.9), [0.95, 0.05], "rare", "precision_at_k"),
        (np.arange(99) % 3, np.eye(3)[np.arange(99) % 3], [0.4, 0.3, 0.3], "many", "accuracy"),
        (
            RARE * (1 + np.arange(100) // 50),
            np.tile([1.0, 0, 0], (100, 1)),
            [1, 0, 0],
            "many",
            "balanced_accuracy",
        ),
        (np.arange(9.0), np.zeros((9, 1)), [4.0], "number", "mean_absolute_error"),
    ],
)
def test_the_measure_is_one_that_tells_something(
    values: Any, answers: Any, guess: Any, shape: str, metric: str
) -> None:
    classes = 0 if len(guess) == 1 else len(guess)

    found = measure_of(unseen_of(values, answers, guess), target_of(values, classes), guessing=False)

    assert (found[1], found[0].metric) == (shape, metric)


def test_a_model_that_guesses_is_measured_by_how_many_are_right() -> None:
    unseen = unseen_of([0, 1] * 50, chances([0.2] * 100), [0.5, 0.5])

    measure, _ = measure_of(unseen, target_of([0, 1] * 50, 2), guessing=True)

    assert measure.metric == "accuracy"


def test_a_score_lies_in_its_range_beside_the_guess_in_the_same_measure() -> None:
    values = np.array([0, 1] * 50)
    said = np.where(np.arange(100) < 80, values, 1 - values)

    found = score(
        unseen_of(values, chances(said * 0.8 + 0.1), [0.6, 0.4]),
        target_of(values, 2),
        Measure(metric="accuracy"),
        0,
    )

    assert (found.score.value, found.baseline.value, found.score.rows) == (0.8, 0.5, 100)
    assert found.score.low < 0.8 < found.score.high
    assert found.score.high - found.score.low == pytest.approx(4 * 0.04, rel=0.2)
    assert found.confusion is not None
    assert found.confusion.counts == ((40, 10), (10, 40))


def test_the_rare_kind_is_counted_among_the_surest() -> None:
    truth, surest = RARE.astype(int), RARE.copy()
    surest[[0, 1]] = [False, True]

    found = score(
        unseen_of(truth, chances(surest * 0.9), [0.95, 0.05]),
        target_of(np.tile(truth, 3), 2),
        Measure(metric="precision_at_k", rare=1),
        0,
    )

    assert found.rare is not None
    assert (found.rare.value, found.rare.k, found.rare.found) == ("b", 5, 4)
    assert (found.rare.positives, found.rare.test_positives) == (15, 5)
    assert found.rare.random == pytest.approx(5 * 5 / 100)


def test_rows_that_were_tested_twice_are_counted_once() -> None:
    truth = np.tile(RARE.astype(int), 2)
    once_right = np.concatenate([RARE, np.roll(RARE, 1)])

    found = score(
        unseen_of(truth, chances(once_right * 0.9), [0.95, 0.05], repeats=2),
        target_of(truth[:100], 2),
        Measure(metric="precision_at_k", rare=1),
        0,
    )

    assert found.score.rows == 100
    assert found.rare is not None
    assert (found.rare.k, found.rare.found) == (5, 2)
    assert found.confusion is not None
    assert np.sum(found.confusion.counts, axis=1).tolist() == [95, 5]


def test_misses_of_a_number_are_told_by_half_and_by_tenth() -> None:
    values = np.arange(1000.0)
    off = np.tile(np.arange(10.0), 100)

    found = score(
        unseen_of(values, (values + off)[:, None], [500.0]),
        target_of(values, 0),
        Measure(metric="mean_absolute_error"),
        0,
    )

    assert (found.score.value, found.baseline.value, found.baseline.answer) == (4.5, 250.0, "499.5")
    assert found.misses is not None
    assert (found.misses.half, found.misses.of) == (4.5, 1000)
    assert found.misses.tenth == pytest.approx(8.1, abs=0.2)
    assert set(found.misses.pairs) == {(value, value + miss) for value, miss in zip(values, off, strict=True)}


def test_of_very_many_misses_a_sample_is_drawn_the_same_for_the_same_seed() -> None:
    values = np.arange(3000.0)
    unseen, target = unseen_of(values, values[:, None] + 1, [0.0]), target_of(values, 0)
    one, same, other = (
        score(unseen, target, Measure(metric="mean_absolute_error"), seed).misses for seed in (1, 1, 2)
    )

    assert one is not None
    assert other is not None
    assert len(one.pairs) == 2000
    assert one == same
    assert one.pairs != other.pairs


def test_the_score_on_rows_learned_from_is_in_the_same_measure() -> None:
    said = chances([0.1, 0.9, 0.9, 0.1])

    assert seen_of(np.array([0, 1, 1, 1]), said, Measure(metric="accuracy"), 2) == 0.75


def test_resampling_depends_on_the_seed_alone() -> None:
    values = DICE.normal(size=60)
    unseen = unseen_of(values, values[:, None] ** 2, [0.0])

    assert skill(unseen, 3) == skill(replace(unseen), 3)
    assert skill(unseen, 3).low != skill(unseen, 4).low

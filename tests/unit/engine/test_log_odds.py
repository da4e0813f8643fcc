"""How clearly a word goes with an answer, and how often chance alone would let it."""

import numpy as np
import pytest

from desktop_app.engine.explanation.log_odds import beyond_chance, by_chance, surely


def test_the_lady_who_tastes_tea() -> None:
    assert by_chance(4, 4, 4, 8) == pytest.approx(1 / 70)
    assert by_chance(3, 4, 4, 8) == pytest.approx(17 / 70)
    assert by_chance(0, 4, 4, 8) == 1


@pytest.mark.parametrize(("found", "holding", "rows", "of"), [(0, 0, 5, 9), (5, 9, 5, 9), (0, 3, 0, 9)])
def test_what_could_not_be_otherwise_is_chance(found: int, holding: int, rows: int, of: int) -> None:
    assert by_chance(found, holding, rows, of) == 1


def test_the_more_are_tested_the_clearer_each_has_to_be() -> None:
    assert beyond_chance(np.array([0.02, 0.001, 0.02]), 0.05).tolist() == [True, True, True]
    assert beyond_chance(np.array([0.03, 0.001, 0.5]), 0.05).tolist() == [False, True, False]
    assert beyond_chance(np.zeros(0), 0.05).tolist() == []


def test_clear_words_come_before_frequent_ones_and_those_before_rare_ones() -> None:
    found, others = np.array([[30.0], [80.0], [2.0], [20.0]]), np.array([[2.0], [60.0], [1.0], [40.0]])

    clear, frequent, rare, alike = surely(found, others, np.array([100.0]), np.array([200.0]))[:, 0]

    assert clear > frequent > 0 > rare
    assert alike < 0


def test_a_word_that_every_row_holds_or_none_says_nothing() -> None:
    held = np.array([[10.0], [0.0]])

    assert (surely(held, 2 * held, np.array([10.0]), np.array([20.0])) <= 0).all()

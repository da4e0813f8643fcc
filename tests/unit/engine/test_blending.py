"""Which kinds make up the model that is delivered, on made answers of which the best mixture is known."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.effort import for_one_page
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part
from desktop_app.engine.search.blending import Choice, choose, strongest_part
from desktop_app.engine.search.practice import practice_with
from desktop_app.records.results import ModelName
from tests.unit.engine.made import MANY, question_of, signal

COUNT = 100
ROWS = np.arange(COUNT)
TRUTH = np.tile([10.0, -10.0], MANY // 2)
DICE = np.random.default_rng(17)
ONE, TWO, THREE = DICE.normal(size=(3, COUNT))
UP_AND_DOWN = np.tile([1.0, 1.0, -1.0, -1.0], COUNT // 4)


def material() -> Material:
    """Return a question whose answers are 10 and -10, so that the simplest guess is off by 10."""
    made = question_of(signal(MANY), "spent").material
    return replace(made, target=replace(made.target, values=TRUTH))


NUMBERS = material()
KINDS = question_of(signal(MANY), "left").material


def chosen(rows: Any = ROWS, **misses: Any) -> Choice:
    """Return the choice between the simplest guess and kinds that miss each row by so much."""
    order: dict[Any, Any] = {"baseline": -TRUTH[rows], **misses}
    return choose(
        NUMBERS,
        [practice_with(NUMBERS, kind, (TRUTH[rows] + miss)[:, None], rows) for kind, miss in order.items()],
    )


def shares(choice: Choice) -> dict[str, float]:
    return {part.kind: part.weight for part in choice.recipe}


def short(loss: Any, rows: Any = ROWS) -> Any:
    """Return misses of this part of the loss of the simplest guess, on its side, so that no mixture helps."""
    return -TRUTH[rows] * np.sqrt(loss)


def test_of_two_kinds_that_err_in_opposite_ways_each_is_half() -> None:
    found = chosen(linear=ONE, boosting=-ONE)

    assert shares(found) == {"linear": 0.5, "boosting": 0.5}
    assert found.practice.kind == "together"
    assert found.practice.loss == pytest.approx(0, abs=1e-12)


def test_the_one_that_errs_three_times_as_far_counts_a_third_as_much() -> None:
    found = chosen(linear=ONE, boosting=-3 * ONE)

    assert shares(found) == pytest.approx({"linear": 0.75, "boosting": 0.25}, abs=0.04)


def test_a_kind_that_the_others_do_not_miss_is_left_out() -> None:
    found = chosen(linear=ONE, boosting=TWO, forest=ONE + 0.2 * THREE)

    assert set(shares(found)) == {"linear", "boosting"}


def test_the_weights_add_up_to_1_and_none_is_a_crumb() -> None:
    found = chosen(linear=ONE, boosting=1.2 * TWO, kernel=1.4 * THREE, forest=ONE + TWO + THREE)

    assert sum(shares(found).values()) == pytest.approx(1)
    assert min(shares(found).values()) >= 0.04
    assert {"linear", "boosting", "kernel"} <= set(shares(found))


def test_a_kind_that_goes_too_far_leaves_a_share_to_the_simplest_guess() -> None:
    alone = 0.5 * TRUTH[ROWS] + 0.1 * ONE

    found = chosen(linear=alone)

    assert shares(found) == pytest.approx({"linear": 2 / 3}, abs=0.05)
    assert found.practice.kind == "linear"
    assert found.practice.loss < 0.1 * float(np.mean(alone**2))


def test_probabilities_are_mixed_where_each_kind_knows_other_rows() -> None:
    rows, first = np.arange(COUNT), np.arange(COUNT) < COUNT // 2
    codes = KINDS.target.codes[rows]
    kinds: dict[ModelName, Any] = {"baseline": 0.5, "linear": np.where(first, 0.9, 0.5)}
    kinds["forest"] = np.where(first, 0.5, 0.9)

    def chances(of_right: Any) -> Any:
        right = np.broadcast_to(of_right, COUNT)
        return np.where(codes[:, None] == np.arange(2), right[:, None], 1 - right[:, None])

    found = choose(KINDS, [practice_with(KINDS, kind, chances(p), rows) for kind, p in kinds.items()])

    assert shares(found) == pytest.approx({"linear": 0.5, "forest": 0.5}, abs=0.05)
    assert found.practice.loss == pytest.approx(-np.log(0.7), abs=1e-3)


def test_a_rule_that_is_to_be_read_leans_on_nothing() -> None:
    alone = 0.5 * TRUTH[ROWS] + 0.1 * ONE
    readable = replace(NUMBERS, effort=for_one_page(NUMBERS.effort))
    misses: dict[ModelName, Any] = {"baseline": -TRUTH[ROWS], "rule": alone}
    practices = [
        practice_with(readable, kind, (TRUTH[ROWS] + miss)[:, None], ROWS) for kind, miss in misses.items()
    ]

    assert shares(choose(readable, practices)) == {"rule": 1.0}
    assert shares(choose(NUMBERS, practices))["rule"] < 0.8
    assert shares(choose(readable, practices[:1])) == {}


def test_the_best_alone_is_chosen_where_no_mixture_is_better() -> None:
    found = chosen(linear=short(0.5), boosting=short(0.4), forest=short(0.3))

    assert shares(found) == {"forest": 1.0}
    assert found.practice.kind == "forest"


def test_a_simpler_one_is_chosen_where_the_difference_is_chance() -> None:
    found = chosen(linear=short(0.501 + 0.1 * UP_AND_DOWN), boosting=short(0.5))

    assert shares(found) == {"linear": 1.0}


def test_a_simpler_one_is_chosen_where_a_mixture_is_better_by_chance_only() -> None:
    nudge = 0.1 * UP_AND_DOWN + 0.001 * np.arange(COUNT)
    practices = chosen(linear=ONE, boosting=ONE + nudge * np.sign(ONE))

    assert shares(practices) == {"linear": 1.0}


def test_a_simpler_one_that_is_clearly_worse_is_not_put_first_even_by_noise() -> None:
    few = np.arange(20)

    found = chosen(few, linear=short(0.55 + 0.45 * UP_AND_DOWN[few], few), boosting=short(0.5, few))

    assert shares(found) == {"boosting": 1.0}


def test_the_simplest_guess_is_kept_unless_it_is_beaten_beyond_chance() -> None:
    away = -TRUTH[ROWS] + 3 * TWO

    assert shares(chosen(linear=away, boosting=away + ONE)) == {}
    assert chosen(linear=away).practice.kind == "baseline"
    assert "linear" in shares(chosen(linear=away + 2 * TRUTH[ROWS] * 0.2))


def test_of_equals_the_simplest_is_chosen() -> None:
    found = chosen(linear=short(0.5), boosting=short(0.5), forest=short(0.5))

    assert shares(found) == {"linear": 1.0}


def test_nothing_but_the_guess_is_a_choice_too() -> None:
    assert (chosen().practice.kind, chosen().recipe) == ("baseline", ())


def test_the_part_that_counts_most_stands_for_all_where_many_models_are_needed() -> None:
    linear = Part(kind="linear", setting=0.3, weight=0.4)
    forest = Part(kind="forest", setting=2.0, weight=0.5)

    assert strongest_part((linear, forest)) == (replace(forest, weight=1.0),)
    assert strongest_part(()) == ()

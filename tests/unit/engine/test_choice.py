"""Which model is delivered."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.choice import Practice, choose, losses_of, practise
from desktop_app.engine.finished import Finished
from desktop_app.engine.model import Chosen
from tests.unit.engine.made import Learned

ORDER: tuple[Chosen, ...] = ("baseline", "linear", "boosting", "forest")


def practice(kind: Chosen, losses: Sequence[float]) -> Practice:
    found = np.asarray(losses, dtype=np.float64)
    return Practice(
        kind=kind, setting=0.0, losses=found, answers=np.zeros((len(found), 1)), rows=np.arange(len(found))
    )


def chosen(**losses: Any) -> str:
    return choose([practice(kind, losses[kind]) for kind in ORDER if kind in losses]).kind


def about(mean: float, spread: float = 0.0) -> Any:
    """Return losses of this mean, every second higher."""
    return mean + spread * np.tile([1.0, -1.0], 50)


def test_the_best_is_chosen_where_it_is_better_in_every_row() -> None:
    assert chosen(baseline=about(1), linear=about(0.5), boosting=about(0.4), forest=about(0.3)) == "forest"


def test_a_simpler_one_is_chosen_where_the_difference_is_chance() -> None:
    assert chosen(baseline=about(1), linear=about(0.501, 0.1), boosting=about(0.5)) == "linear"


def test_a_simpler_one_that_is_clearly_worse_is_not_put_first_even_by_noise() -> None:
    assert chosen(baseline=about(1), linear=about(0.55, 2), boosting=about(0.5)) == "boosting"


def test_the_simplest_guess_is_kept_unless_it_is_beaten_beyond_chance() -> None:
    assert chosen(baseline=about(1), linear=about(0.95, 1)) == "baseline"
    assert chosen(baseline=about(1), linear=about(0.85, 1)) == "linear"


def test_of_equals_the_simplest_is_chosen() -> None:
    assert chosen(baseline=about(1), linear=about(0.5), boosting=about(0.5), forest=about(0.5)) == "linear"


def test_nothing_but_the_guess_is_a_choice_too() -> None:
    assert chosen(baseline=about(1)) == "baseline"


def test_the_loss_of_a_kind_is_minus_the_log_of_the_chance_it_gave_it(kinds_kept_aside: Learned) -> None:
    material, rows = kinds_kept_aside.material, np.array([0, 1])
    chances = np.array([[0.25, 0.75], [1.0, 0.0]])

    losses = losses_of(material, chances, rows)

    expected = [chances[place, code] for place, code in enumerate(material.target.codes[rows])]
    assert losses == pytest.approx(-np.log(np.maximum(expected, 1e-15)))


def test_the_loss_of_a_number_is_the_square_of_the_miss(numbers_kept_aside: Learned) -> None:
    material, rows = numbers_kept_aside.material, np.array([3, 4])
    answers = material.target.amounts[rows][:, None] + np.array([[2.0], [-3.0]])

    assert losses_of(material, answers, rows) == pytest.approx([4, 9])


def test_each_kind_is_judged_at_its_best_setting_on_the_same_hidden_rows(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material

    practices = practise(material, kinds_kept_aside.finished, material.split.outer)

    assert [found.kind for found in practices] == list(ORDER)
    for found, one in zip(practices[1:], kinds_kept_aside.finished, strict=True):
        answers = np.concatenate([one.answers[place] for place in material.split.outer], axis=1)
        losses = losses_of(material, answers, found.rows).mean(axis=1)
        assert found.loss == pytest.approx(losses.min())
        assert found.setting == one.facts.settings[int(np.argmin(losses))]


def test_a_row_that_was_hidden_twice_counts_once(numbers_in_turn: Learned) -> None:
    material = numbers_in_turn.material

    for found in practise(material, numbers_in_turn.finished, material.split.outer):
        assert len(found.losses) == len(material.cells)
        assert len(found.rows) == 2 * len(material.cells)
        assert found.loss == pytest.approx(losses_of(material, found.answers, found.rows).mean())


def cut(finished: Finished, parts: int) -> Finished:
    answers = {place: finished.answers[place] for place in range(parts)}
    return replace(finished, facts=replace(finished.facts, cut=True), answers=answers)


def test_kinds_are_compared_on_the_parts_that_all_have(kinds_kept_aside: Learned) -> None:
    material, (linear, *others) = kinds_kept_aside.material, kinds_kept_aside.finished

    practices = practise(material, [cut(linear, 1), *others], material.split.outer)

    assert {found.rows.tobytes() for found in practices} == {material.split.parts[0].hidden.tobytes()}


def test_a_kind_that_failed_or_could_not_repeat_its_choice_is_not_compared(kinds_in_turn: Learned) -> None:
    material, (linear, boosting, forest) = kinds_in_turn.material, kinds_in_turn.finished
    failed = Finished(facts=replace(forest.facts, failed=True))

    practices = practise(material, [linear, cut(boosting, 1), failed], material.split.outer)

    assert [found.kind for found in practices] == ["baseline", "linear"]
    assert len(practices[0].losses) == len(material.cells)

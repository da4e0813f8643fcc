"""How each kind of model did on rows that were hidden from it, and which kinds are compared."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import losses_of, plainest, practise
from tests.unit.engine.made import TRIED, Learned


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

    assert [found.kind for found in practices] == ["baseline", *TRIED]
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


def test_a_kind_whose_time_was_up_is_left_out_where_others_are_whole(kinds_kept_aside: Learned) -> None:
    material, (linear, boosting, *others) = kinds_kept_aside.material, kinds_kept_aside.finished

    practices = practise(material, [linear, cut(boosting, 1), *others], material.split.outer)

    assert [found.kind for found in practices] == ["baseline", *(k for k in TRIED if k != "boosting")]
    assert all(len(found.rows) == len(material.split.search) for found in practices)


def test_where_none_is_whole_kinds_are_compared_on_the_parts_that_all_have(kinds_kept_aside: Learned) -> None:
    material, (linear, boosting, *_) = kinds_kept_aside.material, kinds_kept_aside.finished

    practices = practise(material, [cut(linear, 2), cut(boosting, 1)], material.split.outer)

    assert [found.kind for found in practices] == ["baseline", "linear", "boosting"]
    assert {found.rows.tobytes() for found in practices} == {material.split.parts[0].hidden.tobytes()}


def test_a_kind_that_failed_or_could_not_repeat_its_choice_is_not_compared(kinds_in_turn: Learned) -> None:
    material, (linear, boosting, *_, forest) = kinds_in_turn.material, kinds_in_turn.finished
    failed = Finished(facts=replace(forest.facts, failed=True))

    practices = practise(material, [linear, cut(boosting, 1), failed], material.split.outer)

    assert [found.kind for found in practices] == ["baseline", "linear"]
    assert len(practices[0].losses) == len(material.cells)


def test_where_no_kind_is_whole_few_rows_are_answered_by_the_simplest_guess(kinds_in_turn: Learned) -> None:
    material, (linear, *_) = kinds_in_turn.material, kinds_in_turn.finished

    assert [found.kind for found in practise(material, [cut(linear, 1)], material.split.outer)] == [
        "baseline"
    ]


@pytest.mark.parametrize(
    ("losses", "place"),
    [
        ([[1.0, 1.2, 0.8, 1.0], [0.9, 1.3, 0.7, 1.0]], 0),  # hardly better, now here and now there
        ([[1.0, 1.2, 0.8, 1.0], [0.5, 0.7, 0.3, 0.5]], 1),
        ([[0.5, 0.7], [0.5, 0.7], [0.6, 0.8]], 0),
    ],
)
def test_a_longer_page_must_be_better_beyond_chance(losses: list[list[float]], place: int) -> None:
    assert plainest(np.array(losses)) == place

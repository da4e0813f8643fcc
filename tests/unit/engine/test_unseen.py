"""Answers for rows that no choice has seen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation import unseen as ground
from desktop_app.engine.evaluation.unseen import Trial, Unseen, answers_while_hidden
from desktop_app.engine.model import Part, learn_model
from desktop_app.engine.search.finished import Finished
from tests.unit.engine.made import Learned


def unseen_of(values: Any, answers: Any, classes: int) -> Unseen:
    rows = np.arange(len(values))
    found = np.asarray(answers, dtype=np.float64)
    return Unseen(
        classes=classes,
        rows=rows,
        values=np.asarray(values),
        answers=found,
        guesses=found,
        clusters=rows,
        repeats=1,
    )


def test_the_loss_is_minus_the_log_of_what_was_right() -> None:
    tests = unseen_of([0, 1, 1], [[0.5, 0.5], [0.75, 0.25], [1.0, 0.0]], 2)

    assert tests.losses(tests.answers) == pytest.approx([np.log(2), np.log(4), -np.log(1e-15)])


def test_the_loss_of_a_number_is_the_squared_miss() -> None:
    tests = unseen_of([1.0, 2.0], [[1.5], [0.0]], 0)

    assert tests.losses(tests.answers).tolist() == [0.25, 4.0]


def test_a_trial_is_asked_for_its_rows_with_the_guess_of_those_it_learned_from(
    numbers_kept_aside: Learned,
) -> None:
    material = numbers_kept_aside.material
    learn, rows = np.arange(50), np.array([60, 61])
    model = learn_model(material, learn, (Part(kind="linear", setting=0.3),))

    found = ground.tested_unseen(material, [Trial(model=model, rows=rows), Trial(model=model, rows=rows[:1])])

    assert found.rows.tolist() == [60, 61, 60]
    assert found.values.tolist() == material.target.values[[60, 61, 60]].tolist()
    assert found.guesses[:, 0] == pytest.approx([material.target.amounts[:50].mean()] * 3)
    assert found.answers[:2].tolist() == model.answers(material.cells.take(rows)).tolist()
    assert found.clusters[0] == found.clusters[2] != found.clusters[1]


def worthless(finished: Sequence[Finished], outer: int, inner: Sequence[int], classes: int) -> list[Finished]:
    """Return the same kinds, but useless in the parts in which the choice for *outer* is repeated."""
    bad = 1 / classes if classes else 1e9
    return [
        replace(
            found,
            answers={
                place: np.full_like(answers, bad) if place in inner else answers
                for place, answers in found.answers.items()
            },
        )
        for found in finished
    ]


@pytest.mark.parametrize("fixture", ["kinds_in_turn", "numbers_in_turn"])
def test_where_no_kind_proved_itself_without_a_row_the_row_gets_the_simplest_guess(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    made: Learned = request.getfixturevalue(fixture)
    material, outer = made.material, made.material.split.outer[0]
    inner = material.split.inside(outer)

    found = answers_while_hidden(
        material, worthless(made.finished, outer, inner, len(material.target.classes))
    )

    hidden = len(material.split.parts[outer].hidden)
    np.testing.assert_array_equal(found.answers[:hidden], found.guesses[:hidden])
    assert not np.array_equal(found.answers[hidden:], found.guesses[hidden:])
    assert found.tested == len(material.cells)

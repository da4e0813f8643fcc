"""Boosting: one fit looked at after several numbers of rounds, stopped only by rows that may say so."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.effort import Tested
from desktop_app.engine.kinds.boosting import Boosting
from desktop_app.engine.kinds.kind import Conditions, Lesson, answers_of
from tests.unit.engine.made import MANY, question_of, signal

DICE = np.random.default_rng(8)
KINDS = question_of(signal(MANY), "left").material
HALF = MANY // 2
FEATURES: Any = KINDS.prepare(np.arange(HALF)).features("means", KINDS.cells)
LEARN = Lesson(features=FEATURES[:HALF], values=KINDS.target.values[:HALF])


def conditions(tested: Tested, *rounds: int) -> Conditions:
    effort = replace(KINDS.effort, tested=tested, rounds=rounds or (5, 15))
    return replace(KINDS.conditions, effort=effort)


def path(tested: Tested, values: Any, *rounds: int) -> Floats:
    hidden = Lesson(features=FEATURES[HALF:], values=values)
    return Boosting().path(conditions(tested, *rounds), LEARN, hidden)


def test_each_look_is_the_model_of_so_many_rounds() -> None:
    path_of_two = path("repeated", KINDS.target.values[HALF:], 5, 15)

    for place, rounds in enumerate((5, 15)):
        model = Boosting().fit(conditions("repeated"), LEARN, float(rounds))
        np.testing.assert_allclose(path_of_two[place], answers_of(model, FEATURES[HALF:], 2), atol=1e-6)


def test_where_the_hidden_rows_give_the_score_they_change_nothing() -> None:
    truth = KINDS.target.values[HALF:]

    found, same = (path("repeated", values, 5, 60, 100) for values in (truth, 1 - truth))

    np.testing.assert_array_equal(found, same)


def test_elsewhere_it_goes_no_further_once_hidden_rows_gain_nothing() -> None:
    shuffled = DICE.permutation(KINDS.target.values[HALF:])

    found = path("held_out", shuffled, 5, 60, 100, 150)

    np.testing.assert_array_equal(found[-1], found[-2])
    assert not np.array_equal(found[0], found[-1])


@pytest.mark.parametrize("tested", ["held_out", "held_out_no_refit"])
def test_a_kind_that_only_hidden_rows_show_does_not_matter(tested: Tested) -> None:
    new = np.where(np.arange(MANY - HALF) < 3, 2, KINDS.target.values[HALF:])
    hidden = Lesson(features=FEATURES[HALF:], values=new)

    found = Boosting().path(replace(conditions(tested), classes=3), LEARN, hidden)

    assert not found[..., 2].any()

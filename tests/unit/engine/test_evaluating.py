"""The record of a training: which kinds were compared, and what each counts in what is delivered."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.model import Part, Recipe
from desktop_app.engine.question import read_question
from desktop_app.engine.search.blending import Choice
from desktop_app.engine.search.finished import Facts, Finished
from desktop_app.engine.search.practice import Practice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Candidate
from tests.unit.engine.made import MANY, TRIED, Learned, signal, table_for


def candidates(made: Learned, practice: Practice, recipe: Recipe) -> dict[str, Candidate]:
    outcome = replace(made.outcome, choice=Choice(practice=practice, recipe=recipe))
    ending = Ending(finished=tuple(made.finished), seconds=1.0)
    found = evaluation_of(made.question, outcome, made.judged, ending).candidates
    assert [one.chosen for one in found].count(True) == 1
    return {one.name: one for one in found}


def test_a_blend_is_one_more_candidate_and_says_what_each_kind_counts(kinds_kept_aside: Learned) -> None:
    best = kinds_kept_aside.outcome.practices[1]
    recipe = (Part(kind="linear", setting=0.3, weight=0.7), Part(kind="forest", setting=2.0, weight=0.3))

    found = candidates(kinds_kept_aside, replace(best, kind="together"), recipe)

    assert list(found) == ["baseline", *TRIED, "together"]
    assert found["together"].chosen
    weights = {name: one.weight for name, one in found.items() if one.weight}
    assert weights == {"linear": 0.7, "forest": 0.3}


def test_one_kind_alone_is_the_candidate_itself(kinds_kept_aside: Learned) -> None:
    forest = kinds_kept_aside.outcome.practices[-1]

    found = candidates(kinds_kept_aside, forest, (Part(kind="forest", setting=2.0),))

    assert list(found) == ["baseline", *TRIED]
    assert (found["forest"].chosen, found["forest"].weight) == (True, 1.0)


def test_a_kind_that_leans_on_the_simplest_guess_is_told_as_it_is_delivered(
    kinds_kept_aside: Learned,
) -> None:
    linear = kinds_kept_aside.outcome.practices[1]
    leaning = replace(linear, losses=linear.losses * 0.9)

    found = candidates(kinds_kept_aside, leaning, (Part(kind="linear", setting=0.3, weight=0.8),))

    assert list(found) == ["baseline", *TRIED]
    assert (found["linear"].chosen, found["linear"].weight) == (True, 0.8)
    assert found["linear"].score == pytest.approx(0.9 * linear.loss)


def test_the_simplest_guess_can_be_what_is_delivered(kinds_kept_aside: Learned) -> None:
    found = candidates(kinds_kept_aside, kinds_kept_aside.outcome.practices[0], ())

    assert found["baseline"].chosen
    assert not any(one.weight for one in found.values())


def longer_helps(made: Learned, budget: float, *, cut: bool = False) -> bool:
    """Return what is said where all kinds were tried, the last one perhaps not to its end."""
    frame = signal(MANY).drop(columns="left")
    question = read_question(frame, table_for(frame), TrainingPlan(target="spent", budget=budget))
    kinds = question.material.effort.kinds
    finished = tuple(
        Finished(facts=Facts(kind=kind, identity="", settings=(), seconds=1.0, cut=cut and kind == kinds[-1]))
        for kind in kinds
    )
    ending = Ending(finished=finished, seconds=1.0)
    return evaluation_of(question, made.outcome, made.judged, ending).longer_helps


@pytest.mark.parametrize(("budget", "helps"), [(15.0, True), (60.0, False), (300.0, False)])
def test_longer_helps_only_where_it_would_try_more(
    budget: float, helps: bool, numbers_kept_aside: Learned
) -> None:
    assert longer_helps(numbers_kept_aside, budget) is helps


@pytest.mark.parametrize(("budget", "helps"), [(60.0, True), (300.0, False)])
def test_longer_helps_a_kind_that_was_cut_short(
    budget: float, helps: bool, numbers_kept_aside: Learned
) -> None:
    assert longer_helps(numbers_kept_aside, budget, cut=True) is helps


def test_a_rare_class_that_none_of_the_rows_asked_again_is_of_leaves_nothing_to_say_of_them(
    kinds_kept_aside: Learned,
) -> None:
    rare = int(kinds_kept_aside.material.target.codes[0])
    judged = replace(kinds_kept_aside.judged, measure=Measure(metric="precision_at_k", rare=rare))
    others = np.flatnonzero(kinds_kept_aside.material.target.codes != rare)
    outcome = replace(kinds_kept_aside.outcome, learned=others)
    ending = Ending(finished=tuple(kinds_kept_aside.finished), seconds=1.0)

    assert evaluation_of(kinds_kept_aside.question, outcome, judged, ending).seen is None

"""A model that can be read beside the best one, and in its place."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.cells import read_cells
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.where import all_hold
from desktop_app.engine.explanation.rule import rule_of
from desktop_app.engine.question import read_question
from desktop_app.engine.roles import assign_roles
from desktop_app.engine.training import Trained, train
from desktop_app.errors import DataError
from desktop_app.models.opening import open_model
from desktop_app.models.package import WITHOUT_GRAPH, read_package
from desktop_app.models.saving import save_model
from desktop_app.records.insights import Rule
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from tests.unit.engine.made import (
    FEW,
    MANY,
    Learned,
    frame_of,
    noise,
    question_of,
    signal,
    table_for,
    trained,
)

ACCURACY, MISS = Measure(metric="accuracy"), Measure(metric="mean_absolute_error")
COLUMNS = ["age", "calls", "plan"]
PLAN = TrainingPlan(target="left", budget=15.0, readable=True)


@pytest.mark.parametrize(
    ("fixture", "measure"),
    [
        ("kinds_kept_aside", ACCURACY),
        ("numbers_kept_aside", MISS),
        ("numbers_in_turn", MISS),
    ],
)
def test_a_rule_is_better_than_the_simplest_guess_and_hardly_better_than_the_best_model(
    fixture: str, measure: Measure, request: pytest.FixtureRequest
) -> None:
    made: Learned = request.getfixturevalue(fixture)

    found = rule_of(made.material, COLUMNS, measure)

    assert found is not None
    assert 2 <= len(found.branches) <= 6
    best, guess = made.judged.scored.score.value, made.judged.scored.baseline.value
    if measure.sign > 0:
        assert guess < found.value <= best + 0.05
    else:
        assert guess > found.value >= 0.9 * best


def test_its_score_is_what_new_rows_show(numbers_kept_aside: Learned) -> None:
    found = rule_of(numbers_kept_aside.material, COLUMNS, MISS)
    assert found is not None
    new = question_of(signal(4_000, seed=77), "spent").material

    said = np.full(len(new.cells), np.nan)
    for branch in found.branches:
        said[all_hold(branch.where, new.cells)] = float(branch.answer)

    miss = np.mean(np.abs(said - new.target.amounts))
    assert miss == pytest.approx(found.value, rel=0.15)


@pytest.mark.parametrize(("target", "measure"), [("left", ACCURACY), ("spent", MISS)])
@pytest.mark.parametrize("rows", [FEW, MANY])
def test_noise_has_no_rule(target: str, measure: Measure, rows: int) -> None:
    found = [
        rule_of(question_of(noise(rows, seed), target, seed=seed).material, COLUMNS, measure)
        for seed in range(6)
    ]

    assert sum(one is not None for one in found) <= 1


def test_a_short_page_is_preferred_to_a_longer_one_that_is_hardly_better() -> None:
    dice = np.random.default_rng(2)
    calls = dice.normal(size=MANY)
    left = np.where(calls + dice.normal(0, 0.3, MANY) > 0.2, "yes", "no")
    frame = frame_of(age=dice.normal(size=MANY), calls=calls, left=left)

    found = rule_of(question_of(frame, "left").material, ["age", "calls"], ACCURACY)

    assert found is not None
    assert [[where.column for where in branch.where] for branch in found.branches] == [["calls"], ["calls"]]


def test_without_a_column_that_it_could_read_there_is_no_rule(kinds_kept_aside: Learned) -> None:
    assert rule_of(kinds_kept_aside.material, [], ACCURACY) is None


def test_the_same_rows_and_seed_have_the_same_rule(numbers_in_turn: Learned) -> None:
    first, again = (rule_of(numbers_in_turn.material, COLUMNS, MISS) for _ in range(2))

    assert first == again
    assert first == from_json(Rule, to_json(first))


@pytest.fixture(scope="module", params=[240, MANY])
def readable(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A model that was wished to be a rule, of rows tested in turn or kept aside."""
    frame = signal(request.param).drop(columns="spent")
    return trained(frame, table_for(frame), PLAN, tmp_path_factory.mktemp("readable"), lambda _: None)


def test_the_model_that_was_wished_for_is_one_rule_tested_like_any_other(readable: Trained) -> None:
    said = readable.evaluation

    members = readable.predictor.learned.members
    assert [(member.kind, member.weight) for member in members] == [("rule", 1.0)]
    assert [one.name for one in said.candidates if one.chosen] == ["rule"]
    assert said.verdict.level in ("useful", "good")
    assert said.baseline.value < said.score.low
    assert not said.longer_helps
    assert said.warnings == () or "learn.out_of_time" not in [one.code for one in said.warnings]


def test_its_lines_are_those_that_it_answers_by(readable: Trained) -> None:
    rule, score = readable.evaluation.rule, readable.evaluation.score
    assert rule is not None
    assert rule.value == score.value
    new = signal(200, seed=9)

    found = readable.predictor.answer(new)
    cells = read_cells(new, readable.predictor.layout)
    assert found.labels is not None
    for branch in rule.branches:
        assert set(found.labels[all_hold(branch.where, cells)]) == {branch.answer}


def test_it_goes_into_a_model_file_with_all_that_was_found_out(readable: Trained, tmp_path: Path) -> None:
    frame = signal(FEW).drop(columns="spent")

    save_model(tmp_path / "rule.hunch", readable, table_for(frame), PLAN, frame)
    opened = open_model(tmp_path / "rule.hunch")

    assert opened.card.plan.readable
    # Older programs know no rules.
    assert read_package(tmp_path / "rule.hunch").manifest.format == WITHOUT_GRAPH
    assert opened.card.evaluation == readable.evaluation
    assert from_json(Evaluation, to_json(readable.evaluation)) == readable.evaluation
    before, after = (one.answer(frame) for one in (readable.predictor, opened.predictor))
    np.testing.assert_array_equal(before.probabilities, after.probabilities)


def test_it_is_delivered_however_slow_the_computer_is(tmp_path: Path) -> None:
    frame = signal(MANY).drop(columns="spent")
    ticks = iter(range(10**6))

    found = train(
        frame, table_for(frame), PLAN, tmp_path, lambda _: None, clock=lambda: float(next(ticks)), threads=1
    )

    assert [member.kind for member in found.predictor.learned.members] == ["rule"]
    assert found.evaluation.rule is not None


def test_a_rule_reads_no_texts_and_says_so() -> None:
    frame = signal(MANY).assign(remark=[f"row {row} was paid" for row in range(MANY)])
    table = table_for(frame, remark="text")

    left_out = [(one.column, one.reason) for one in assign_roles(table, PLAN).left_out]

    assert ("remark", "text") in left_out
    assert assign_roles(table, replace(PLAN, readable=False)).features["remark"] == "text"
    only = frame[["remark", "left"]]
    with pytest.raises(DataError):
        read_question(only, table_for(only, remark="text"), PLAN)

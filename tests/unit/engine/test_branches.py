"""The lines of a rule say just what it answers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.evaluation.where import all_hold
from desktop_app.engine.explanation.branches import branches_of
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model, Part, Recipe, learn_model
from desktop_app.records.insights import Branch, Where
from tests.unit.engine.made import frame_of, question_of, signal

ROWS = 900
START = np.datetime64("2020-01-01", "us")
RULE: Recipe = (Part(kind="rule", setting=6.0),)


def mixed(seed: int) -> pd.DataFrame:
    """Return columns of every kind that a rule can read, with empty cells and kinds that were seen once."""
    dice = np.random.default_rng(seed)
    age, days = dice.normal(50, 15, ROWS), dice.integers(0, 1_200, ROWS)
    plan = dice.choice(["basic", "gold", "silver", "new"], ROWS).astype(object)
    plan[:2] = ["once", "twice"]
    points = (age - 50) / 15 + np.isin(plan, ["gold", "new"]) * 1.5 + days / 400 + dice.normal(0, 0.4, ROWS)
    points += 2.0 * (dice.random(ROWS) < 0.2)
    age[dice.random(ROWS) < 0.15] = np.nan
    plan[dice.random(ROWS) < 0.1] = None
    return frame_of(
        age=age,
        joined=START + days * np.timedelta64(1, "D"),
        plan=plan,
        answer=np.array(["low", "middle", "high"])[np.digitize(points, [1.5, 3.5])],
        amount=(100 * points).round(2),
    )


def rule_of(target: str, seed: int = 0, recipe: Recipe = RULE) -> tuple[Model, Material, Sequence[Branch]]:
    others = mixed(seed).drop(columns={"answer": "amount", "amount": "answer"}[target])
    material = question_of(others, target).material
    rows = np.arange(len(material.cells))
    model = learn_model(material, rows, recipe)
    return model, material, branches_of(model, material, rows)


@pytest.mark.parametrize("target", ["answer", "amount"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("weight", [1.0, 0.4])
def test_the_lines_and_the_answers_of_the_model_agree_on_every_row(
    target: str, seed: int, weight: float
) -> None:
    recipe = (Part(kind="rule", setting=6.0, weight=weight),)
    model, material, branches = rule_of(target, seed, recipe)

    some = material.cells.take(np.arange(2, 302))  # the first two rows hold kinds that were seen once
    answers = model.answers(some)

    holding = np.stack([all_hold(branch.where, some) for branch in branches])
    assert (holding.sum(axis=0) == 1).all()
    said = [branches[place].answer for place in holding.argmax(axis=0)]
    if target == "amount":
        assert [float(one) for one in said] == pytest.approx(
            answers[:, 0].tolist(), abs=0.51
        )  # as the file would write it
    else:
        assert said == [material.target.classes[code] for code in answers.argmax(axis=1)]


@pytest.mark.parametrize("target", ["answer", "amount"])
def test_each_line_says_how_many_rows_it_holds_for_and_how_often_it_is_right(target: str) -> None:
    model, material, branches = rule_of(target)

    answers = model.answers(material.cells)

    assert sum(branch.share for branch in branches) == pytest.approx(1)
    assert min(branch.share for branch in branches) * ROWS >= 20
    if target == "answer":
        right = np.mean(answers.argmax(axis=1) == material.target.codes)
    else:
        right = np.mean(np.abs(answers[:, 0] - material.target.amounts))
    assert sum(branch.share * branch.right for branch in branches) == pytest.approx(right)


def test_conditions_on_one_column_are_told_as_one() -> None:
    frame = frame_of(age=np.linspace(0, 100, ROWS), spent=np.floor(np.linspace(0, 5.999, ROWS)) * 10)
    material = question_of(frame, "spent").material
    rows = np.arange(ROWS)

    branches = branches_of(learn_model(material, rows, RULE), material, rows)

    assert [float(branch.answer) for branch in branches] == [0, 10, 20, 30, 40, 50]
    assert all(len(branch.where) == 1 for branch in branches)
    ends = [(branch.where[0].low, branch.where[0].high) for branch in branches]
    assert [low for low, _ in ends[1:]] == [high for _, high in ends[:-1]]
    assert (ends[0][0], ends[-1][1]) == (None, None)


def test_days_are_marked_as_days_and_kinds_are_named_by_their_values() -> None:
    _, _, branches = rule_of("amount")

    told = {where.column: where for branch in branches for where in branch.where}
    assert told["joined"].is_date
    assert set(told["plan"].values) <= {"basic", "gold", "silver", "new"}
    assert not told["age"].is_date


@pytest.mark.parametrize("column", ["age", "joined", "plan"])
def test_where_only_emptiness_tells_it_the_other_line_names_what_is_filled(column: str) -> None:
    dice = np.random.default_rng(3)
    cells: Any = {
        "age": dice.normal(50, 10, ROWS),
        "joined": START + dice.integers(0, 900, ROWS) * np.timedelta64(1, "D"),
        "plan": dice.choice(["a", "b"], ROWS).astype(object),
    }[column]
    is_empty = dice.random(ROWS) < 0.3
    cells[is_empty] = {"age": np.nan, "joined": np.datetime64("NaT"), "plan": None}[column]
    frame = frame_of(**{column: cells}, spent=np.where(is_empty, 50.0, 10.0))
    material = question_of(frame, "spent").material
    rows = np.arange(ROWS)

    filled, empty = branches_of(
        learn_model(material, rows, (Part(kind="rule", setting=2.0),)), material, rows
    )

    assert empty.where == (Where(column=column, is_empty=True),)
    assert (float(empty.answer), float(filled.answer)) == (50, 10)
    assert filled.where[0].low is not None or set(filled.where[0].values) == {"a", "b"}
    np.testing.assert_array_equal(all_hold(filled.where, material.cells), ~is_empty)


def test_other_models_have_no_lines() -> None:
    material = question_of(signal(200), "left").material
    rows = np.arange(200)
    both: Recipe = (Part(kind="rule", setting=2.0, weight=0.5), Part(kind="linear", setting=0.3, weight=0.5))

    for recipe in ((), (Part(kind="linear", setting=0.3),), both):
        assert branches_of(learn_model(material, rows, recipe), material, rows) == ()

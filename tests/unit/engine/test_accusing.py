"""Which columns are said to give the answer away: those no honest column looks like."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.question import Question, read_question
from desktop_app.records.plans import LeftOut, TrainingPlan
from tests.unit.engine.made import frame_of, signal, table_for

ROWS = 800
DICE = np.random.default_rng(5)
FRAME = signal(ROWS)
YES = (FRAME["left"] == "yes").to_numpy()
SPENT = FRAME["spent"].to_numpy()
WRONG = DICE.random(ROWS) < 0.02


def asked(x: Any, target: str = "left", **plan: Any) -> Question:
    others = FRAME.drop(columns={"left": "spent", "spent": "left"}[target])
    frame = pd.concat([frame_of(x=x), others], axis=1)
    return read_question(frame, table_for(frame), TrainingPlan(target=target, **plan))


def said(question: Question) -> list[str]:
    return [notice.code for notice in question.warnings if notice.columns == ("x",)]


def reason(question: Question) -> str:
    return next((left.reason for left in question.left_out if left.column == "x"), "")


def average(values: Any) -> Any:
    """Return the average over pairs of rows, a third of the rows alone."""
    group = np.where(np.arange(ROWS) % 3 == 0, np.arange(ROWS), ROWS + np.arange(ROWS) // 3)
    sums, counts = np.bincount(group, weights=values), np.bincount(group)
    return sums[group] / np.maximum(counts[group], 1)


CODES = np.array([f"K{10 * yes + digit}" for yes, digit in zip(YES, DICE.integers(0, 6, ROWS), strict=True)])


@pytest.mark.parametrize(
    ("target", "x", "expected"),
    [
        ("left", CODES.astype(object), "gives_away"),
        ("left", np.where(YES, 1.0, 0.0) + DICE.normal(0, 0.1, ROWS), "gives_away"),
        ("left", np.where(YES, DICE.normal(9, 1, ROWS), np.nan), "filled_later"),
        ("left", average(YES.astype(float)), "average"),
        ("spent", 1.19 * SPENT + DICE.normal(0, 0.05, ROWS), "gives_away"),
        ("spent", np.where(np.median(SPENT) < SPENT, 0.05 * SPENT, np.nan), "filled_later"),
        ("spent", average(SPENT), "average"),
    ],
)
def test_a_column_that_holds_the_answer_is_left_out(target: str, x: Any, expected: str) -> None:
    found = asked(x, target)

    assert reason(found) == expected
    assert "x" not in found.features
    assert "x" not in found.material.cells.layout.names
    assert found.accused == ()


COPY = np.where(YES ^ WRONG, "gone", "there").astype(object)
LATER = np.datetime64("2024-06-01") + np.where(YES ^ WRONG, 40, -40).astype("timedelta64[D]")
NEARLY = SPENT + DICE.normal(0, 0.17 * SPENT.std(), ROWS)


@pytest.mark.parametrize(("target", "x"), [("left", COPY), ("left", LATER), ("spent", NEARLY)])
def test_one_that_nearly_holds_it_is_warned_of_and_used(target: str, x: Any) -> None:
    found = asked(x, target)

    assert said(found) == ["plan.gives_away"]
    assert found.accused == ("x",)
    assert "x" in found.features


HONEST_KINDS = np.select([SPENT < -4, SPENT < 0, SPENT < 5], ["low", "fair", "high"], "top").astype(object)
LOGIT = DICE.logistic(0, 1, ROWS)


@pytest.mark.parametrize(
    ("target", "x"),
    [
        ("left", np.where(YES, 4.0, -4.0) + LOGIT),  # strong, but some rows are in doubt
        ("left", HONEST_KINDS),
        ("left", np.where(DICE.random(ROWS) < 0.2, np.nan, SPENT)),
        ("spent", SPENT + DICE.normal(0, 0.4 * SPENT.std(), ROWS)),
    ],
)
def test_an_honest_strong_column_is_not(target: str, x: Any) -> None:
    found = asked(x, target)

    assert (reason(found), said(found), found.accused) == ("", [], ())


def counts_with_gaps(share: float) -> tuple[Any, Any, pd.DataFrame]:
    """Return averages of counts over pairs, honest estimates, and rows of which some have no count."""
    dice = np.random.default_rng(7)
    rate = dice.uniform(4, 30, ROWS).round()
    counts = dice.poisson(rate).astype(float)
    frame = FRAME.assign(spent=np.where(dice.random(ROWS) < share, np.nan, counts))
    return average(counts), rate, frame


def test_an_average_is_known_although_some_answers_are_missing() -> None:
    averages, honest, frame = counts_with_gaps(0.03)

    for x, expected in ((averages, "average"), (honest, "")):
        question = pd.concat([frame_of(x=x), frame.drop(columns="left")], axis=1)
        found = read_question(question, table_for(question), TrainingPlan(target="spent"))

        assert reason(found) == expected


def test_what_the_person_knows_in_time_is_used_without_a_word() -> None:
    for plan in ({"known": ("x",)}, {"all_known": True}):
        found = asked(CODES.astype(object), **plan)

        assert (reason(found), said(found), found.accused) == ("", [], ("x",))


def test_what_the_person_wants_is_used_and_warned_of() -> None:
    found = asked(CODES.astype(object), include=("x",))

    assert (reason(found), said(found), found.accused) == ("", ["plan.gives_away"], ("x",))


def test_where_nothing_else_would_be_left_it_is_warned_of() -> None:
    frame = frame_of(x=CODES.astype(object), y=np.char.add(CODES, "b").astype(object), left=FRAME["left"])

    found = read_question(frame, table_for(frame), TrainingPlan(target="left"))

    assert found.left_out == ()
    assert found.accused == ("x", "y")


def test_the_only_column_there_is_stands_under_no_suspicion() -> None:
    frame = frame_of(x=CODES.astype(object), left=FRAME["left"])

    found = read_question(frame, table_for(frame), TrainingPlan(target="left"))

    assert (found.left_out, found.accused) == ((), ())


def test_the_reasons_stand_beside_the_others() -> None:
    found = asked(CODES.astype(object), exclude=("plan",))

    assert set(found.left_out) == {
        LeftOut(column="plan", reason="asked"),
        LeftOut(column="x", reason="gives_away"),
    }


def test_many_kinds_of_which_one_is_nearly_all_are_said() -> None:
    kinds = np.select([np.arange(ROWS) < 20, np.arange(ROWS) < 50], ["a", "b"], "c").astype(object)
    frame = FRAME.drop(columns=["left"]).assign(kind=kinds)

    [notice] = [
        notice
        for notice in read_question(frame, table_for(frame), TrainingPlan(target="kind")).warnings
        if notice.code == "plan.uneven"
    ]

    assert (notice.values["common"], notice.values["kinds"]) == ("c", 3)

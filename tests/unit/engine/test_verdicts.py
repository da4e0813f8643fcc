"""Whether to use a model, asked in one order."""

from typing import Any

import pytest

from desktop_app.engine.verdicts import Evidence, capped, level_of
from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import GiveAway, Skill, Verdict, VerdictLevel

LEAK = GiveAway(column="leak", alone=0.97, without=0.6)


def level(
    value: float, low: float, *, leak: GiveAway | None = None, leaning: tuple[str, ...] = (), **plan: Any
) -> VerdictLevel:
    evidence = Evidence(skill=Skill(value=value, low=low), give_away=leak, strongest=leaning)
    return level_of(evidence, TrainingPlan(target="y", **plan))


@pytest.mark.parametrize(
    ("value", "low", "expected"),
    [
        (0.6, 0.0, "guessing"),
        (0.99, -0.1, "guessing"),
        (-0.5, -0.6, "guessing"),
        (0.09, 0.01, "weak"),
        (0.10, 0.01, "useful"),
        (0.49, 0.45, "useful"),
        (0.50, 0.29, "useful"),
        (0.50, 0.30, "good"),
        (0.97, 0.96, "good"),
        (0.98, 0.97, "suspicious"),
    ],
)
def test_the_level_follows_from_the_skill_and_the_low_end_of_its_range(
    value: float, low: float, expected: str
) -> None:
    assert level(value, low) == expected


def test_a_column_that_gives_the_answer_away_is_suspicious_until_it_is_confirmed() -> None:
    assert level(0.7, 0.6, leak=LEAK) == "suspicious"
    assert level(0.7, 0.6, leak=LEAK, known=("age",)) == "suspicious"
    assert level(0.7, 0.6, leak=LEAK, known=("leak",)) == "good"
    assert level(0.7, 0.2, leak=LEAK, known=("leak",)) == "useful"
    assert level(0.7, 0.6, leak=LEAK, all_known=True) == "good"


def test_what_is_too_easy_asks_for_the_three_columns_it_leans_on_most() -> None:
    leaning = ("a", "b", "c", "d")

    assert level(0.99, 0.98, leaning=leaning, known=("a", "b")) == "suspicious"
    assert level(0.99, 0.98, leaning=leaning, known=("a", "b", "c")) == "good"
    assert level(0.99, 0.98, leaning=("a",), known=("a",)) == "good"


def test_where_it_leans_on_nothing_that_can_be_named_all_must_be_confirmed() -> None:
    assert level(0.99, 0.98, known=("a",)) == "suspicious"
    assert level(0.99, 0.98, all_known=True) == "good"


def test_no_better_than_guessing_is_said_even_of_a_give_away() -> None:
    assert level(0.7, 0.0, leak=LEAK) == "guessing"


def check(low: float) -> CostCheck:
    decision = Decision(value="yes", chance=0.2, costs=Costs(missed=4, false=1))
    return CostCheck(decision=decision, cost=20, usual=30, constant="no", alone=25, low=low, high=9)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("guessing", "guessing"),
        ("suspicious", "suspicious"),
        ("weak", "weak"),
        ("useful", "weak"),
        ("good", "weak"),
    ],
)
def test_what_saves_nothing_is_weak_at_most(before: VerdictLevel, after: str) -> None:
    verdict = Verdict(level=before, shape="two")

    assert capped(verdict, check(0.0)).level == capped(verdict, check(-3.0)).level == after
    assert capped(verdict, check(0.1)) == capped(verdict, None) == verdict

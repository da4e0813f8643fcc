"""The verdict: noise is guessing, an honest signal is good, what gives the answer away is suspicious."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.judging import judge
from desktop_app.records.results import EASY, VerdictLevel
from tests.unit.engine.made import MANY, Learned, learned, noise, one_thread, question_of, signal


@pytest.mark.parametrize("target", ["left", "spent"])
@pytest.mark.parametrize(("rows", "seed"), [(60, 1), (MANY, 3)])
def test_pure_noise_is_no_better_than_guessing(tmp_path: Path, target: str, rows: int, seed: int) -> None:
    found = learned(question_of(noise(rows, seed), target, seed=seed), tmp_path)

    assert found.judged.verdict.level == "guessing"


@pytest.mark.parametrize(
    "fixture", ["kinds_kept_aside", "numbers_kept_aside", "kinds_in_turn", "numbers_in_turn"]
)
def test_a_strong_honest_signal_is_good(fixture: str, request: pytest.FixtureRequest) -> None:
    judged = request.getfixturevalue(fixture).judged

    assert judged.verdict.level == "good"
    assert judged.give_away is None
    assert judged.skill.low <= judged.skill.value < 0.98


@pytest.fixture(scope="module", params=["left", "spent"])
def leaking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Learned:
    """A column that is filled in afterwards nearly gives the answer away."""
    frame, dice = signal(MANY), np.random.default_rng(12)
    told = {"left": (frame["left"] == "yes").astype(float), "spent": frame["spent"]}[request.param].to_numpy()
    frame["leak"] = told + dice.normal(0, (0.25 if request.param == "left" else 0.15) * told.std(), MANY)
    return learned(question_of(frame, request.param, include=("leak",)), tmp_path_factory.mktemp("leak"))


def level(found: Learned, **plan: object) -> VerdictLevel:
    question = replace(found.question, plan=replace(found.question.plan, **plan))  # type: ignore[arg-type]
    with one_thread() as pool:
        return judge(question, found.outcome, pool).verdict.level


def test_a_column_that_gives_the_answer_away_is_suspicious_and_named(leaking: Learned) -> None:
    judged = leaking.judged

    assert judged.verdict.level == "suspicious"
    assert judged.give_away is not None
    assert judged.give_away.column == "leak"
    assert judged.give_away.alone >= 0.9


def test_once_it_is_confirmed_as_known_it_is_suspicious_no_longer(leaking: Learned) -> None:
    assert level(leaking, known=("leak",)) == "good"
    assert level(leaking, known=("age", "calls")) == "suspicious"
    assert level(leaking, all_known=True) == "good"


def test_the_score_without_the_column_is_that_of_the_honest_ones(leaking: Learned) -> None:
    give_away, scored = leaking.judged.give_away, leaking.judged.scored
    assert give_away is not None

    if leaking.question.plan.target == "left":
        assert scored.baseline.value < give_away.without < scored.score.value
    else:
        assert scored.baseline.value > give_away.without > scored.score.value


def test_the_same_training_is_judged_the_same(numbers_kept_aside: Learned) -> None:
    with one_thread() as pool:
        again = judge(numbers_kept_aside.question, numbers_kept_aside.outcome, pool)

    assert again == numbers_kept_aside.judged


def test_the_column_that_gives_the_answer_away_is_warned_of_once(leaking: Learned) -> None:
    before = [notice.columns for notice in leaking.question.warnings if notice.code == "plan.gives_away"]
    silent = replace(leaking.question, warnings=())
    with one_thread() as pool:
        [warning] = judge(silent, leaking.outcome, pool).warnings

    assert before == [("leak",)]
    assert leaking.judged.warnings == ()
    assert (warning.code, warning.columns) == ("plan.gives_away", ("leak",))


def test_what_the_person_knows_is_not_warned_of(leaking: Learned) -> None:
    known = replace(leaking.question, warnings=(), plan=replace(leaking.question.plan, known=("leak",)))
    with one_thread() as pool:
        judged = judge(known, leaking.outcome, pool)

    assert judged.warnings == ()
    assert judged.give_away is not None


def test_one_honest_column_that_tells_nearly_all_is_no_give_away(leaking: Learned) -> None:
    honest = replace(leaking.question, accused=(), warnings=())
    less = leaking.judged.skill.value < EASY
    with one_thread() as pool:
        judged = judge(honest, leaking.outcome, pool)

    assert (judged.give_away is None) == less
    assert (judged.verdict.level == "good") == less

"""Of some hundred rows each is hidden once, and the choice repeated without it."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.training import train
from desktop_app.records.plans import TrainingPlan
from tests.unit.engine.conftest import NESTED_BELOW
from tests.unit.engine.made import frame_of, signal, table_for
from tests.unit.engine.test_effort import ANSWERS, WIDTHS, effort


@pytest.fixture(autouse=True)
def as_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.engine.effort.NESTED_BELOW", NESTED_BELOW)


@pytest.mark.parametrize(
    ("rows", "tested", "repeats", "inner"),
    [(399, "repeated", 2, 3), (400, "repeated", 1, 3), (1_999, "repeated", 1, 3), (2_000, "held_out", 1, 0)],
)
def test_a_fifth_is_kept_aside_only_of_so_many_rows_that_it_can_show_something(
    rows: int, tested: str, repeats: int, inner: int
) -> None:
    planned = effort(rows)

    assert (planned.tested, planned.repeats, planned.inner) == (tested, repeats, inner)


@pytest.mark.parametrize("rows", [400, 450, 1_000, 1_900])
@pytest.mark.parametrize("budget", [1.0, 15.0, 60.0])
@pytest.mark.parametrize("answers", ANSWERS)
def test_the_choice_is_repeated_only_where_there_is_time_for_it(
    rows: int, budget: float, answers: int
) -> None:
    for width in WIDTHS:
        planned = effort(rows, budget, width=width, answers=answers)
        if planned.tested == "repeated":
            assert (planned.folds, planned.inner) == (5, 3)
            assert planned.seconds[0] <= 0.31 * budget
        else:
            assert planned.inner == 0


@pytest.mark.parametrize("target", ["left", "spent"])
def test_some_hundred_rows_are_all_tested(tmp_path: Path, target: str) -> None:
    frame = signal(500)

    found = train(frame, table_for(frame), TrainingPlan(target=target, budget=5.0), tmp_path, lambda _: None)

    said = found.evaluation
    assert (said.tested, said.score.rows, said.folds) == ("repeated", 500, 5)
    assert said.verdict.level in ("useful", "good")


def test_a_wide_table_of_many_kinds_is_tested_on_a_fifth_and_does_not_fail(tmp_path: Path) -> None:
    dice = np.random.default_rng(0)
    kinds = np.array([f"kind {number}" for number in range(30)])
    columns = {f"c{place}": dice.normal(size=900) for place in range(100)}
    frame = frame_of(**columns, kind=kinds[np.arange(900) % 30])

    found = train(frame, table_for(frame), TrainingPlan(target="kind", budget=5.0), tmp_path, lambda _: None)

    assert found.evaluation.tested == "held_out"
    assert found.evaluation.verdict.level == "guessing"

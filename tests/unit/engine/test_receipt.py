"""What the clock decided is written down, so that a training can be repeated without it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.predictor import Predictor
from desktop_app.engine.training import Trained, assemble, train
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, Receipt
from tests.unit.engine.made import MANY, frame_of, question_of, table_for

pytestmark = pytest.mark.usefixtures("few_fits")
PLAN = TrainingPlan(target="ring", budget=2.0)


def ring() -> pd.DataFrame:
    """Return rows in which straight lines see nothing, and bends and trees do."""
    dice = np.random.default_rng(0)
    x, y = dice.uniform(-1, 1, (2, MANY))
    return frame_of(x=x, y=y, ring=np.where(np.abs(x**2 + y**2 - 0.5) < 0.25, "in", "out"))


def slow(step: float) -> Callable[[], float]:
    """Return a clock on which each look at it takes *step* seconds."""
    ticks: Iterator[int] = count()
    return lambda: step * next(ticks)


def trained(folder: Path, clock: Callable[[], float], again: Receipt | None = None) -> Trained:
    frame = ring()
    folder.mkdir()
    return train(frame, table_for(frame), PLAN, folder, lambda _: None, clock=clock, threads=1, again=again)


@pytest.fixture(scope="module")
def whole(few_fits: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Trained]:
    """A training with all the time it wants, and its folder."""
    folder = tmp_path_factory.mktemp("trained") / "whole"
    return folder, trained(folder, lambda: 0.0)


def timeless(one: Trained) -> Evaluation:
    """Return what was found out, but for the seconds that it took."""
    candidates = tuple(replace(candidate, seconds=0.0) for candidate in one.evaluation.candidates)
    return replace(one.evaluation, candidates=candidates, seconds=0.0)


def answers(predictor: Predictor) -> np.ndarray:
    return predictor.model.answers(question_of(ring(), "ring").material.cells)


def test_a_receipt_says_what_was_tried_and_how_far(whole: tuple[Path, Trained], tmp_path: Path) -> None:
    all_of_it = whole[1].evaluation.receipt
    cut = trained(tmp_path / "cut", slow(0.04)).evaluation.receipt

    assert all_of_it is not None
    assert cut is not None
    assert set(all_of_it.tried.values()) == {all_of_it.tried["linear"]}
    assert all_of_it.copies == 2
    assert set(all_of_it.settings) == {one.name for one in whole[1].evaluation.candidates if one.weight}
    assert set(cut.tried) < set(all_of_it.tried)
    assert cut.copies == 1


def test_a_training_repeated_from_its_receipt_is_the_same_on_a_computer_of_another_speed(
    tmp_path: Path,
) -> None:
    first = trained(tmp_path / "slow", slow(0.04))
    receipt = from_json(Receipt, to_json(first.evaluation.receipt))

    again = trained(tmp_path / "quick", lambda: 0.0, receipt)

    assert again.evaluation.receipt == first.evaluation.receipt
    np.testing.assert_array_equal(answers(first.predictor), answers(again.predictor))
    assert again.evaluation.score == first.evaluation.score
    assert again.evaluation.skill == first.evaluation.skill
    assert [(one.name, one.score) for one in again.evaluation.candidates] == [
        (one.name, one.score) for one in first.evaluation.candidates
    ]


def test_a_receipt_of_a_quick_computer_is_kept_to_by_a_slow_one(
    whole: tuple[Path, Trained], tmp_path: Path
) -> None:
    first = whole[1]

    again = trained(tmp_path / "slow", slow(0.04), first.evaluation.receipt)

    assert again.evaluation.receipt == first.evaluation.receipt
    np.testing.assert_array_equal(answers(first.predictor), answers(again.predictor))


def test_what_a_person_stopped_is_stopped_at_the_same_place_again(
    whole: tuple[Path, Trained], tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    for kept in ("linear.json", "linear.npz"):  # as if the next kind had been learning just then
        shutil.copy(whole[0] / kept, tmp_path / "first")
    frame = ring()
    first = assemble(frame, table_for(frame), PLAN, tmp_path / "first", lambda _: None, threads=1)

    again = trained(tmp_path / "again", lambda: 0.0, first.evaluation.receipt)

    assert first.evaluation.stopped
    assert [one.name for one in again.evaluation.candidates] == ["baseline", "linear"]
    assert timeless(again) == timeless(first)


def test_a_kind_that_failed_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise FloatingPointError

    monkeypatch.setattr("desktop_app.engine.kinds.boosting.Boosting.path", fail)
    first = trained(tmp_path / "first", slow(0.02))

    again = trained(tmp_path / "again", lambda: 0.0, first.evaluation.receipt)

    assert "boosting" in [one.name for one in first.evaluation.candidates if one.failed]
    assert timeless(again) == timeless(first)

"""What the clock decided is written down, so that a training can be repeated without it."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.predictor import Predictor
from desktop_app.engine.training import Trained, train
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Receipt
from tests.unit.engine.made import MANY, frame_of, question_of, table_for

PLAN = TrainingPlan(target="ring", budget=15.0)


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


def answers(predictor: Predictor) -> np.ndarray:
    return predictor.model.answers(question_of(ring(), "ring").material.cells)


def test_a_receipt_says_what_was_tried_and_how_far(tmp_path: Path) -> None:
    whole, cut = (
        trained(tmp_path / name, clock).evaluation.receipt
        for name, clock in (("whole", lambda: 0.0), ("cut", slow(0.3)))
    )

    assert whole is not None
    assert cut is not None
    assert set(whole.tried.values()) == {whole.tried["linear"]}
    assert whole.copies == 2
    assert set(cut.tried) < set(whole.tried)
    assert cut.copies == 1


def test_a_training_repeated_from_its_receipt_is_the_same_on_a_computer_of_another_speed(
    tmp_path: Path,
) -> None:
    first = trained(tmp_path / "slow", slow(0.3))
    receipt = from_json(Receipt, to_json(first.evaluation.receipt))

    again = trained(tmp_path / "quick", lambda: 0.0, receipt)

    assert again.evaluation.receipt == first.evaluation.receipt
    np.testing.assert_array_equal(answers(first.predictor), answers(again.predictor))
    assert again.evaluation.score == first.evaluation.score
    assert again.evaluation.skill == first.evaluation.skill
    assert [(one.name, one.score) for one in again.evaluation.candidates] == [
        (one.name, one.score) for one in first.evaluation.candidates
    ]


def test_a_receipt_of_a_quick_computer_is_kept_to_by_a_slow_one(tmp_path: Path) -> None:
    first = trained(tmp_path / "quick", lambda: 0.0)

    again = trained(tmp_path / "slow", slow(0.3), first.evaluation.receipt)

    assert again.evaluation.receipt == first.evaluation.receipt
    np.testing.assert_array_equal(answers(first.predictor), answers(again.predictor))

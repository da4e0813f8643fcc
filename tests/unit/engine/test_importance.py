"""What matters to a model, by mixing up one column at a time on unseen rows."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.unseen import Trial
from desktop_app.engine.explanation import importance
from desktop_app.engine.explanation.importance import importances, strongest_columns
from desktop_app.engine.model import learn_model
from desktop_app.records.results import Importance
from tests.unit.engine.made import Learned, one_thread

RIGHT, OFF = Measure(metric="accuracy"), Measure(metric="mean_absolute_error")


def mattering(made: Learned, measure: Measure) -> dict[str, Importance]:
    with one_thread() as pool:
        return {item.column: item for item in importances(made.material, made.outcome.trials, measure, pool)}


def test_columns_that_tell_the_answer_matter_and_noise_does_not(kinds_kept_aside: Learned) -> None:
    found = mattering(kinds_kept_aside, RIGHT)

    assert list(found)[-1] == "plan"
    assert all(found[name].low > 0.1 for name in ("age", "calls"))
    assert found["plan"].low <= 0.01
    assert all(item.low <= item.loss <= item.high for item in found.values())


def test_the_greatest_loss_comes_first(numbers_in_turn: Learned) -> None:
    losses = [item.loss for item in mattering(numbers_in_turn, OFF).values()]

    assert losses == sorted(losses, reverse=True)
    assert losses[0] > 0


def test_the_loss_of_a_column_is_what_hand_mixing_finds(numbers_kept_aside: Learned) -> None:
    material, trial = numbers_kept_aside.material, numbers_kept_aside.outcome.trials[0]
    cells, truth = material.cells.take(trial.rows), material.target.amounts[trial.rows]
    dice = np.random.default_rng(0)
    misses = [
        np.abs(
            trial.model.answers(cells.mixed_up("calls", dice.permutation(len(cells))))[:, 0] - truth
        ).mean()
        for _ in range(40)
    ]
    before = np.abs(trial.model.answers(cells)[:, 0] - truth).mean()

    found = mattering(numbers_kept_aside, OFF)["calls"]

    assert found.loss == pytest.approx(np.mean(misses) - before, rel=0.25)


def test_the_same_seed_mixes_in_the_same_way(kinds_kept_aside: Learned) -> None:
    assert mattering(kinds_kept_aside, RIGHT) == mattering(kinds_kept_aside, RIGHT)


def test_only_some_of_very_many_rows_are_asked(kinds_kept_aside: Learned) -> None:
    outcome = kinds_kept_aside.outcome
    often = replace(outcome, trials=(replace(outcome.trials[0], rows=np.tile(outcome.trials[0].rows, 60)),))

    found = mattering(replace(kinds_kept_aside, outcome=often), RIGHT)

    assert found["age"].loss == pytest.approx(mattering(kinds_kept_aside, RIGHT)["age"].loss, abs=0.15)


def test_the_order_by_weight_is_that_of_all_models_together(kinds_in_turn: Learned) -> None:
    names = strongest_columns(kinds_in_turn.outcome.trials)

    assert sorted(names) == ["age", "calls", "plan"]
    assert names[-1] == "plan"


def test_nothing_matters_to_the_simplest_guess(kinds_kept_aside: Learned) -> None:
    material = kinds_kept_aside.material
    guess = learn_model(material, material.split.search, ())
    trials = (Trial(model=guess, rows=material.split.locked),)

    outcome = replace(kinds_kept_aside.outcome, trials=trials)

    assert mattering(replace(kinds_kept_aside, outcome=outcome), RIGHT) == {}


def test_a_class_that_hardly_any_of_very_many_rows_is_of_is_not_lost(
    kinds_kept_aside: Learned, monkeypatch: pytest.MonkeyPatch
) -> None:
    material = kinds_kept_aside.material
    values = np.zeros_like(material.target.values)
    values[material.split.locked[-1]] = 1
    lonely = replace(material, target=replace(material.target, values=values))
    monkeypatch.setattr(importance, "MOST_ROWS", 10)

    with one_thread() as pool:
        found = importances(
            lonely, kinds_kept_aside.outcome.trials, Measure(metric="precision_at_k", rare=1), pool
        )

    assert len(found) == 3
    assert np.isfinite([(one.loss, one.low, one.high) for one in found]).all()

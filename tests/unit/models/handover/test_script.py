"""A script of plain scikit-learn learns the model again from its file, and answers as the model does."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.cells import read_cells
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.target import read_target
from desktop_app.engine.validation.splits import split_rows
from desktop_app.models.handover.script.facts import Learning, Reading
from desktop_app.models.handover.script.whole import script_of
from desktop_app.records.decisions import Decision
from desktop_app.records.plans import Task
from desktop_app.records.results import KindName
from desktop_app.records.tables import Column
from tests.unit.models.handover.test_portable import OF_THREE
from tests.unit.models.made import CASES, LITTLE, ROWS, Kind, customers, trained

EVERY: tuple[tuple[Kind, str], ...] = (*CASES, *OF_THREE)
SETTINGS = {"kernel": 5.0, "rule": 6.0, "network": 0.0}
ALL = """
import runpy, sys
for name in sys.argv[1:]:
    sys.argv = [name, "rows.csv", "--out", name + ".csv"]
    runpy.run_path(name + ".py", run_name="__main__")
"""


def as_learned(kind: Kind, target: str) -> Predictor:
    """Return such a predictor with the simplest guess that a training gives it."""
    predictor = trained(kind, target).predictor
    if not predictor.classes:
        return predictor
    counts = customers()[target].value_counts()[[*predictor.classes]].to_numpy() + 0.5
    return replace(predictor, model=replace(predictor.model, simplest=counts / counts.sum()))


def script(predictor: Predictor, target: str, decision: Decision | None = None) -> str:
    learning = Learning(target=target, rows=ROWS, seed=0, settings=SETTINGS)
    return script_of(predictor, learning, Reading(), '"""A model."""', decision)


def run(scripts: dict[str, str], folder: Path) -> dict[str, pd.DataFrame]:
    """Return the answers of each script to the customers, which it learns from; in one process of its own."""
    customers().to_csv(folder / "rows.csv", index=False)
    for name, text in scripts.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-W", "error", "-c", ALL, *scripts]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {name: pd.read_csv(folder / f"{name}.csv") for name in scripts}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """Return what the script of each kind answers; libraries take seconds to load, so once for all."""
    scripts = {f"{kind}_{target}": script(as_learned(kind, target), target) for kind, target in EVERY}
    return run(scripts, tmp_path_factory.mktemp("scripts"))


@pytest.mark.parametrize(("kind", "target"), EVERY)
def test_it_answers_as_the_model_does(answers: dict[str, pd.DataFrame], kind: Kind, target: str) -> None:
    predictor, found = as_learned(kind, target), answers[f"{kind}_{target}"]

    expected = predictor.answer(customers())

    if expected.probabilities is None or expected.labels is None:
        numbers = np.stack(
            [np.asarray(expected.amounts), np.asarray(expected.low), np.asarray(expected.high)]
        )
        np.testing.assert_allclose(found[["prediction", "low", "high"]].T, numbers, rtol=0, atol=1e-6)
    else:
        chances = found[[f"probability: {name}" for name in predictor.classes]]
        np.testing.assert_allclose(chances, expected.probabilities, rtol=0, atol=1e-6)
        assert found["prediction"].tolist() == expected.labels.tolist()


def test_it_knows_nothing_of_this_program() -> None:
    text = script(as_learned("together", "spent"), "spent")

    assert "desktop_app" not in text


def test_what_a_person_decided_is_in_it(tmp_path: Path) -> None:
    text = script(as_learned("linear", "left"), "left", Decision(value="yes", chance=0.05))

    found = run({"decided": text}, tmp_path)["decided"]

    assert (found["prediction"] == "yes").tolist() == (found["probability: yes"] >= 0.05).tolist()


def test_no_script_is_made_where_it_is_not_known_how_a_kind_was_set() -> None:
    predictor = as_learned("kernel", "spent")

    with pytest.raises(ValueError, match="kernel"):
        script_of(predictor, Learning(target="spent", rows=ROWS, seed=0), Reading(), "")


def test_the_settings_of_kinds_of_ours_do_not_depend_on_the_table() -> None:
    for kind, setting in SETTINGS.items():
        assert KINDS[cast("KindName", kind)].settings(cast("Any", None))[-1] == setting


@pytest.mark.parametrize("target", ["left", "spent"])
def test_rows_that_tested_the_model_are_kept_aside_as_here(target: str) -> None:
    predictor, frame = as_learned("linear", target), customers()
    learning = Learning(target=target, rows=ROWS, seed=7, is_held_back=True)
    names: dict[str, Any] = {"__name__": "model"}
    exec(compile(script_of(predictor, learning, Reading(), ""), "model.py", "exec"), names)  # noqa: S102 - ours
    cells, effort = read_cells(frame, predictor.layout), replace(LITTLE, tested="held_out_no_refit", folds=1)
    task: Task = "classification" if predictor.classes else "regression"
    known = read_target(frame, Column(name=target, type="text", position=0, missing=0, distinct=9), task)

    rows = names["rows_to_learn_from"](cells, known.values)

    np.testing.assert_array_equal(rows, split_rows(cells, known, effort, seed=7).search)
    assert len(rows) == pytest.approx(0.8 * ROWS, abs=2)

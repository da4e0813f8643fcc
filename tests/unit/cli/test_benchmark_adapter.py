"""Hunch as a system of a benchmark: its two commands, and how it is named among others."""

import csv
import io
import json
import random
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.benchmarks.learner import hunch_adapter
from tests.benchmarks.learner.compare import systems_with_ours
from tests.unit.cli.commands.running import run_here

ROWS = 30


def write_noise(path: Path, *, with_answers: bool) -> None:
    chance = random.Random(3)  # noqa: S311 - a made-up table
    names = ["size", "place", *(["left"] if with_answers else [])]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(names)
        for _ in range(ROWS):
            row = [chance.randint(10, 99), chance.choice(["north", "south"]), chance.choice(["a b", "=c"])]
            out.writerow(row[: len(names)])


def test_a_model_that_should_not_be_used_answers_every_row_all_the_same(tmp_path: Path) -> None:
    learning, asking, answers = (tmp_path / name for name in ("train.csv", "test.csv", "preds.csv"))
    write_noise(learning, with_answers=True)
    write_noise(asking, with_answers=False)
    model = str(tmp_path / "model")

    trained = hunch_adapter.main(
        ["train", "--train", str(learning), "--target", "left", "--budget", "2", "--model", model]
    )
    predicted = hunch_adapter.main(
        ["predict", "--model", model, "--data", str(asking), "--out", str(answers)]
    )

    assert (trained, predicted) == (0, 0)
    with answers.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == ROWS
    assert list(found[0]) == ["prediction", "proba_=c", "proba_a b"]
    assert {row["prediction"] for row in found} <= {"a b", "=c"}
    assert all(abs(float(row["proba_=c"]) + float(row["proba_a b"]) - 1) < 1e-5 for row in found)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no program for a command, which takes far longer than what it does here."""

    def run(call: list[str], **_how: object) -> subprocess.CompletedProcess[str]:
        said = io.StringIO()
        with redirect_stdout(said):
            code = main(call[2:])
        return subprocess.CompletedProcess(call, code, said.getvalue())

    monkeypatch.setattr("desktop_app.jobs.once.run_once", run_here)
    monkeypatch.setattr("subprocess.run", run)


@pytest.mark.usefixtures("in_this_process")
def test_a_table_that_cannot_be_learned_from_is_a_failure_of_the_run(tmp_path: Path) -> None:
    table = tmp_path / "few.csv"
    table.write_text("size,left\n1,a\n2,b\n", encoding="utf-8")

    code = hunch_adapter.main(
        ["train", "--train", str(table), "--target", "left", "--model", str(tmp_path / "model")]
    )

    assert code == hunch_adapter.NOT_ANSWERABLE


def test_ours_stands_among_the_systems_of_a_benchmark_with_this_python(tmp_path: Path) -> None:
    theirs = tmp_path / "systems.json"
    theirs.write_text(json.dumps({"other": {"python": "{envs}/python", "adapter": "other.py"}}))

    systems = systems_with_ours(theirs)

    assert systems["other"] == {"python": "{envs}/python", "adapter": "other.py"}
    assert systems["hunch"] == {"python": sys.executable, "adapter": "hunch_adapter.py"}

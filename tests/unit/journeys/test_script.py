"""A model that learned from a file of an office becomes a script, which reads and answers as it does."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.errors import DataError
from desktop_app.journeys.hand_over import hand_over
from desktop_app.journeys.reading import NewFile, read_for_model
from desktop_app.journeys.train_file import train_file
from desktop_app.models.batches import read_batches
from desktop_app.models.opening import open_model
from desktop_app.records.handover import HandoverOrder
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.reports.result_words import question_title
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.models.made import save

NOT_KNOWN = ("", "n/a")


def quiet(progress: Progress) -> None:
    """Tell nobody."""


def office_file(path: Path) -> Path:
    """Write rows as a German office would: a title, decimal commas, days first, a unit, letters of cp1252."""
    dice = np.random.default_rng(5)
    lines = ["Umsätze 2024;;;;;", ";;;;;", "Größe;Preis;Tag;Stadt;Farbe;Umsatz"]
    for row in range(120):
        size, price = dice.normal(50, 9), dice.uniform(900, 4000)
        day, city = dice.integers(1, 29), dice.choice(["Köln", "Bonn", "Ulm"])
        total = 2 * size + price / 50 + 20 * (city == "Ulm")
        cells = [
            f"{size:.2f}".replace(".", ",") if row % 9 else dice.choice(NOT_KNOWN),
            f"{price:,.2f} €".translate(str.maketrans(",.", ".,")),
            f"{day:02}.{dice.integers(1, 13):02}.2024",
            city if row % 7 else "",
            dice.choice(["rot", "blau", "gelb"]),
            f"{total:.2f}".replace(".", ","),
        ]
        lines.append(";".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="cp1252")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with such a file, a model of it, its script, and what the script answers."""
    folder = tmp_path_factory.mktemp("office")
    plan = TrainingPlan(target="Umsatz", budget=1.0, any_row=True)
    path = office_file(folder / "umsatz.csv")
    order = TrainFileOrder(path=str(path), plan=plan, out=str(folder / "m.hunch"))
    (folder / "table").mkdir()
    train_file(to_json(order), folder / "table", quiet)
    handed = HandoverOrder(model=str(folder / "m.hunch"), kind="python", out=str(folder / "model.py"))
    hand_over(to_json(handed), folder, quiet)
    command = [sys.executable, "-W", "error", "model.py", "umsatz.csv"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_its_script_answers_as_the_model_does(folder: Path, tmp_path: Path) -> None:
    model = open_model(folder / "m.hunch")
    file = NewFile(path=folder / "umsatz.csv", name="umsatz.csv")
    table = read_for_model(file, tmp_path, model.card, quiet)
    (batch,) = read_batches(tmp_path, table, model.card.schema.features)
    expected = model.predictor.answer(batch.frame)

    found = pd.read_csv(folder / "answers.csv")

    assert model.predictor.learned.members
    for name, numbers in {"prediction": expected.amounts, "low": expected.low, "high": expected.high}.items():
        np.testing.assert_allclose(found[name], np.asarray(numbers), rtol=0, atol=1e-6)


def test_it_says_what_it_is_and_how_it_is_run(folder: Path) -> None:
    text = (folder / "model.py").read_text(encoding="utf-8")
    evaluation = open_model(folder / "m.hunch").card.evaluation

    head = text.partition("import argparse")[0]

    said = " ".join(head.replace("#", " ").split())
    words = verdict_words(evaluation)
    for sentence in (question_title(evaluation), words.headline, words.support, *words.extras):
        assert sentence in said
    assert "python model.py umsatz.csv" in said
    assert all(line.startswith("#") for line in head.splitlines())
    assert "desktop_app" not in text


def test_of_another_file_it_says_that_it_learns_something_else(folder: Path) -> None:
    lines = (folder / "umsatz.csv").read_text(encoding="cp1252").splitlines()
    (folder / "less.csv").write_text("\n".join(lines[:-20]) + "\n", encoding="cp1252")

    command = [sys.executable, "model.py", "less.csv", "umsatz.csv", "--out", "less_answers.csv"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)

    assert "120 rows with an answer; here are 100" in done.stderr
    assert len(pd.read_csv(folder / "less_answers.csv")) == 120


def test_a_model_of_an_earlier_version_is_refused(tmp_path: Path) -> None:
    card = save(tmp_path / "m.hunch", "kernel", "spent")
    assert not (card.evaluation.receipt and card.evaluation.receipt.settings)
    order = HandoverOrder(model=str(tmp_path / "m.hunch"), kind="python", out=str(tmp_path / "m.py"))

    with pytest.raises(DataError, match="script_older"):
        hand_over(to_json(order), tmp_path, quiet)

    assert not (tmp_path / "m.py").exists()

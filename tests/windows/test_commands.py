"""The commands of the program for Windows, with names of files that need more than ASCII."""

import csv
import json
from pathlib import Path

import pytest

import desktop_app
from desktop_app.records.handover import ENDINGS, HandoverKind
from tests.windows.conftest import Hunch

TABLE, MODEL, ANSWERS = "Größe von Pinguinen 表.csv", "mein Modell ż.hunch", "Antworten 答.csv"
pytestmark = pytest.mark.windows


@pytest.fixture(scope="module")
def model(hunch: Hunch) -> str:
    """A model that the program has learned."""
    done = hunch.run("train", TABLE, "--target", "species", "--budget", "5", "--out", MODEL)
    assert done.returncode in (0, 5), done.stderr
    return MODEL


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_says_its_version(hunch: Hunch) -> None:
    done = hunch.run("--version")

    assert (done.returncode, desktop_app.__version__ in done.stdout) == (0, True)


def test_its_self_test_passes_and_leaves_no_process(hunch: Hunch) -> None:
    done = hunch.run("--selftest")

    assert done.returncode == 0, done.stdout + done.stderr
    assert hunch.windows.running("hunch.exe") == []


def test_the_doctor_finds_the_workspace_and_says_what_the_window_lacks(hunch: Hunch) -> None:
    done = hunch.run("doctor", "--json")

    assert done.returncode == 5, done.stderr
    said = json.loads(done.stdout)["checks"]
    wrong = [check["value"] for check in said if not check["ok"]]
    assert wrong == [".NET Framework 4.8 is missing"]  # wine has none
    assert hunch.workspace in [check["value"] for check in said]


def test_it_learns_and_answers_every_row(hunch: Hunch, model: str) -> None:
    done = hunch.run("predict", model, TABLE, "--out", ANSWERS, "--json")

    assert done.returncode in (0, 5), done.stderr
    assert json.loads(done.stdout)
    answered = rows(hunch.here / ANSWERS)
    right = [row for row in answered if row["species"] == row["prediction"]]
    assert len(answered) == len(rows(hunch.here / TABLE))
    assert len(right) > 0.9 * len(answered)


def test_it_checks_a_model_on_rows_whose_answer_is_known(hunch: Hunch, model: str) -> None:
    done = hunch.run("check", model, TABLE, "--json")

    assert done.returncode in (0, 5), done.stderr
    assert json.loads(done.stdout)


@pytest.mark.parametrize("kind", ENDINGS)
def test_it_hands_a_model_over(hunch: Hunch, model: str, kind: HandoverKind) -> None:
    done = hunch.run("export", model, "--to", kind, "--out", f"für Łukasz{ENDINGS[kind]}")

    assert done.returncode == 0, done.stderr
    assert (hunch.here / f"für Łukasz{ENDINGS[kind]}").stat().st_size > 0


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_it_writes_a_report(hunch: Hunch, model: str, kind: str) -> None:
    done = hunch.run("report", model, "--out", f"Bericht ü.{kind}")

    assert done.returncode == 0, done.stderr
    assert (hunch.here / f"Bericht ü.{kind}").stat().st_size > 1000


def test_a_file_that_is_not_there_ends_with_a_sentence_and_not_with_0(hunch: Hunch) -> None:
    done = hunch.run("train", "fehlt ß.csv", "--target", "x", "--out", "y.hunch")

    assert done.returncode not in (0, 5)
    assert "fehlt" in done.stderr
    assert "Traceback" not in done.stderr

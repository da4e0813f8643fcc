"""What click says of itself is said in the person's language."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import check, train  # noqa: F401 - read in English, as the other tests expect them
from desktop_app.cli.main import main
from desktop_app.language import use

ROOT = Path(__file__).parents[3]


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")  # is put back afterwards
    monkeypatch.setenv("HUNCH_LANGUAGE", "de")
    yield
    use("en")


def test_the_help_of_a_command_is_in_one_language() -> None:
    command = [sys.executable, "main.py", "train", "--help"]
    asked = {**os.environ, "HUNCH_LANGUAGE": "de", "PYTHONUTF8": "1"}
    said = subprocess.run(
        command, cwd=ROOT, env=asked, capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert said.startswith("Aufruf: ")
    assert "Diese Hilfe ausgeben" in said
    assert not [word for word in ("Usage", "Options", "Show ", "default", "RANGE") if word in said]


@pytest.mark.parametrize("words", [["dask", "up", "--port", "99999"], ["dask", "up", "--prt", "1"]])
def test_the_help_of_the_command_within_a_command_is_named(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "dask up --help" in capsys.readouterr().err


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["train"], "Es fehlt das Argument 'FILE'."),
        (["train", "x.csv", "--budget", "soon"], "Ungültiger Wert für '--budget': 'soon' ist keine"),
        (["train", "x.csv", "--seed", "-5"], "-5 passt nicht: möglich ist 0 bis 4.294.967.295."),
        (["train", "x.csv", "--task", "guess"], "'guess' ist keine der Möglichkeiten"),
        (["train", "x.csv", "--target"], "Die Option '--target' braucht einen Wert."),
        (["train", "x.csv", "--any-row=3"], "Die Option '--any-row' nimmt keinen Wert an."),
        (["check", "a", "b", "c"], "Ein Argument ist zu viel (c)"),
        (["dask"], "Es fehlt ein Befehl.\n"),
        (["dask", "down"], "Den Befehl 'down' gibt es nicht."),
    ],
)
def test_what_is_wrong_with_a_command_is_too(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["train", "x.csv", "--budget", "0"], "'--budget': 0 does not fit: it takes 1 or more."),
        (["train", "x.csv", "--budget", "-1.50"], "-1.50 does not fit: it takes 1 or more."),
        (["train", "x.csv", "--budget", "nan"], "nan does not fit: it takes 1 or more."),
        (["train", "x.csv", "--budget", "1e999"], "1e999 does not fit: it takes 1 or more."),
        (["anomalies", "x.csv", "--show", "5000"], "5000 does not fit: it takes 1 to 1,000."),
        (["serve", "--port", "-1"], "-1 does not fit: it takes 0 to 65,535."),
    ],
)
def test_a_number_out_of_bounds_is_told_as_it_was_typed(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err

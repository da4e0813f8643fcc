"""A model that a form cannot hold names the command that learns one it can, and that command does."""

import shlex
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write

Capture = pytest.CaptureFixture[str]
BRIEF = ("--budget", "1", "--force")


@pytest.fixture
def reading(folder: Path, capsys: Capture) -> str:
    """A model that reads texts."""
    if not (folder / "reading.hunch").exists():
        head, *rows = customers(120)
        texts = [
            f"{'late' if at % 3 else 'paid'} and {'called' if at % 2 else 'moved'} {at}" for at in range(120)
        ]
        told_rows = [[*row, text] for row, text in zip(rows, texts, strict=True)]
        write(folder / "reading.csv", [[*head, "remark"], *told_rows])
        assert main(("train", "reading.csv", "--target", "left", *BRIEF)) in (0, 5)
        capsys.readouterr()
    return "reading.hunch"


@pytest.mark.parametrize("form", ["xlsx", "onnx"])
def test_the_command_that_is_named_learns_one_that_is_held(reading: str, capsys: Capture, form: str) -> None:
    code, facts, _ = told(capsys, "export", reading, "--to", form, "--out", f"out.{form}")
    hint = facts["error"]["hint"]

    assert (code, facts["error"]["code"]) == (4, "handover.no_texts")
    command = hint.partition("To do so: hunch ")[2]
    assert command == f"train reading.csv --like reading.hunch --for {form} --out reading-{form}.hunch"
    code, facts, _ = told(capsys, *shlex.split(command), "--force")
    assert code in (0, 5)
    assert (facts["for"], "remark" in facts["features"]) == (form, False)
    assert facts["first"]["score"]["metric"] == facts["score"]["metric"]
    assert main(("export", f"reading-{form}.hunch", "--to", form, "--out", f"out.{form}", "--force")) == 0


def test_the_verdict_names_the_form_and_what_it_costs(reading: str, capsys: Capture) -> None:
    assert main(
        ("train", "reading.csv", "--like", reading, "--for", "xlsx", "--out", "x.hunch", "--force")
    ) in (0, 5)

    said = capsys.readouterr().out
    assert "This model was learned so that Excel can hold it. " not in said  # each in a line of its own
    assert "This model was learned so that Excel can hold it.\n" in said
    assert "need not fit." in said
    assert main(("inspect", "x.hunch")) == 0
    assert "This model was learned so that Excel can hold it." in capsys.readouterr().out


def test_a_form_that_holds_every_model_is_none_to_learn_for(capsys: Capture) -> None:
    assert main(("train", "customers.csv", "--target", "left", "--for", "html", *BRIEF)) == 2
    assert "--for" in capsys.readouterr().err

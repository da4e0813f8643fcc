"""`hunch verify` says whether a model is what it was, and whether it can be learned again."""

from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.models.card import read_card
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write
from tests.unit.models.sealing import edited


def test_a_whole_file_is_said_to_be_so(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["verify", model])

    lines, card = capsys.readouterr(), read_card(folder / model)
    assert (code, lines.err) == (0, "")
    assert lines.out.splitlines()[:2] == [
        f'"kept.hunch" is intact: it gives the same {card.golden_rows} stored answers '
        "as on the day it was saved.",
        f"To prove it: file {card.table_sha256[:16]}, seed 0, version {card.versions['hunch']}.",
    ]


def test_it_is_told_as_json(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, complaints = told(capsys, "verify", model)

    card = read_card(folder / model)
    assert (code, complaints) == (0, [])
    assert facts.pop("content")
    assert facts == {
        "intact": True,
        "stored_answers": card.golden_rows,
        "format": 1,
        "created": card.created,
        "versions": card.versions,
        "table": "customers.csv",
        "table_sha256": card.table_sha256,
        "seed": 0,
        "older": False,
        "signed_by": [],
    }


def test_learned_again_it_is_the_same(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts, complaints = told(capsys, "verify", model, "--rerun", "customers.csv")

    assert (code, complaints) == (0, [])
    assert facts["rerun"] == {
        "same": True,
        "content": facts["content"],
        "numbers": 0,
        "first": None,
        "answers_agree": True,
        "message": "Learned again from the same file: the same model, to the last number.",
    }


def test_what_differs_is_a_warning(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = (folder / model).read_bytes()
    (folder / "other.hunch").write_bytes(
        edited(data, "evaluation.json", lambda said: said["score"].update(value=0.125))
    )

    code = main(["verify", "other.hunch", "--rerun", "customers.csv"])

    lines = capsys.readouterr()
    score = read_card(folder / model).evaluation.score.value
    assert code == 5
    assert lines.out.startswith('"other.hunch" is intact')
    assert lines.err.splitlines() == [
        f"Learned again from the same file: 1 number differs, its score: {score:.3g} instead of 0.125.",
        "Its stored answers are the same as far as computers agree.",
        "On another kind of computer the answers agree, the file need not.",
    ]


def test_another_file_is_not_learned_from(
    model: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "next.csv", customers(120, seed=2))

    code, facts, complaints = told(capsys, "verify", model, "--rerun", "next.csv")

    assert (code, facts["error"]["code"]) == (4, "model.other_table")
    assert complaints[0] == '"next.csv" is not the file that "kept.hunch" learned from.'


@pytest.mark.parametrize(("file", "code"), [("broken.hunch", 7), ("customers.csv", 7), ("nowhere.hunch", 3)])
def test_what_is_no_model_is_refused(file: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    found, facts, complaints = told(capsys, "verify", file)

    assert found == code
    assert complaints == [facts["error"]["message"], facts["error"]["hint"]]


def test_a_changed_model_is_refused(model: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray((folder / model).read_bytes())
    data[-3000] ^= 1
    (folder / "changed.hunch").write_bytes(data)

    assert told(capsys, "verify", "changed.hunch")[0] == 7


@pytest.mark.parametrize("file", ["nowhere.csv", ""])
def test_a_table_that_is_not_there_is_said(file: str, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "verify", model, "--rerun", file)[0] == 3


def test_nothing_is_left(folder: Path) -> None:
    assert not [path for path in folder.iterdir() if path.name.startswith(".") or path.is_dir()]

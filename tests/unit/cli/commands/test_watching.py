"""A folder is watched, with a real model."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.jobs.watched import watcher
from tests.unit.cli.made_files import customers, read, write


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    place = tmp_path / "inbox"
    place.mkdir()
    return place


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watcher, "EVERY", 0.01)
    monkeypatch.setattr("desktop_app.cli.watch.BEAT", 0.01)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    code = main(["watch", *arguments, "--once", "--json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_file_that_is_there_is_answered_once(
    model: str, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(inbox / "june.csv", customers(30))

    code, files = told(capsys, model, str(inbox))

    assert (code, len(files)) == (0, 1)
    assert (files[0]["file"], files[0]["answered"], files[0]["rows"]) == ("june.csv", True, 30)
    assert len(read(inbox / "answered" / files[0]["out"])) == 30
    assert (inbox / "answered" / files[0]["note"]).exists()
    assert told(capsys, model, str(inbox)) == (0, [])


def test_cautions_are_exit_code_five(model: str, inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(inbox / "strange.csv", [["calls", "region"], [3, "North"], [99, "West"]])

    assert main(["watch", model, str(inbox), "--once"]) == 5
    captured = capsys.readouterr()
    assert '"strange.csv": 2 rows answered, 2 with a caution, in "strange.csv".' in captured.out
    assert "1 file answered, 0 set aside." in captured.err


def test_a_model_that_became_worse_is_exit_code_five_and_said(
    model: str, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(inbox / "new.csv", customers(300, seed=8))
    main(["watch", model, str(inbox), "--once"])
    other = {"yes": "no", "no": "yes"}  # the contrary of what it says, as of `predict`
    rows = [
        [row["calls"], row["region"], other[row["prediction"]]]
        for row in read(inbox / "answered" / "new.csv")
    ]
    write(inbox / "other.csv", [["calls", "region", "left"], *rows])
    capsys.readouterr()

    assert main(["watch", model, str(inbox), "--once"]) == 5
    said = capsys.readouterr().out
    assert 'in "other.csv". The model has become worse; the note beside the answers says how much.' in said


def test_a_file_that_does_not_fit_is_exit_code_four_until_an_option_says_more(
    model: str, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(inbox / "calls.csv", [["anrufe", "region"], [3, "East"], [4, "West"]])
    (inbox / "broken.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)

    code, files = told(capsys, model, str(inbox))
    assert code == 4
    assert {one["file"]: one["error"]["code"] for one in files} == {
        "broken.csv": "refuse.not_table",
        "calls.csv": "cli.missing_columns",
    }
    assert told(capsys, model, str(inbox)) == (0, [])

    code, files = told(capsys, model, str(inbox), "--map", "anrufe=calls")
    assert [one["answered"] for one in files if one["file"] == "calls.csv"] == [True]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("kept.hunch", "nowhere"), 3),
        (("broken.hunch", "."), 7),
        (("kept.hunch", "{inbox}", "--out", "{inbox}"), 2),
        (("kept.hunch", "{inbox}", "--allow-missing", "nothing"), 2),
    ],
)
def test_wrong_use_is_said_before_anything_is_written(
    arguments: tuple[str, ...], code: int, model: str, inbox: Path
) -> None:
    assert model == "kept.hunch"
    write(inbox / "june.csv", customers(9))

    asked = [word.format(inbox=inbox) for word in arguments]

    assert main(["watch", *asked, "--once"]) == code
    assert not list(inbox.rglob("june.csv note.txt"))


def test_it_runs_until_it_is_stopped(
    model: str, inbox: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def arrive(_seconds: float) -> None:
        if (inbox / "answered" / "june.csv").exists():
            raise KeyboardInterrupt
        if not (inbox / "june.csv").exists():
            write(inbox / "june.csv", customers(20))
        sleep(0.01)

    sleep = time.sleep
    monkeypatch.setattr("desktop_app.cli.watch.time.sleep", arrive)

    assert main(["watch", model, str(inbox)]) == 130

    captured = capsys.readouterr()
    assert captured.out.startswith('"june.csv": 20 rows answered')
    assert "Ctrl+C ends it." in captured.err


def test_a_folder_that_goes_and_comes_is_named_in_full(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("a" * 60)
    assert main(["watch", model, str(folder), "--once"]) == 3
    assert f"There is no folder {folder}." in capsys.readouterr().err
    folder.mkdir()
    away = tmp_path / "away"
    moves = iter(((folder, away), *[(away, away)] * 20, (away, folder), *[(folder, folder)] * 20))

    def turn(_seconds: float) -> None:
        sleep(0.01)
        now, then = next(moves, (None, None))
        if now is None or then is None:
            raise KeyboardInterrupt
        now.rename(then)

    sleep = time.sleep
    monkeypatch.setattr("desktop_app.cli.watch.time.sleep", turn)

    assert main(["watch", model, str(folder)]) == 130

    said = capsys.readouterr().err
    assert f"{folder} is not there. It is waited for." in said
    assert f"{folder} is there again." in said

"""Every file of a folder is answered as if it were the only one."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli.main import main
from desktop_app.cli.work import done_by_worker
from tests.unit.cli.commands.running import told
from tests.unit.cli.made_files import customers, write

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    place = tmp_path / "inbox"
    place.mkdir()
    for seed, name in enumerate(("april", "may", "june"), start=2):
        write(place / f"{name}.csv", customers(30 + seed, seed=seed))
    return place


def by_file(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["file"]: one for one in found["files"]}


def test_each_file_is_answered_as_it_is_alone(
    model: str, inbox: Path, tmp_path: Path, capsys: Capture
) -> None:
    code, found, _ = told(capsys, "predict", model, str(inbox), "--out", str(tmp_path / "out"))

    assert code == 0
    assert [(one["file"], one["rows"], one["fit"]) for one in found["files"]] == [
        ("april.csv", 32, "fits"),
        ("june.csv", 34, "fits"),
        ("may.csv", 33, "fits"),
    ]
    for name in ("april.csv", "june.csv", "may.csv"):
        assert main(["predict", model, str(inbox / name), "--out", str(tmp_path / "one.csv"), "--force"]) == 0
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "one.csv").read_bytes()


def test_what_cannot_be_answered_is_told_and_stops_nobody(
    model: str, inbox: Path, tmp_path: Path, capsys: Capture
) -> None:
    (inbox / "broken.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)
    write(inbox / "renamed.csv", [["anrufe", "region"], [3, "East"], [4, "West"]])
    write(inbox / "strange.csv", [["calls", "region"], [3, "North"], [99, "West"]])
    out = tmp_path / "out"

    code, found, said = told(capsys, "predict", model, str(inbox), "--out", str(out))

    files = by_file(found)
    assert code == 5
    assert files["broken.csv"]["error"]["code"] == "refuse.not_table"
    assert files["renamed.csv"]["error"]["code"] == "cli.missing_columns"
    assert files["strange.csv"]["cautions"] == 2
    assert (found["answered"], found["doubtful"], found["aside"], found["there"]) == (4, 1, 2, 0)
    assert sorted(one.name for one in out.iterdir()) == ["april.csv", "june.csv", "may.csv", "strange.csv"]
    assert f"4 files answered, 2 not. The answers are in {out}" in said


def test_a_second_run_goes_on_with_what_is_missing(
    model: str, inbox: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    command = ("predict", model, str(inbox), "--out", str(out))
    told(capsys, *command)
    (out / "may.csv").unlink()
    (out / "june.csv").write_text("mine")

    code, found, said = told(capsys, *command)

    assert code == 0
    assert [name for name, one in by_file(found).items() if one.get("there")] == ["april.csv", "june.csv"]
    assert (out / "june.csv").read_text() == "mine"
    assert "2 files had their answers already. To answer them again, add --force." in said
    assert told(capsys, *command, "--force")[1]["answered"] == 3
    assert (out / "june.csv").read_text() != "mine"


def test_where_no_file_can_be_answered_the_code_says_why(model: str, tmp_path: Path, capsys: Capture) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    write(inbox / "renamed.csv", [["anrufe", "region"], [3, "East"], [4, "West"]])

    code, _, said = told(capsys, "predict", model, str(inbox), "--out", str(tmp_path / "out"))

    assert code == 4
    assert said[-1] == "1 file could not be answered, so there are no answers."


def test_a_folder_for_the_answers_that_lies_nowhere_is_said(
    model: str, inbox: Path, tmp_path: Path, capsys: Capture
) -> None:
    code, found, _ = told(capsys, "predict", model, str(inbox), "--out", str(tmp_path / "nowhere" / "out"))

    assert (code, found["error"]["code"]) == (3, "save.no_folder")
    assert "there is no folder" in found["error"]["message"]


def test_the_kind_of_all_answers_can_be_wished(
    model: str, inbox: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"

    told(capsys, "predict", model, str(inbox), "--out", str(out), "--format", "parquet")

    assert {one.suffix for one in out.iterdir()} == {".parquet"}


def test_ctrl_c_leaves_whole_files_only(
    model: str, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    out = tmp_path / "out"

    def stopped(asked: Any, journey: str, order: Any, *others: Any) -> Any:
        if order.path.endswith("june.csv"):
            Path(order.out).write_text("half")
            raise KeyboardInterrupt
        return done_by_worker(asked, journey, order, *others)

    monkeypatch.setattr("desktop_app.cli.folder_ways.done_by_worker", stopped)

    code, found, said = told(capsys, "predict", model, str(inbox), "--out", str(out))

    assert (code, found["error"]["code"]) == (130, "cli.stopped")
    assert said == [f"Stopped. What is in {out} is whole; the same command goes on with the rest."]
    assert {one.name for one in out.iterdir()} <= {"april.csv", "may.csv"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("{inbox}", "--out", "answers.csv"), "folder.out"),
        (("{inbox}", "--out", "{inbox}"), "folder.same"),
        (("customers.csv", "--out", "{inbox}"), "folder.into"),
        (("customers.csv", "--out", "answers.csv", "--format", "csv"), "folder.format"),
    ],
)
def test_files_and_folders_are_not_mixed(
    arguments: tuple[str, ...], code: str, model: str, inbox: Path, capsys: Capture
) -> None:
    words = [word.format(inbox=inbox) for word in arguments]

    exit_code, found, _ = told(capsys, "predict", model, *words)

    assert (exit_code, found["error"]["code"]) == (2, code)


def test_a_model_that_is_refused_stops_all(model: str, inbox: Path, tmp_path: Path) -> None:
    assert main(["predict", "broken.hunch", str(inbox), "--out", str(tmp_path / "out")]) == 7
    assert not (tmp_path / "out").exists()

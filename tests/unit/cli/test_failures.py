"""A failure is one sentence and one hint on stderr, the same as JSON, and its exit code."""

import json
import sys
from pathlib import Path

import pytest

from desktop_app.cli.failures import failed
from desktop_app.cli.late_log import late_log
from desktop_app.cli.main import main
from desktop_app.errors import (
    AppError,
    DataError,
    FileError,
    InternalError,
    ModelError,
    NotFoundError,
    SaveError,
    UsageError,
)
from desktop_app.settings import read_settings


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path


def a_bug() -> Exception:
    try:
        return Exception(int(" ".join(("a value", "of the person"))))
    except ValueError as error:
        return error


def a_bug_with_a_cause() -> Exception:
    error = RuntimeError("over the top")
    error.__cause__ = a_bug()
    return error


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(arguments)
    return code, capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileError("refuse.empty", file="a.csv"), 3),
        (DataError("plan.too_few", rows=3), 4),
        (ModelError("model.not_model", file="a.csv"), 7),
        (UsageError("cli.out_exists", file="a.csv"), 2),
        (NotFoundError("error.not_found"), 4),
        (SaveError("error.disk_full", free="0 B"), 3),
        (InternalError("error.worker_ended", job="Learning"), 1),
    ],
)
def test_each_family_of_failures_has_its_exit_code(
    error: AppError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failed(error, as_json=False, command="train") == code
    assert capsys.readouterr().err.splitlines() == [error.message, error.hint]


def test_a_failure_is_one_json_object_where_json_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    failed(FileError("refuse.empty", file="a.csv"), as_json=True, command="")

    assert json.loads(capsys.readouterr().out) == {
        "error": {
            "code": "refuse.empty",
            "message": '"a.csv" is empty.',
            "hint": "Check that the export has finished, then open it again.",
        }
    }


def test_stopping_is_said_and_has_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(KeyboardInterrupt(), as_json=False, command="train") == 130
    assert capsys.readouterr().err == "Stopped. Nothing was written.\n"


def test_a_bug_is_a_reference_to_the_log_and_no_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with late_log(read_settings()):
        code = failed(a_bug(), as_json=False, command="train")

    complaint = capsys.readouterr().err
    reference = complaint.rsplit(" ", 1)[1].strip(".\n")
    log = (tmp_path / "workspace" / "hunch.log").read_text()
    assert code == 1
    assert "Traceback" not in complaint
    assert "ValueError" not in complaint
    assert reference in log
    assert "test_failures.py" in log
    assert "a value of the person" not in log


def test_the_cause_of_a_bug_stands_in_the_log_too(tmp_path: Path) -> None:
    with late_log(read_settings()):
        failed(a_bug_with_a_cause(), as_json=False, command="train")

    log = (tmp_path / "workspace" / "hunch.log").read_text()
    assert "RuntimeError" in log
    assert "ValueError" in log
    assert "a value of the person" not in log


def test_an_unknown_option_offers_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "train", "a.csv", "--tarvet", "x") == (
        2,
        ["There is no option --tarvet.", "Did you mean --target? hunch train --help lists them."],
    )


def test_a_hint_names_the_program_as_it_was_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/main.py"])

    assert said(capsys, "doctor", "--xyzzy")[1][1] == "python main.py doctor --help lists them."
    assert said(capsys, "trian")[1][1] == "Did you mean train? python main.py --help lists the commands."


def test_an_unknown_option_like_no_other_offers_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "doctor", "--xyzzy") == (
        2,
        ["There is no option --xyzzy.", "hunch doctor --help lists them."],
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("train",),
        ("predict", "m.hunch", "a.csv"),
        ("train", "a.csv", "--target", "x", "--budget", "0"),
        ("train", "a.csv", "--target", "x", "--budget", "soon"),
        ("train", "a.csv", "--target", "x", "--task", "forecast"),
        ("train", "a.csv", "--target", "x", "--seed", "-1"),
        ("train", "a.csv", "--target", "x", "--seed", "4294967296"),
        ("inspect", "a.csv", "b.csv"),
        ("a.csv", "b.csv"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_two(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.csv").write_text("x\n1\n")

    code, lines = said(capsys, *arguments)

    assert code == 2
    assert len(lines) == 2
    assert "Traceback" not in lines[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect", "gone.csv"),
        ("train", "gone.csv", "--target", "x"),
        ("predict", "gone.hunch", "gone.csv", "--out", "out.csv"),
        ("gone.csv",),
    ],
)
def test_a_file_that_is_gone_is_said(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = said(capsys, *arguments)

    assert code == 3
    assert lines[0].startswith('There is no file "gone.')


def test_a_folder_is_not_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = said(capsys, "inspect", str(tmp_path))

    assert code == 3
    assert lines == [f'"{tmp_path.name}" is a folder, not a file.', "Name a file in it."]


def test_what_is_refused_leaves_no_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "inspect", "gone.csv")

    assert list(tmp_path.iterdir()) == []


def test_names_in_a_failure_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "inspect", "\x1b[2Jgone.csv")
    main(["inspect", "\x1b[2Jgone.csv", "--json"])

    captured = capsys.readouterr()
    assert "\x1b" not in captured.err + captured.out

"""Doctor says what this computer has, changes nothing, and counts what needs attention."""

import json
import os
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.settings import VARIABLES


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (*VARIABLES, "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path / "workspace"


def test_every_variable_is_listed_with_its_value_and_where_it_came_from(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    monkeypatch.setenv("HUNCH_WORKERS", "3")

    main(["doctor", "--json"])

    listed = {item["name"]: item for item in json.loads(capsys.readouterr().out)["environment"]}
    assert tuple(listed) == VARIABLES
    assert listed["HUNCH_WORKERS"] == {"name": "HUNCH_WORKERS", "value": "3", "source": "environment"}
    assert listed["HUNCH_WORKSPACE"]["value"] == str(workspace)
    assert listed["HUNCH_LOG_LEVEL"]["source"] == "default"


def test_a_folder_that_the_command_names_came_from_the_command_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["doctor", "--json", "--workspace", str(tmp_path / "other")])

    first = json.loads(capsys.readouterr().out)["environment"][0]
    assert first == {
        "name": "HUNCH_WORKSPACE",
        "value": str(tmp_path / "other"),
        "source": "command line",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUNCH_WORKERS", "abc"),
        ("HUNCH_MEMORY_LIMIT", "much"),
        ("HUNCH_LOG_LEVEL", "FOO"),
        ("HUNCH_LANGUAGE", "klingon"),
    ],
)
def test_a_value_that_means_nothing_needs_attention_and_does_not_hold(
    name: str, value: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    main(["doctor", "--json"])

    facts = json.loads(capsys.readouterr().out)
    (listed,) = [item for item in facts["environment"] if item["name"] == name]
    (check,) = [check for check in facts["checks"] if check["thing"] == name]
    assert (listed["source"], listed["value"] != value) == ("default", True)
    assert (check["value"], check["ok"]) == (value, False)
    assert check["hint"].startswith("Set it to ")


def test_a_limit_of_memory_too_small_to_be_obeyed_needs_attention(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_MEMORY_LIMIT", "500MB")

    main(["doctor"])

    lines = capsys.readouterr().out.splitlines()
    place = lines.index("Memory for one worker: not right (500 MB), so HUNCH_MEMORY_LIMIT is not obeyed.")
    assert lines[place + 1] == "  Set it to 3GB or more: with less, no worker can begin."


@pytest.mark.parametrize(("memory", "is_enough"), [(2 * 10**9, False), (4 * 10**9, True)])
def test_a_computer_with_little_memory_needs_attention(
    memory: int, is_enough: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.jobs.limits.memory_of_computer", lambda: memory)

    main(["doctor", "--json"])

    checks = {check["thing"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert checks["Memory of this computer"]["ok"] is is_enough
    assert checks["Memory for one worker"]["ok"] is True


def test_the_exit_code_counts_what_needs_attention(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--json"])

    facts = json.loads(capsys.readouterr().out)
    assert facts["attention"] == sum(not check["ok"] for check in facts["checks"])
    assert code == (5 if facts["attention"] else 0)
    assert all(check["hint"] for check in facts["checks"] if not check["ok"])


def test_people_read_one_line_a_thing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Hunch: fine (")
    assert "Connection to this computer itself (127.0.0.1): fine (open)" in lines
    assert any(line.split()[:1] == ["HUNCH_LANGUAGE"] for line in lines)


def test_nothing_is_changed_by_looking(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["doctor"])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="this system has no such folder")
def test_a_folder_that_cannot_be_written_to_needs_attention(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--workspace", "/proc/self/hunch"])

    assert code == 5
    assert "so nothing new can be saved." in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="Windows always has a screen")
def test_a_computer_without_a_screen_is_not_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--json"])

    (window,) = [one for one in json.loads(capsys.readouterr().out)["checks"] if one["code"] == "window"]
    assert (window["ok"], window["value"]) == (True, "no screen: commands and the browser work")
    assert code == 0

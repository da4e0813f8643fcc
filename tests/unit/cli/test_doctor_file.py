"""Doctor writes a file for IT where it is asked to, and only where the rules allow it."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUNCH_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path / "for it.json"


def test_the_file_is_saved_and_its_place_told(out: Path, capsys: Capture) -> None:
    main(["doctor", "--out", str(out)])

    assert json.loads(out.read_text())["hunch_diagnostics"] == 1
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == f"The file for IT is saved as {out}. It holds nobody's data."


def test_programs_read_where_it_is(out: Path, capsys: Capture) -> None:
    main(["doctor", "--json"])
    without = json.loads(capsys.readouterr().out)
    main(["doctor", "--json", "--out", str(out)])

    assert "out" not in without
    assert json.loads(capsys.readouterr().out)["out"] == str(out)


def test_a_file_that_is_there_is_replaced_only_by_force(out: Path) -> None:
    out.write_text("mine")

    assert main(["doctor", "--out", str(out)]) == 2
    assert out.read_text() == "mine"
    assert main(["doctor", "--out", str(out), "--force"]) in (0, 5)
    assert json.loads(out.read_text())["hunch_diagnostics"] == 1


def test_it_has_one_ending(out: Path, capsys: Capture) -> None:
    assert main(["doctor", "--out", str(out.with_suffix(".txt"))]) == 2
    assert ".json" in capsys.readouterr().err


def test_the_rules_forbid_the_file_and_not_the_look(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "policy.json").write_text('{"diagnostics_export": "off"}')
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))

    assert main(["doctor", "--out", str(out)]) == 6
    assert "Saving a file about this computer is switched off" in capsys.readouterr().err
    assert not out.exists()
    assert main(["doctor"]) in (0, 5)


def test_a_folder_that_cannot_even_be_looked_at_is_told_and_nothing_breaks(
    out: Path, tmp_path: Path, capsys: Capture
) -> None:
    too_long = str(tmp_path / ("x" * 300))  # as with rights, the system refuses each question about it

    code = main(["doctor", "--json", "--out", str(out), "--workspace", too_long])

    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["checks"] if not one["ok"]] == ["workspace"]
    assert json.loads(out.read_text())["workspace"]["tables"] == 0
    assert code == 5

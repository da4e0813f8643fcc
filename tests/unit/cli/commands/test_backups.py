"""`hunch backup` and `hunch restore`: all of it as one file, and back."""

import json
from pathlib import Path

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.made import stored_answers, stored_table, stored_training
from tests.unit.cli.commands.running import told


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return the folder of a workspace with a table, a model and its answers."""
    workspace = Workspace(tmp_path / "work")
    training = stored_training(workspace, stored_table(workspace).id)
    stored_answers(workspace, training, answered=True)
    workspace.close()
    return workspace.folder


def test_there_and_back(work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, new = tmp_path / "all.backup", tmp_path / "new"

    code, saved, _ = told(capsys, "backup", str(file), "--workspace", str(work))
    assert (code, saved["out"], saved["size"]) == (0, str(file), file.stat().st_size)
    code, restored, _ = told(capsys, "restore", str(file), "--workspace", str(new))

    assert code == 0
    assert restored == {"workspace": str(new), "tables": 1, "models": 1, "answers": 1}
    assert len(Workspace(new).tables.list()) == 1


def test_only_its_owner_reads_a_backup(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "backup", str(tmp_path / "all.backup"), "--workspace", str(work))

    assert (tmp_path / "all.backup").stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_replaced_only_by_force(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "all.backup").write_text("mine")
    arguments = ("backup", str(tmp_path / "all.backup"), "--workspace", str(work))

    code, facts, _ = told(capsys, *arguments)
    assert (code, facts["error"]["code"]) == (2, "cli.out_exists")
    assert (tmp_path / "all.backup").read_text() == "mine"

    assert told(capsys, *arguments, "--force")[0] == 0


def test_a_table_that_cannot_be_read_is_not_restored(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    next(work.glob("tables/*/values.parquet")).write_bytes(b"PAR1 no rows PAR1")
    told(capsys, "backup", str(tmp_path / "all.backup"), "--workspace", str(work))

    code, facts, _ = told(
        capsys, "restore", str(tmp_path / "all.backup"), "--workspace", str(tmp_path / "new")
    )

    assert (code, facts["error"]["code"]) == (3, "backup.damaged")
    assert "a table in it cannot be read" in facts["error"]["message"]
    assert not (tmp_path / "new").exists()


def test_nothing_is_restored_over_work(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "backup", str(tmp_path / "all.backup"), "--workspace", str(work))

    code, facts, _ = told(capsys, "restore", str(tmp_path / "all.backup"), "--workspace", str(work))

    assert (code, facts["error"]["code"]) == (2, "backup.not_empty")


@pytest.mark.parametrize(
    ("rules", "command", "code"),
    [
        ({"export": "off"}, "backup", "policy.no_export"),
        ({"archive_import": "off"}, "restore", "policy.no_archive"),
        ({"model_import": "signed_only"}, "restore", "policy.no_archive"),
    ],
)
def test_the_rules_of_it_hold(
    rules: dict[str, str],
    command: str,
    code: str,
    work: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "policy.json").write_text(json.dumps(rules))
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))
    (tmp_path / "all.backup").write_text("any")

    exit_code, facts, _ = told(capsys, command, str(tmp_path / "all.backup"), "--workspace", str(work))

    assert (exit_code, facts["error"]["code"]) == (6, code)

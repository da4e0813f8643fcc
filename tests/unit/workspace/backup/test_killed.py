"""A program that is killed while it saves or restores leaves all of it or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.workspace.backup.restoring import restore_backup
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.backup.made import backup_of, files_in, filled, restored, shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing there kills at once")

# Counts changes of names, and the moments at which something is on disk; at the one that is named it ends.
DIES = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv[1])

def counted(what):
    def at_last(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return what(*given, **named)
    return at_last

os.fsync, Path.replace, Path.mkdir = counted(os.fsync), counted(Path.replace), counted(Path.mkdir)
"""
RESTORES = """
from desktop_app.workspace.backup.restoring import restore_backup
restore_backup(Path(sys.argv[2]), Path(sys.argv[3]), lambda share: None)
"""
SAVES = """
from desktop_app.workspace.backup.saving import save_backup
save_backup(Path(sys.argv[2]), Path(sys.argv[3]), lambda share: None)
"""


def killed(program: str, moment: int, *places: Path) -> bool:
    """Return whether the program died at that moment; False where it was done before."""
    arguments = [sys.executable, "-B", "-c", DIES + program, str(moment), *map(str, places)]
    code = subprocess.run(arguments, check=False, cwd=Path(__file__).parents[4]).returncode
    assert code in (0, -signal.SIGKILL)
    return code != 0


@pytest.mark.parametrize("moment", [*range(2, 42, 4), *range(43, 49)])
def test_a_killed_restoring_leaves_an_empty_or_a_whole_workspace(moment: int, tmp_path: Path) -> None:
    file = backup_of(tmp_path)
    whole = shown(restored(file, tmp_path / "whole"))

    killed(RESTORES, moment, file, tmp_path / "new")

    workspace = Workspace(tmp_path / "new")
    workspace.tidy()
    is_empty = workspace.tables.list() == ()
    workspace.close()
    if is_empty:
        assert not any("/" in name for name in files_in(tmp_path / "new"))
        restore_backup(file, tmp_path / "new", lambda _share: None)
    assert shown(Workspace(tmp_path / "new")) == whole


@pytest.mark.parametrize("moment", [1, 2, 3])
def test_a_killed_backup_leaves_the_workspace_as_it_was(moment: int, tmp_path: Path) -> None:
    workspace = filled(tmp_path / "old")
    before = shown(workspace)
    workspace.close()

    killed(SAVES, moment, tmp_path / "old", tmp_path / "all.backup")

    again = Workspace(tmp_path / "old")
    again.tidy()
    assert shown(again) == before
    assert not any((tmp_path / "old" / "jobs").iterdir())


def test_the_moments_reach_to_the_last_one(tmp_path: Path) -> None:
    file = backup_of(tmp_path)

    assert killed(RESTORES, 48, file, tmp_path / "first")
    assert not killed(RESTORES, 60, file, tmp_path / "last")

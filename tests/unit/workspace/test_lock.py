"""One program at a time uses a workspace."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import SaveError
from desktop_app.workspace import lock

CHILD = """
import sys, time
from pathlib import Path
from desktop_app.workspace import lock
held = lock.take(Path(sys.argv[1]))
print("held" if held else "taken", flush=True)
sys.stdin.read()
"""


def child(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said_by(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_lock_is_held_once_and_can_be_given_back(tmp_path: Path) -> None:
    with lock.take(tmp_path / "new") or object() as held:  # type: ignore[attr-defined]
        assert isinstance(held, lock.Lock)
        assert lock.take(tmp_path / "new") is None

    again = lock.take(tmp_path / "new")
    assert again is not None
    again.release()
    again.release()


def test_of_many_programs_exactly_one_wins(tmp_path: Path) -> None:
    rivals = [child(tmp_path) for _ in range(4)]

    said = sorted(said_by(rival) for rival in rivals)

    for rival in rivals:
        rival.communicate()
    assert said == ["held", "taken", "taken", "taken"]


def test_the_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    with child(tmp_path) as holder:
        assert said_by(holder) == "held"
        assert lock.take(tmp_path) is None

        holder.kill()

    freed = lock.take(tmp_path)
    assert freed is not None
    freed.release()


def test_a_disk_that_knows_no_locks_is_not_taken_for_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", refuse)

    with pytest.raises(SaveError, match=r"start\.no_lock"):
        lock.take(tmp_path)

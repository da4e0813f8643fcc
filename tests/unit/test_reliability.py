"""What is shown as saved is saved: through kills, a full disk and a folder that cannot be written to."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.settings import Settings
from desktop_app.workspace.folders import TABLE_FILES
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import wait_for
from tests.unit.workspace.examples import a_table, imported

KILLS = 8
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits and mounts are of POSIX")

# Lands tables and models for ever and says of each that it is saved.
LANDING = """
import sys
from pathlib import Path
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported, trained

workspace = Workspace(Path(sys.argv[1]))
workspace.tidy()
print("ready", flush=True)
while True:
    table = imported(workspace, f"{sys.argv[2]}.csv")
    print("table", table.id, flush=True)
    print("model", trained(workspace, table).id, flush=True)
"""


def test_nothing_that_was_said_to_be_saved_is_lost_by_a_kill(tmp_path: Path, scale: float) -> None:
    folder = tmp_path / "workspace"
    chance = random.Random(0)  # noqa: S311 - moments to kill at, not secrets
    saved: list[tuple[str, str]] = []

    for number in range(round(KILLS * scale)):
        command = [sys.executable, "-c", LANDING, str(folder), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout
            said = [child.stdout.readline() for _ in range(1 + number % 2)]  # every second saves for sure
            time.sleep(chance.uniform(0, 0.06))
            child.kill()
            said += child.stdout
        saved += [(line.split()[0], line.split()[1]) for line in said[1:] if line.endswith("\n")]

    workspace = Workspace(folder)
    workspace.tidy()
    assert len(saved) >= KILLS * scale // 2
    for kind, found in saved:
        if kind == "table":
            table = workspace.tables.get(found)
            assert table.table == a_table(table.name)
            assert (Path(table.folder) / "texts.parquet").read_text() == "rows"
        else:
            training = workspace.trainings.get(found)
            assert training.evaluation
            assert Path(training.model).read_text() == "a model"
    _assert_nothing_is_half_there(workspace)
    workspace.close()


def _assert_nothing_is_half_there(workspace: Workspace) -> None:
    for table in workspace.tables.list():
        assert {file.name for file in Path(table.folder).iterdir()} == {*TABLE_FILES}
    assert {path.name for path in (workspace.folder / "tables").iterdir()} == {
        table.id for table in workspace.tables.list()
    }
    models = {path.name for path in (workspace.folder / "models").iterdir()}
    assert models == {f"{training.id}.hunch" for training in workspace.trainings.list() if training.model}


FILE_LIMIT = """
import resource, sys
from pathlib import Path
from desktop_app.errors import SaveError
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported

workspace = Workspace(Path(sys.argv[1]))
imported(workspace, "before.csv")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    imported(workspace, "during.csv")
except SaveError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
imported(workspace, "after.csv")
print(*[table.name for table in workspace.tables.list()])
"""


@posix_only
def test_a_file_that_cannot_grow_is_said_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"

    found = subprocess.run(
        [sys.executable, "-c", FILE_LIMIT, str(folder)], capture_output=True, text=True, check=True
    )

    assert found.stdout.split() == ["save.failed", "after.csv", "before.csv"]
    workspace = Workspace(folder)
    workspace.tidy()
    _assert_nothing_is_half_there(workspace)
    workspace.close()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Yield a disk of that size, where this user may mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")  # only root may
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> None:
    """Leave not a byte."""
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while ballast.write(bytes(65536)):
            pass


def test_a_full_disk_fails_the_job_and_nothing_else(tmp_path: Path, settings: Settings) -> None:
    with small_disk(tmp_path / "disk", 80) as disk:
        workspace = Workspace(disk / "workspace")
        supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
        before = imported(workspace, "before.csv")
        go = tmp_path / "go"
        doomed = supervisor.submit("import", {"name": "during.csv", "after": str(go)}, lane="short")
        wait_for(workspace, doomed, "running")
        fill(disk)
        go.touch()

        problem = wait_for(workspace, doomed, "failed").problem

        assert problem is not None
        assert problem.code == "error.disk_full"
        workspace.tables.delete(before.id)  # to make room: it must be possible
        workspace.tables.undo_delete(before.id)
        (disk / "ballast").unlink()
        wait_for(workspace, supervisor.submit("import", {"name": "after.csv"}, lane="short"), "finished")
        assert [table.name for table in workspace.tables.list()] == ["after.csv", "before.csv"]
        supervisor.close()
        workspace.close()


UNWRITABLE = """
import os, sys
from pathlib import Path
from desktop_app.errors import AppError
from desktop_app.workspace import lock
from desktop_app.workspace.store import Workspace

if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)  # to root, nothing is read-only
for open_it in (Workspace, lock.take):
    try:
        print(open_it(Path(sys.argv[1])))
    except AppError as error:
        print(error.code, error.values["folder"] == sys.argv[1])
"""


@posix_only
@pytest.mark.parametrize("is_used", [False, True])
def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path, is_used: bool) -> None:
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    folder = tmp_path / "workspace"
    folder.mkdir()
    if is_used:
        Workspace(folder).close()
    for place in (*folder.rglob("*"), folder):
        place.chmod(0o555 if place.is_dir() else 0o444)

    found = subprocess.run(
        [sys.executable, "-c", UNWRITABLE, str(folder)], capture_output=True, text=True, check=True
    )

    folder.chmod(0o755)
    assert found.stdout.splitlines() == ["error.read_only True"] * 2


@posix_only
def test_a_process_that_sleeps_is_not_taken_for_dead(workspace: Workspace, settings: Settings) -> None:
    import signal

    from tests.unit.jobs.watching import until, workers

    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    job = supervisor.submit("wait", {"seconds": 1.0}, lane="short")
    until(lambda: supervisor.live(job.id).fraction > 0)
    for _ in range(3):
        for number in (signal.SIGSTOP, signal.SIGCONT):
            os.kill(workers()[0].pid, number)
            time.sleep(0.1)

    wait_for(workspace, job, "finished")

    supervisor.close()

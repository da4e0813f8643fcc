"""What a worker may take, and that it dies with the app."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from desktop_app.jobs.limits import LEAST_MEMORY, limits_of
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.settings import Settings, read_settings
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.watching import until, wait_for, workers

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="resource limits are of POSIX")
APP = """
import sys, time
from pathlib import Path
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.settings import read_settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import until, workers

workspace = Workspace(Path(sys.argv[1]))
supervisor = Supervisor(workspace, read_settings({}), load=journeys_for_tests.load)
busy = supervisor.submit("wait", {}, lane="long")
until(lambda: supervisor.live(busy.id).fraction > 0)
supervisor.prepare_spare()
until(lambda: len(workers()) == 2)
print(*[worker.pid for worker in workers()], flush=True)
time.sleep(60)
"""


def test_workers_die_with_the_app_however_it_dies(tmp_path: Path, workspace: Workspace) -> None:
    app = subprocess.Popen(
        [sys.executable, "-c", APP, str(tmp_path / "workspace")], stdout=subprocess.PIPE, text=True
    )
    with app:
        assert app.stdout
        pids = [int(pid) for pid in app.stdout.readline().split()]
        assert len(pids) == 2

        app.kill()

    until(lambda: not any(psutil.pid_exists(pid) for pid in pids))
    workspace.tidy()
    assert [job.state for job in workspace.jobs.list()] == ["interrupted"]


@posix_only
def test_a_worker_that_reads_a_file_is_bounded(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("look", {}, lane="short")
    anyone = wait_for(workspace, job, "finished").result

    assert anyone["RLIMIT_CORE"] == 0
    assert anyone["RLIMIT_AS"] == limits_of(read_settings({})).memory
    assert anyone["RLIMIT_CPU"] == -1
    assert anyone["threads"] == ["2", "2"]
    assert anyone["temporary"] == job.folder


def bounds(journey: str, **params: str) -> list[int]:
    """Return the seconds and the open files that a process may have which begins on an order."""
    script = (
        "import json, resource, sys; from desktop_app.jobs.limits import limit_reading;"
        "from desktop_app.records.jobs import Order;"
        "limit_reading(Order(journey=sys.argv[1], params=json.loads(sys.argv[2]), folder='.'));"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0], resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    )
    arguments = [sys.executable, "-c", script, journey, json.dumps(params)]
    found = subprocess.run(arguments, capture_output=True, text=True, check=True)
    return [int(bound) for bound in found.stdout.split()]


@posix_only
@pytest.mark.parametrize("journey", ["import", "inspect_model", "verify"])
def test_a_file_may_not_cost_more_than_its_size_explains(tmp_path: Path, journey: str) -> None:
    file = tmp_path / "some.csv"
    file.write_bytes(bytes(3 * 1024 * 1024))

    seconds, files = bounds(journey, path=str(file))

    assert 60 + 6 <= seconds <= 60 + 6 + 5
    assert files == 64
    assert bounds("train", path=str(file))[0] == -1


@posix_only
def test_a_large_model_may_take_its_time_beside_a_small_file(tmp_path: Path) -> None:
    model, file = tmp_path / "large.hunch", tmp_path / "small.csv"
    model.write_bytes(bytes(50 * 1024 * 1024))
    file.write_bytes(bytes(1024 * 1024))

    seconds, _ = bounds("predict_file", path=str(file), model=str(model))

    assert seconds >= 60 + 102


@posix_only
def test_each_file_that_is_read_counts(tmp_path: Path) -> None:
    like, beside = tmp_path / "like.hunch", tmp_path / "beside.csv"
    for file in (like, beside):
        file.write_bytes(bytes(30 * 1024 * 1024))

    seconds, _ = bounds("train_file", path="", like=str(like), beside=str(beside))

    assert seconds >= 60 + 120


@pytest.mark.skipif(sys.platform != "linux", reason="no_new_privs is of Linux")
def test_a_worker_can_gain_no_rights(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("look", {}, lane="short")

    status = wait_for(workspace, job, "finished").result["status"]

    assert "NoNewPrivs:\t1\n" in str(status)


@posix_only
def test_ctrl_c_in_the_terminal_does_not_reach_a_worker(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("wait", {"seconds": 0.5}, lane="short")
    until(lambda: len(workers()) == 1)

    workers()[0].send_signal(signal.SIGINT)  # while it still loads, too

    wait_for(workspace, job, "finished")


def test_memory_is_never_bounded_so_tightly_that_the_libraries_do_not_load(settings: Settings) -> None:
    tiny = limits_of(read_settings({"HUNCH_MEMORY_LIMIT": "1MB"}))
    large = limits_of(read_settings({"HUNCH_MEMORY_LIMIT": "8GB"}))

    assert tiny.memory == LEAST_MEMORY
    assert large.memory == 8 * 10**9


def test_the_light_half_of_a_worker_loads_no_heavy_library() -> None:
    script = (
        "import sys, desktop_app.jobs.supervisor, desktop_app.jobs.once, desktop_app.workspace.store;"
        "print([m for m in ('numpy', 'pandas', 'sklearn', 'scipy', 'duckdb', 'flask') if m in sys.modules])"
    )

    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"

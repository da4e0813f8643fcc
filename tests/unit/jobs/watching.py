"""Waiting for what another process does."""

import time
from collections.abc import Callable

import psutil

from desktop_app.records.jobs import Job
from desktop_app.workspace.store import Workspace

PATIENCE = 60.0  # seconds: far more than anything takes, for slow computers


def wait_for(workspace: Workspace, job: Job, state: str) -> Job:
    """Return the job once it has come to *state*."""
    found = workspace.jobs.get(job.id)

    def has_come() -> bool:
        nonlocal found
        found = workspace.jobs.get(job.id)
        assert found.state == state or not found.is_over, f"{found.state}, not {state}: {found.problem}"
        return found.state == state

    until(has_come)
    return found


def until(true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)


def workers() -> list[psutil.Process]:
    """Return the worker processes of this test run."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "spawn_main" in " ".join(process.cmdline()):  # a zombie has no command line any more
                found.append(process)
        except psutil.Error:
            continue
    return found

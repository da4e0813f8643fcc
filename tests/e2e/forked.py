"""Workers that are forked from a process in which everything is loaded, where the system can do that.

To load the libraries anew for each file that is opened takes most of what browser tests cost. Everything else
is as in the program: one process for each job, within its limits. That a worker starts on its own as well is
shown by the tests of the main job, by those of the program in a process of its own, and by those of `jobs`.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.jobs.limits import Limits, limits_of
from desktop_app.settings import Settings

ROOT = Path(__file__).parents[2]
# What a worker lays down before it loads anything, which is too late where that was loaded before.
ENVIRONMENT = {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2", "OMP_WAIT_POLICY": "PASSIVE"}


@contextmanager
def forked_workers(workspace: Path) -> Iterator[None]:
    """Start the workers of the program of this workspace so; those of every other are started as ever."""
    if sys.platform != "linux":
        yield
        return
    forked, spawned = multiprocessing.get_context("forkserver"), multiprocessing.get_context("spawn")
    parent = _begun(forked)

    def limits(settings: Settings) -> Limits:
        found = limits_of(settings)
        return replace(found, parent=parent) if settings.workspace == workspace else found

    def process(*, target: Any, args: tuple[Any, Any, Limits], daemon: bool) -> Any:
        context: Any = forked if args[2].parent == parent else spawned
        return context.Process(target=target, args=args, daemon=daemon)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.jobs.process._spawn", SimpleNamespace(Pipe=spawned.Pipe, Process=process))
        patch.setattr("desktop_app.jobs.supervisor.limits_of", limits)
        yield


def _begun(context: Any) -> int:
    """Start the process to fork from, which ends with this one; return its id."""
    context.set_forkserver_preload(["tests.e2e.preloaded"])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (ENVIRONMENT | {"PYTHONPATH": str(ROOT)}).items():
            patch.setenv(name, value)
        forkserver.ensure_running()
    ours, theirs = context.Pipe(duplex=False)
    asked = context.Process(target=_tell_parent, args=(theirs,))
    asked.start()
    parent: int = ours.recv()
    asked.join()
    return parent


def _tell_parent(pipe: "Connection[Any, Any]") -> None:
    pipe.send(os.getppid())

"""Many files, each read in a process that may die, hang or run out of memory, under our workers' limits."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

import psutil

from desktop_app.jobs.limits import be_modest, die_with_parent, lift_reading, limit_memory, limit_reading
from desktop_app.jobs.limits import limits_of as _limits_of
from desktop_app.records.jobs import Order
from desktop_app.settings import read_settings

Task = TypeVar("Task")
Result = TypeVar("Result")
_spawn = multiprocessing.get_context("spawn")
_PATIENCE = 10  # times the seconds that may pass on the clock
_START = 60.0  # seconds in which a process is ready to work


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[Task, Result]):
    """What came of one task: a result, or the way in which its process failed."""

    task: Task
    result: Result | None
    failure: str  # empty, or "too slow", "died (-11)"
    seconds: float


@dataclass(slots=True, kw_only=True)
class _Worker(Generic[Task]):
    process: SpawnProcess
    pipe: "Connection[Any, Any]"
    task: Task
    began: float
    used: float = 0.0  # seconds of the processor before it began
    is_ready: bool = False

    def cpu(self) -> float:
        """Return the seconds of the processor that its process took so far."""
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)


def run_all(
    work: Callable[[Task], Result], tasks: Iterable[Task], *, processes: int = 2, seconds: float = 20.0
) -> Iterator[Done[Task, Result]]:
    """Yield what *work* makes of each task, in the order in which they end.

    *work* is a function of a module. A process is ended that works longer than that many seconds of the
    processor, or waits ten times as long; another takes its place, as for one that died.
    """
    waiting = iter(tasks)
    idle: list[_Worker[Task]] = []
    busy: list[_Worker[Task]] = []
    while True:
        while len(busy) < processes and (task := next(waiting, None)) is not None:
            busy.append(_given(idle.pop() if idle else _started(work, task), task))
        if not busy:
            break
        for worker in _stirred(busy):
            done = _looked_at(worker, seconds)
            if done is None:
                continue
            busy.remove(worker)
            if not done.failure:
                idle.append(worker)
            yield done
    for worker in idle:
        worker.pipe.close()
        worker.process.join(5.0)


def _started(work: Callable[[Task], Any], task: Task) -> _Worker[Task]:
    ours, theirs = _spawn.Pipe()
    process = _spawn.Process(target=_serve, args=(theirs, work, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process=process, pipe=ours, task=task, began=time.monotonic())


def _given(worker: _Worker[Task], task: Task) -> _Worker[Task]:
    worker.task, worker.began, worker.used = task, time.monotonic(), worker.cpu()
    worker.pipe.send(task)
    return worker


def _stirred(busy: list[_Worker[Task]]) -> list[_Worker[Task]]:
    """Return the workers that have something to say; all of them when there is nothing for a while."""
    ready = wait([worker.pipe for worker in busy], timeout=0.2)
    return [worker for worker in busy if worker.pipe in ready] or list(busy)


def _looked_at(worker: _Worker[Task], seconds: float) -> Done[Task, Any] | None:
    """Return how its task ended, if it did."""
    took = time.monotonic() - worker.began
    try:
        if worker.pipe.poll():
            result = worker.pipe.recv()
            if not worker.is_ready:  # its first word: only now it begins
                worker.is_ready, worker.began, worker.used = True, time.monotonic(), worker.cpu()
                return None
            return Done(task=worker.task, result=result, failure="", seconds=took)
    except (EOFError, OSError):
        worker.process.join(5.0)
        return Done(task=worker.task, result=None, failure=f"died ({worker.process.exitcode})", seconds=took)
    if _is_over(worker, took, seconds):
        worker.process.kill()
        worker.process.join()
        return Done(task=worker.task, result=None, failure="too slow", seconds=took)
    return None


def _is_over(worker: _Worker[Task], took: float, seconds: float) -> bool:
    """Whether it has had its time: other work on the computer must not make it look slow."""
    if not worker.is_ready:
        return took > _START
    if took <= seconds:
        return False
    return took > _PATIENCE * seconds or worker.cpu() - worker.used > seconds


def _serve(pipe: "Connection[Any, Any]", work: Callable[[Any], Any], parent: int) -> None:
    """Do one task after another under the limits of a worker that reads."""
    die_with_parent(parent)
    _keep_quiet()
    limits = _limits_of(read_settings())
    be_modest(limits)
    limit_memory(limits)
    pipe.send("ready")
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        limit_reading(Order(journey="import", params={}, folder=str(Path.cwd())))
        result = work(task)
        lift_reading()
        pipe.send(result)


def _keep_quiet() -> None:
    """Let nothing that a library prints get into what is measured."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)

"""The workers at hand: one spare has loaded the engine already, because that takes seconds."""

import time
from functools import partial

from desktop_app.jobs.endings import note
from desktop_app.jobs.limits import Limits
from desktop_app.jobs.process import WorkerProcess
from desktop_app.jobs.worker import Loader, load_all

REST = 3.0  # seconds after the spare was taken: loading the next one would slow down the job that took it
LIGHT = {"arrange"}  # journeys that need so little that a new worker has it sooner than the spare is replaced
LONG_REST = 60.0  # seconds after a process could not be started


class Crew:
    """Hands out workers, each for one job. To be used by the jobs thread only."""

    def __init__(self, load: Loader, limits: Limits) -> None:
        self._load, self._limits = load, limits
        self._spare: WorkerProcess | None = None
        self._next_spare: float | None = None  # None: no spare is wanted

    def want_spare(self) -> None:
        """Keep a spare worker from now on."""
        self._next_spare = time.monotonic()

    def due_in(self) -> float | None:
        """Return the seconds until a spare is to be started, None if there is none to start."""
        if self._next_spare is None or self._spare:
            return None
        return max(0.0, self._next_spare - time.monotonic())

    def start_spare_if_due(self) -> None:
        """Start the spare worker when its time has come."""
        if self.due_in() != 0:
            return
        try:
            self._spare = WorkerProcess(partial(load_all, self._load), self._limits)
        except OSError as error:
            note("no spare worker could be started", error)
            self._next_spare = time.monotonic() + LONG_REST

    def take(self, journey: str = "") -> WorkerProcess:
        """Return a worker for one job; raises OSError where the system starts no process any more."""
        if journey in LIGHT:
            return self._started()
        spare, self._spare = self._spare, None
        if self._next_spare is not None:
            self._next_spare = time.monotonic() + REST
        if spare and spare.is_alive:
            return spare
        if spare:
            spare.end()
        return self._started()

    def send_home(self) -> None:
        """End the spare worker."""
        self._next_spare = None
        if self._spare:
            self._spare.end()
            self._spare = None

    def _started(self) -> WorkerProcess:
        """Start one that loads what its order needs: that takes a part of the time."""
        return WorkerProcess(self._load, self._limits)

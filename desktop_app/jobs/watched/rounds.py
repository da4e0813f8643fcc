"""The thread that sees to every watched folder of a workspace while the program runs.

Pages write into the workspace which folders are watched, and this thread how that goes.
"""

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.errors import NotFoundError, PolicyError
from desktop_app.jobs.endings import note
from desktop_app.jobs.watched.answering import Queue, QueuedAnswers
from desktop_app.records.jobs import Problem
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.records.trust import Thing
from desktop_app.records.watched import Clock, StoredWatch, Task
from desktop_app.settings import read_settings
from desktop_app.workspace.allowed import check_allowed
from desktop_app.workspace.store import Workspace

if TYPE_CHECKING:
    from desktop_app.jobs.watched.watcher import Watcher

BEAT = 0.5  # seconds between two rounds
BUSY_BEAT = 0.1  # where a file is being answered, or waits for that
_NEEDED: tuple[Thing, ...] = ("watch", "export")
REST = 60.0  # seconds after a fault of ours


class Rounds:
    """Gives each watched folder its turn; those that are paused, stopped or deleted are let go."""

    def __init__(self, workspace: Workspace, queue: Queue, clock: Clock = time.monotonic) -> None:
        self._workspace, self._queue, self._clock = workspace, queue, clock
        self._watchers: dict[str, Watcher] = {}
        self._rests: dict[str, float] = {}  # until when, after a fault
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._work, name="watches", daemon=True)

    def start(self) -> None:
        """Begin, and go on until `close`."""
        self._thread.start()

    def close(self) -> None:
        """End; files that are being answered are new at the next start."""
        self._enough.set()
        self._thread.join()

    def go(self) -> None:
        """Give each watched folder one turn."""
        now = self._clock()
        watches = {one.id: one for one in self._workspace.watches.list() if not one.is_paused}
        if watches and (forbidden := _forbidden()):
            self._say_all(watches.values(), forbidden)
            watches = {}
        for watch_id in self._watchers.keys() - watches.keys():
            self._watchers.pop(watch_id).give_up()
        for watch in watches.values():
            if self._rests.get(watch.id, now) <= now:
                self._see_to_safely(watch)

    def _say_all(self, watches: Iterable[StoredWatch], problem: Problem) -> None:
        """Keep with each watched folder why nobody looks into it."""
        for watch in watches:
            if watch.told.problem != problem:
                with suppress(NotFoundError):
                    self._workspace.watches.tell(watch.id, replace(watch.told, problem=problem))

    def _work(self) -> None:
        pause = BEAT
        while not self._enough.wait(pause):
            try:
                self.go()
                pause = BUSY_BEAT if any(one.is_busy for one in self._watchers.values()) else BEAT
            except Exception as error:  # noqa: BLE001 - nobody else would look into the folders again
                note("the watched folders go on after a fault", error)
                pause = REST

    def _see_to_safely(self, watch: StoredWatch) -> None:
        try:
            self._see_to(watch)
        except NotFoundError:
            return  # the model was deleted meanwhile, or the watch stopped
        except Exception as error:  # noqa: BLE001 - the others have their turn
            note("a watched folder goes on after a fault", error)
            self._rests[watch.id] = self._clock() + REST

    def _see_to(self, watch: StoredWatch) -> None:
        training = self._workspace.trainings.get(watch.training_id)
        watcher = self._of_this_model(watch, training) or self._begin(watch, training)
        watcher.order = self._order_of(training)
        with suppress(Exception):  # it is told of, and the others have their turn
            watcher.turn()
        told = watcher.told
        if told != watch.told:
            self._workspace.watches.tell(watch.id, told)

    def _of_this_model(self, watch: StoredWatch, training: StoredTraining) -> "Watcher | None":
        """Return who looks into a folder; nobody where it was for another model until now."""
        watcher = self._watchers.get(watch.id)
        if watcher is None or watcher.order.model == training.model:
            return watcher
        self._watchers.pop(watch.id).give_up()
        return None

    def _begin(self, watch: StoredWatch, training: StoredTraining) -> "Watcher":
        from desktop_app.jobs.watched.watcher import Watcher  # late: the start of the program needs none

        former = tuple(f"{one.training_id}.hunch" for one in watch.former)
        task = Task(folder=watch.folder, out=watch.out, model=training.name, former=former)
        answers = QueuedAnswers(self._queue, self._workspace.jobs, watch.id)
        room = self._workspace.folder_aside()
        order = self._order_of(training)
        watcher = self._watchers[watch.id] = Watcher(task, order, answers, room, self._clock)
        return watcher

    def _order_of(self, training: StoredTraining) -> PredictFileOrder:
        """Return how files are answered: as a person has decided for the model by now, or taken back."""
        return PredictFileOrder(
            model=training.model,
            path="",
            out="",
            remembered=training.matches,
            known_scalings=training.scalings,
            decision=training.decision,
            own_decision=False,
            learned_from=self._workspace.rows_of(training),
        )


def _forbidden() -> Problem | None:
    """Return that IT does not allow to watch folders, or to save answers, where that is so."""
    try:
        for thing in _NEEDED:
            check_allowed(thing, read_settings().policy)
    except PolicyError as error:
        return Problem(code=error.code, values=dict(error.values))
    return None

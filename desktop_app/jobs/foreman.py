"""The one thread that starts, watches and ends every worker, and writes down every outcome.

One thread, because on Linux a worker dies with the thread that started it. All that happens to a job is an
action in the thread's queue, so that no two things happen to it at once.
"""

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field

from desktop_app.errors import SaveError
from desktop_app.jobs.board import Board
from desktop_app.jobs.crew import Crew
from desktop_app.jobs.desk import Desk
from desktop_app.jobs.endings import died, note, problem_of
from desktop_app.jobs.outcomes import Outcomes
from desktop_app.jobs.process import WorkerProcess
from desktop_app.language import spoken
from desktop_app.records.jobs import Finished, Job, Lane, Message, Order, Problem, Progress
from desktop_app.workspace.store import Workspace

log = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds between two tries to write down an outcome, and for a dying worker to be gone


@dataclass(slots=True, kw_only=True, eq=False)
class _Run:
    """A job and the worker that is busy with it."""

    job: Job
    worker: WorkerProcess
    read: bool = False  # whether the file it was given is read


@dataclass(slots=True, kw_only=True)
class _Lane:
    """The jobs of one lane: one runs, the others wait for it."""

    waiting: deque[Job] = field(default_factory=deque)
    run: _Run | None = None

    def take_out(self, job_id: str) -> Job | None:
        """Take a job out of those that wait."""
        for job in self.waiting:
            if job.id == job_id:
                self.waiting.remove(job)
                return job
        return None


def _can_be_finished(job: Job) -> bool:
    return job.journey in ("train", "finish") and job.state in ("interrupted", "failed")


class Foreman:
    """Sees every job through, and to the workers that are asked.

    `post`, `ask` and `desk.ask` are for all threads, the rest is for its own.
    """

    def __init__(self, workspace: Workspace, crew: Crew, board: Board) -> None:
        self._workspace, self._crew, self._board = workspace, crew, board
        self._outcomes = Outcomes(workspace, board)
        self._lanes: dict[Lane, _Lane] = {"long": _Lane(), "short": _Lane()}
        self._actions: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.desk = Desk(workspace, crew, self.ask)
        self._is_closed = False
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def post(self, action: Callable[[], None]) -> None:
        """Have something done soon."""
        self._actions.put(action)

    def ask(self, action: Callable[[], None]) -> None:
        """Have something done and wait until it is; raises what it raises. After `close`, nothing is done."""
        done: Future[None] = Future()

        def carry_out() -> None:
            try:
                action()
                done.set_result(None)
            except Exception as error:  # noqa: BLE001 - raised again in the thread that asked
                done.set_exception(error)

        self.post(carry_out)
        while self._thread.is_alive() and not done.done():
            wait([done], timeout=0.1)
        if done.done():
            done.result()

    def add(self, job: Job) -> None:
        """Let a job wait for its turn."""
        self._lanes[job.lane].waiting.append(job)

    def cancel(self, job_id: str) -> None:
        """End a job that waits or runs; nothing of it is kept."""
        for lane in self._lanes.values():
            if job := lane.take_out(job_id) or self._ended(lane, job_id):
                self._outcomes.cancel(job)

    def stop(self, job_id: str) -> None:
        """End a search; the next job of its lane makes a model from what was finished.

        The same holds for one that was interrupted, or whose worker died, while it searched or after that.
        """
        lane = self._lanes["long"]
        job = self._workspace.jobs.get(job_id)
        if job.journey == "train" and (waiting := lane.take_out(job_id)):
            self._outcomes.cancel(waiting)  # nothing is finished yet
        elif _can_be_finished(job) or (job.journey == "train" and self._ended(lane, job_id)):
            try:
                lane.waiting.appendleft(self._workspace.jobs.stop(job))
            except SaveError as error:
                self._outcomes.fail(job, problem_of(error, job.folder))
                raise

    def close(self) -> None:
        """End everything; what was not done is interrupted."""
        for lane in self._lanes.values():
            running = [self._ended(lane, lane.run.job.id)] if lane.run else []
            for job in (*running, *lane.waiting):
                if job:
                    self._outcomes.interrupt(job)
            lane.waiting.clear()
        self.desk.send_home()
        self._crew.send_home()
        self._is_closed = True

    def _work(self) -> None:
        while not self._is_closed:
            try:
                self._turn()
            except Exception as error:  # noqa: BLE001 - nobody else would start the next job
                note("the jobs thread goes on after a fault", error)
                time.sleep(0.1)  # in case the fault comes back at once

    def _turn(self) -> None:
        """Do the next thing, then see what can be started, or has waited for long enough."""
        due_in = (self._crew.due_in(), self.desk.due_in(), PATIENCE if self._outcomes.has_debts else None)
        waits = [seconds for seconds in due_in if seconds is not None]
        try:
            self._actions.get(timeout=min(waits, default=None))()
        except queue.Empty:
            self._outcomes.pay()
        for lane in self._lanes.values():
            while lane.waiting and not lane.run and not self._is_closed:
                self._start(lane, lane.waiting.popleft())
        self.desk.send_idle_home()
        self._crew.start_spare_if_due()

    def _start(self, lane: _Lane, job: Job) -> None:
        order = Order(journey=job.journey, params=job.params, folder=job.folder, language=spoken())
        try:
            self._workspace.jobs.start(job.id)
            run = lane.run = _Run(job=job, worker=self._crew.take(job.journey))
            run.worker.give(order)
            run.worker.listen(lambda message: self.post(lambda: self._heard(lane, run, message)))
        except Exception as error:  # noqa: BLE001 - this job cannot start; the next one may
            self._ended(lane, job.id)
            self._outcomes.fail(job, problem_of(error, job.folder))

    def _heard(self, lane: _Lane, run: _Run, message: Message | Exception) -> None:
        if lane.run is not run:
            return  # it was ended meanwhile
        if isinstance(message, Progress):
            run.read = run.read or message.read
            self._board.note(run.job.id, message)
            return
        lane.run = None
        exit_code = run.worker.end(patience=PATIENCE if isinstance(message, EOFError) else 0.0)
        match message:
            case Finished(result=result):
                self._outcomes.land(run.job, result)
            case Problem():
                self._outcomes.fail(run.job, message)
            case EOFError():
                words = run.worker.last_words()
                self._outcomes.fail(run.job, died(run.job, exit_code, words, read=run.read))
            case _:
                log.error("what the worker of %s said makes no sense", run.job.journey)
                self._outcomes.fail(run.job, died(run.job, None, run.worker.last_words()))

    def _ended(self, lane: _Lane, job_id: str) -> Job | None:
        """End the worker that is busy with a job and return the job, if it is the one that runs."""
        if lane.run is None or lane.run.job.id != job_id:
            return None
        run, lane.run = lane.run, None
        run.worker.end()
        return run.job

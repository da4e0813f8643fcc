"""Writes down how each job ended, also when the disk does not take it at first."""

from collections import deque
from collections.abc import Callable

from desktop_app.errors import AppError, SaveError
from desktop_app.jobs.board import Board
from desktop_app.jobs.endings import logged, note, problem_of
from desktop_app.jobs.titles import title
from desktop_app.records.jobs import Job, Problem, Progress
from desktop_app.records.jsonable import JSON
from desktop_app.records.notices import Notice
from desktop_app.workspace.store import Workspace


class Outcomes:
    """The last word on each job. To be used by the jobs thread only."""

    def __init__(self, workspace: Workspace, board: Board) -> None:
        self._workspace, self._board = workspace, board
        self._owed: deque[tuple[str, Callable[[], None]]] = deque()

    @property
    def has_debts(self) -> bool:
        """Whether something could not be written down yet."""
        return bool(self._owed)

    def land(self, job: Job, result: dict[str, JSON]) -> None:
        """Store what came of a job; what cannot be stored makes it a failed one."""
        try:
            self._workspace.land(job, result)
        except (TypeError, ValueError, LookupError, RecursionError) as error:
            note(f"the result of {job.journey} is not what it should be", error)
            values = {"job": title(job.journey, job.params)}
            self.fail(job, Problem(code="error.worker_ended", values={**values}))
        except Exception as error:  # noqa: BLE001 - the jobs thread goes on with the next job
            self.fail(job, problem_of(error, job.folder))

    def fail(self, job: Job, problem: Problem) -> None:
        """Write down why a job could not be done."""
        said = logged(problem, job.journey)
        self._write(job.id, lambda: self._workspace.jobs.fail(job.id, said))

    def cancel(self, job: Job) -> None:
        """Write down that the person ended a job."""
        self._write(job.id, lambda: self._workspace.jobs.cancel(job.id))

    def interrupt(self, job: Job) -> None:
        """Write down that the program was closed before a job was done."""
        self._write(job.id, lambda: self._workspace.jobs.interrupt(job.id))

    def pay(self) -> None:
        """Write down what could not be written down before."""
        for _ in range(len(self._owed)):
            self._write(*self._owed.popleft(), is_new=False)

    def _write(self, job_id: str, outcome: Callable[[], None], *, is_new: bool = True) -> None:
        try:
            outcome()
        except SaveError as error:
            if is_new:  # it is tried again every second: once is enough in the log, and for a full disk
                note("an outcome is not on disk yet", error)
            said = Notice(code=error.code, level="problem", values=dict(error.values))
            self._board.note(job_id, Progress(fraction=0.0, notice=said))
            self._owed.append((job_id, outcome))
        except AppError as error:
            note("an outcome has no place to be written to", error)

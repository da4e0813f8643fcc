"""Who answers the files of a watched folder: in the window, a job that waits its turn among the others."""

from typing import TYPE_CHECKING, Protocol

from desktop_app.errors import AppError, NotFoundError, from_code
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder

if TYPE_CHECKING:  # the command line does not read the workspace
    from desktop_app.workspace.jobs import Jobs

LARGE = 16 * 1024**2  # bytes: answering more waits behind what is learning, and no person's file behind it
JOURNEY = "predict_file"


class Answerer(Protocol):
    """Answers one file at a time."""

    def begin(self, order: PredictFileOrder, size: int) -> str:
        """Begin with a file of *size* bytes and return what to ask by for its outcome."""

    def outcome(self, ticket: str) -> PredictedFile | AppError | None:
        """Return what came of it, or None while it is on its way."""

    def give_up(self, ticket: str) -> None:
        """End it; nothing of it is kept."""


class Queue(Protocol):
    """The part of the supervisor that is needed here."""

    def submit(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        """Queue a job and return it as stored."""

    def cancel(self, job_id: str) -> None:
        """End the job; nothing of it is kept."""


class QueuedAnswers:
    """Answers by jobs of the supervisor: one waits or runs for each watch, so that others have their turn."""

    def __init__(self, queue: Queue, jobs: "Jobs", subject: str) -> None:
        self._queue, self._jobs, self._subject = queue, jobs, subject

    def begin(self, order: PredictFileOrder, size: int) -> str:
        """Queue the job; raises SaveError where it cannot be stored."""
        lane: Lane = "long" if size > LARGE else "short"
        return self._queue.submit(JOURNEY, to_json(order), lane=lane, subject=self._subject).id

    def outcome(self, ticket: str) -> PredictedFile | AppError | None:
        """Return what came of the job; raises NotFoundError where somebody else ended it."""
        job = self._jobs.get(ticket)
        if not job.is_over:
            return None
        if job.state == "finished":
            return from_json(PredictedFile, job.result)
        if job.problem:
            return from_code(job.problem.code, job.problem.values)
        raise NotFoundError("error.not_found")

    def give_up(self, ticket: str) -> None:
        """End the job if it waits or runs."""
        self._queue.cancel(ticket)

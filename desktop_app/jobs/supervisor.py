"""Takes jobs from the pages and sees each one through, in a process of its own."""

from functools import partial

from desktop_app.jobs.board import Board
from desktop_app.jobs.crew import Crew
from desktop_app.jobs.foreman import Foreman
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.worker import Loader, load_on_demand
from desktop_app.records.asking import Ask, Opening, Reply
from desktop_app.records.jobs import Job, Lane, Live
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace


class Supervisor:
    """Runs jobs in two lanes, one at a time in each, so that a file opens while a model learns.

    Any thread may use it. A process does one job and ends: so cancelling is ending it, and memory is given
    back. Make one for a workspace, holding its lock: it begins by tidying up what the last run left behind.
    """

    def __init__(self, workspace: Workspace, settings: Settings, load: Loader = load_on_demand) -> None:
        workspace.tidy()
        self._workspace = workspace
        self._board = Board()
        self._crew = Crew(load, limits_of(settings))
        self._foreman = Foreman(workspace, self._crew, self._board)

    def submit(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        """Queue a job and return it as stored; raises SaveError where it cannot be stored."""
        job = self._workspace.jobs.add(journey, params, lane=lane, subject=subject)
        self._foreman.post(partial(self._foreman.add, job))
        return job

    def cancel(self, job_id: str) -> None:
        """End the job if it waits or runs; nothing of it is kept."""
        self._foreman.ask(partial(self._foreman.cancel, job_id))

    def stop(self, job_id: str) -> None:
        """End a training and make a model of the best that is finished, in a `finish` job for the training.

        A training that was interrupted, or whose worker died, can be brought to its end in the same way.
        Raises NotFoundError, and SaveError where the new job cannot be stored.
        """
        self._foreman.ask(partial(self._foreman.stop, job_id))

    def resume(self, job_id: str) -> None:
        """Go on answering rows where that was interrupted, or the worker died.

        Raises NotFoundError where there is nothing to go on with, and SaveError.
        """
        self._foreman.ask(lambda: self._foreman.add(self._workspace.resume(job_id)))

    def live(self, job_id: str) -> Live:
        """Return how far the job has come."""
        return self._board.of(job_id)

    def ask(self, opening: Opening, question: Ask) -> Reply:
        """Return what a model says of one row; it stays open for the next question.

        Raises what the worker met, and InternalError where the model does not answer in time.
        """
        return self._foreman.desk.ask(opening, question)

    def close_models(self) -> None:
        """Close every model that is held open, with what its worker wrote; a question opens it anew."""
        self._foreman.ask(self._foreman.desk.send_home)

    def prepare_spare(self) -> None:
        """Keep a worker that has loaded the engine; to be called once the first page is shown."""
        self._foreman.post(self._crew.want_spare)

    def close(self) -> None:
        """End everything; called once, when the window has closed."""
        self._foreman.ask(self._foreman.close)

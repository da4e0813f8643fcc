"""Background work, past and present."""

import json
import sqlite3
from pathlib import Path

from desktop_app.errors import InternalError, NotFoundError
from desktop_app.errors.disk import save_error
from desktop_app.records.jobs import Job, Lane, Problem
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import FinishOrder, TrainOrder
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.moments import new_id, now

_ADD = "INSERT INTO job (id, journey, lane, params, created, subject) VALUES (?, ?, ?, ?, ?, ?)"
_END = """UPDATE job SET state = ?, problem = ? WHERE id = ? AND state IN ('waiting', 'running')"""
_ACTIVE = "SELECT * FROM job WHERE subject = ? AND state IN ('waiting', 'running') ORDER BY number DESC"
_RUNNING = "SELECT * FROM job WHERE lane = ? AND state = 'running' ORDER BY number"
_LIST = """SELECT * FROM job WHERE ? IN ('', journey) AND ? IN ('', subject)
    ORDER BY number DESC"""
RESUME = """UPDATE job SET state = 'waiting', problem = NULL, told = 0
    WHERE id = ? AND journey = 'apply' AND state IN ('interrupted', 'failed')"""
_STOP = "UPDATE job SET state = 'stopped' WHERE id = ?"
RESULT = "UPDATE job SET result = ? WHERE id = ? AND state = 'finished'"
_FINISH = "UPDATE job SET state = 'finished', subject = ?, result = ? WHERE id = ?"


class Jobs:
    """Every job of this run, those that the run before left interrupted, and those of every training.

    Once a job is finished, its *subject* is what it made: the id of the table, training or answers.
    """

    def __init__(self, database: Database, folders: Folders) -> None:
        self._database, self._folders = database, folders

    def add(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        """Store a waiting job with a folder of its own."""
        job = _waiting(self._folders, journey, params, lane=lane, subject=subject)
        with self._database.writing() as db:
            _insert(db, job)
        return job

    def get(self, job_id: str) -> Job:
        """Return one; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone():
                return _stored(row, self._folders)
        raise NotFoundError("error.not_found")

    def list(self, journey: str = "", subject: str = "") -> tuple[Job, ...]:
        """Return all, newest first; of one journey, or for one subject, where they are named."""
        with self._database.reading() as db:
            rows = db.execute(_LIST, (journey, subject)).fetchall()
        return tuple(_stored(row, self._folders) for row in rows)

    def active(self, subject: str) -> Job | None:
        """Return the job that waits or runs for a table, training or answers, if there is one."""
        with self._database.reading() as db:
            row = db.execute(_ACTIVE, (subject,)).fetchone()
        return _stored(row, self._folders) if row else None

    def running(self, lane: Lane) -> Job | None:
        """Return the job that runs in *lane*, if there is one."""
        with self._database.reading() as db:
            row = db.execute(_RUNNING, (lane,)).fetchone()
        return _stored(row, self._folders) if row else None

    def start(self, job_id: str) -> None:
        """Write down that it runs."""
        self._database.change("UPDATE job SET state = 'running' WHERE id = ?", job_id)

    def fail(self, job_id: str, problem: Problem) -> None:
        """Write down why it could not be done. What was finished by then stays, where that is of use."""
        self._database.change(_END, "failed", _text(to_json(problem)), job_id)
        if (job := self.get(job_id)).journey not in ("train", "apply"):
            self._folders.clear(job)

    def cancel(self, job_id: str) -> None:
        """Write down that the person ended it, and remove what it had made so far."""
        self._database.change(_END, "cancelled", None, job_id)
        self._folders.clear(self.get(job_id))

    def interrupt(self, job_id: str) -> None:
        """Write down that the program was closed before it was done."""
        self._database.change(_END, "interrupted", None, job_id)

    def stop(self, job: Job) -> Job:
        """Write down that a search ends here; return the job that makes a model from what it had finished.

        Of a `finish` that did not come to its end, return one that does the same once more.
        """
        params = job.params if job.journey == "finish" else to_json(_finish_order(job))
        finish = _waiting(self._folders, "finish", params, lane=job.lane, subject=job.subject)
        with self._database.writing(urgent=True) as db:
            db.execute(_STOP, (job.id,))
            _insert(db, finish)
        return finish

    def finish(self, db: sqlite3.Connection, job: Job, *, subject: str, result: dict[str, JSON]) -> None:
        """Write down that it is done, within the transaction that stores what came of it."""
        db.execute(_FINISH, (subject, _text(result), job.id))


def _waiting(folders: Folders, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str) -> Job:
    job_id = new_id()
    return Job(
        id=job_id,
        journey=journey,
        lane=lane,
        state="waiting",
        params=params,
        folder=str(folders.job(job_id)),
        created=now(),
        subject=subject,
    )


def _finish_order(job: Job) -> FinishOrder:
    asked = from_json(TrainOrder, job.params)
    return FinishOrder(
        table_folder=asked.table_folder,
        plan=asked.plan,
        search_folder=job.folder,
        again=asked.again,
        searched_at=asked.cluster.address if asked.cluster else "",
    )


def _insert(db: sqlite3.Connection, job: Job) -> None:
    db.execute(_ADD, (job.id, job.journey, job.lane, _text(job.params), job.created, job.subject))
    folder = Path(job.folder)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise save_error(error, folder) from error


def _stored(row: sqlite3.Row, folders: Folders) -> Job:
    try:
        return Job(
            id=row["id"],
            journey=row["journey"],
            lane=row["lane"],
            state=row["state"],
            params=json.loads(row["params"]),
            folder=str(folders.job(row["id"])),
            created=row["created"],
            subject=row["subject"],
            result=json.loads(row["result"]),
            problem=from_json(Problem, json.loads(row["problem"])) if row["problem"] else None,
        )
    except (ValueError, TypeError) as error:
        raise InternalError("error.workspace_damaged", what="Job") from error


def _text(value: object) -> str:
    return json.dumps(value, allow_nan=False)

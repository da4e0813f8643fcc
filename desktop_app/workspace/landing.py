"""How the outcome of a job gets into the workspace: all of it, or nothing.

The order keeps the promise that what is shown as saved is saved: the bytes of the files are on disk, then
their names, then the row. A crash in between leaves files without a row, swept at the next start.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import NotFoundError
from desktop_app.errors.disk import save_error
from desktop_app.records.answered_tables import AnswerTableOrder, TableAnswered
from desktop_app.records.brought import BroughtFile
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.lineage import JOINED_FILE, Joined
from desktop_app.records.model_files import Looked
from desktop_app.records.models import Answers
from desktop_app.records.orders import (
    ANSWERS_FILE,
    MODEL_FILE,
    TESTED_FILE,
    FinishOrder,
    Prepared,
    PrepareOrder,
)
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table
from desktop_app.records.views import VIEW_FILE, Arranged, ArrangeOrder, view_name
from desktop_app.workspace.answers import AnswerSets
from desktop_app.workspace.concerned import note_joined
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import (
    SOURCE_FILE,
    TABLE_FILES,
    Folders,
    move_file,
    move_files,
    remove,
    share_file,
    tested_beside,
)
from desktop_app.workspace.found_rows import found_kept
from desktop_app.workspace.jobs import Jobs
from desktop_app.workspace.landing_ahead import land_beside, land_kept, land_looked_ahead, land_went_on
from desktop_app.workspace.models import Models, as_accepted
from desktop_app.workspace.other_models import OtherModels, accept
from desktop_app.workspace.tables import Tables
from desktop_app.workspace.trainings import Trainings

Result = dict[str, JSON]
MOST_VIEWS = 8  # of one table: who looks at an older one is told that it is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """Where outcomes land."""

    database: Database
    folders: Folders
    tables: Tables
    trainings: Trainings
    models: Models
    others: OtherModels
    answers: AnswerSets
    jobs: Jobs

    def land(self, job: Job, result: Result) -> None:
        """Store what came of *job*.

        Raises SaveError where the disk does not take it, NotFoundError where what it was for is gone, and
        ValueError or TypeError where the result is not what the journey promises.
        """
        ways: dict[str, Callable[[Job, Result], None]] = {
            "import": self._table,
            "join": self._table,
            "train": self._model,
            "finish": self._model,
            "look_at_model": self._looked,
            "accept_model": self._accepted,
            "bring_onnx": self._accepted,
            "explain": self._explained,
            "prepare": self._prepared,
            "apply": self._answers,
            "answer_table": self._answers,
            "arrange": self._view,
            "look_ahead": lambda job, result: land_looked_ahead(self, job, result),
            "compare_beside": lambda job, result: land_beside(self, job, result),
            "keep_beside": lambda job, result: land_kept(self, job, result),
            "go_on": lambda job, result: land_went_on(self, job, result),
        }
        try:
            ways.get(job.journey, self._result)(job, result)
        except OSError as error:
            raise save_error(error, Path(job.folder)) from error
        self.folders.clear(job)

    def _table(self, job: Job, result: Result) -> None:
        joined = from_json(Joined, result) if job.journey == "join" else None
        table = joined.table if joined else from_json(Table, result)
        goal = self.folders.table(job.id)  # what a job makes takes its id
        if table_id := str(job.params.get("table_id", "")):
            with self._moved(goal):
                move_files(TABLE_FILES, Path(job.folder), goal)
                with self._finished(job, table_id) as db:
                    self.tables.read_anew(db, table_id, job.id, table)
            return
        brought = Path(job.folder) / JOINED_FILE if joined else self.folders.brought_for(job)
        copy, again = self.folders.source(job.id), to_json(joined.again) if joined else None
        with self._moved(goal), self._moved(copy):
            move_files(TABLE_FILES, Path(job.folder), goal)
            if brought and brought.is_file():
                move_file(brought, copy)  # to be read anew when the person reads it otherwise
            with self._finished(job, job.id, again) as db:
                self.tables.put(db, job.id, table, "" if brought else str(job.params.get("path", "")))
                if joined:
                    note_joined(db, job.id, str(job.params.get("training_id", "")))

    def _model(self, job: Job, result: Result) -> None:
        evaluation = from_json(Evaluation, result)
        goal = self.folders.model(job.subject)
        beside, left = tested_beside(goal), Path(job.folder) / TESTED_FILE
        with self._moved(goal), self._moved(beside):
            move_file(Path(job.folder) / MODEL_FILE, goal)
            if left.exists():
                move_file(left, beside)
            with self._finished(job, job.subject) as db:
                self.trainings.finish(db, job.subject, evaluation)
        if job.journey == "finish":
            search = Path(from_json(FinishOrder, job.params).search_folder)
            if self.folders.is_job(search):
                remove(search)

    def _looked(self, job: Job, result: Result) -> None:
        """Keep the copy that was looked at: without a row of its own the next start removes it."""
        looked = from_json(Looked, result)
        goal = self.folders.model(job.id)
        with self._moved(goal):
            move_file(Path(job.folder) / MODEL_FILE, goal)
            with self._finished(job, job.id, to_json(looked)):
                pass

    def _accepted(self, job: Job, result: Result) -> None:
        """Store a model that came: as a file that was looked at before, or made from one just now."""
        left = Path(job.folder) / MODEL_FILE
        if job.journey == "bring_onnx":
            accepted, goal = as_accepted(from_json(BroughtFile, result)), self.folders.model(job.id)
            with self._moved(goal):
                move_file(left, goal)
                with self._finished(job, job.id) as db:
                    self.models.accept(db, job.id, accepted)
            return
        if not self.folders.model(job.subject).is_file():
            raise NotFoundError("error.not_found")
        with self._finished(job, job.subject) as db:
            accept(self.models, self.others, db, job.subject, result)

    def _explained(self, job: Job, result: Result) -> None:
        explained = from_json(Explained, result)
        with self._finished(job, job.subject) as db:
            self.trainings.explain(db, job.subject, explained)

    def _prepared(self, job: Job, result: Result) -> None:
        prepared = from_json(Prepared, result)
        order = from_json(PrepareOrder, job.params)
        goal = self.folders.answers(job.id)
        with self._moved(goal):
            move_files(TABLE_FILES, Path(job.folder), goal)
            before = self.folders.answers(order.instead) / SOURCE_FILE
            if brought := self.folders.brought_for(job):
                order = replace(order, path="")
                if _is_needed_again(prepared) and brought.is_file():
                    move_file(brought, goal / SOURCE_FILE)
            elif order.instead and order.path == str(before):
                order = replace(order, path="")
                share_file(before, goal / SOURCE_FILE)
            with self._finished(job, job.id) as db:
                self.answers.put(db, order, job.id, prepared)

    def _answers(self, job: Job, result: Result) -> None:
        if job.journey == "answer_table":
            _land_answered(self, job, result)
            return
        answers = from_json(Answers, result)
        with self._finished(job, job.subject) as db:
            self.answers.answer(db, job.subject, answers)
            move_file(Path(job.folder) / ANSWERS_FILE, self.folders.answers(job.subject) / ANSWERS_FILE)

    def _view(self, job: Job, result: Result) -> None:
        arranged = from_json(Arranged, result)
        folder = Path(from_json(ArrangeOrder, job.params).table_folder)
        goal = folder / view_name(job.id)
        with self._moved(goal):
            move_file(Path(job.folder) / VIEW_FILE, goal)
            with self._finished(job, job.subject, to_json(arranged)):
                pass
        views = sorted(folder.glob(view_name("*")), key=lambda view: view.stat().st_mtime)
        for oldest in views[:-MOST_VIEWS]:
            remove(oldest)

    def _result(self, job: Job, result: Result) -> None:
        with found_kept(job), self._finished(job, job.subject, result):
            pass

    @contextmanager
    def _finished(self, job: Job, subject: str, result: Result | None = None) -> Iterator[sqlite3.Connection]:
        """Yield the one transaction in which the outcome is stored and the job is finished."""
        with self.database.writing() as db:
            yield db
            self.jobs.finish(db, job, subject=subject, result=result or {})

    @contextmanager
    def _moved(self, goal: Path) -> Iterator[None]:
        """Take back what was moved when the row is not committed."""
        try:
            yield
        except BaseException:
            remove(goal)
            remove(goal.with_name(f".{goal.name}"))
            raise


def _is_needed_again(prepared: Prepared) -> bool:
    """Whether our copy of a new file is kept: to be given back with columns added, or read otherwise."""
    found = prepared.preflight
    return prepared.table.recipe.format == "xlsx" or bool(
        found.missing or found.mapped or found.offers or found.scaled
    )


def _land_answered(landing: Landing, job: Job, result: Result) -> None:
    """Store a table that was read for a model and answered in one job."""
    answered, order = from_json(TableAnswered, result), from_json(AnswerTableOrder, job.params)
    goal = landing.folders.answers(job.id)
    brought = PrepareOrder(path=order.path, name=order.name, model=order.model, training_id=order.training_id)
    with landing._moved(goal):
        move_files((*TABLE_FILES, ANSWERS_FILE), Path(job.folder), goal)
        with landing._finished(job, job.id) as db:
            prepared = Prepared(table=answered.table, preflight=answered.preflight)
            landing.answers.put(db, brought, job.id, prepared)
            landing.answers.answer(db, job.id, answered.answers)

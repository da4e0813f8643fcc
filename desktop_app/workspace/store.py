"""The one object through which the app remembers things."""

import json
import tempfile
from pathlib import Path

from desktop_app.errors.disk import save_error
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import JSON
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace import tidying
from desktop_app.workspace.answers import AnswerSets
from desktop_app.workspace.choices import Choices
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.forgetting import Forgetting
from desktop_app.workspace.jobs import RESULT, RESUME, Jobs
from desktop_app.workspace.landing import Landing
from desktop_app.workspace.models import Models
from desktop_app.workspace.other_models import OtherModels
from desktop_app.workspace.parts import Parts
from desktop_app.workspace.programs import Programs
from desktop_app.workspace.remarks import Remarks
from desktop_app.workspace.reserve import Reserve
from desktop_app.workspace.tables import Tables
from desktop_app.workspace.trainings import Trainings
from desktop_app.workspace.watches import Watches


class Workspace:
    """A folder on disk: a database, and the files of tables, models and answers beside it.

    Raises SaveError where the folder cannot be written to, and InternalError where the database is damaged
    or was made by a newer version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._folders = Folders(self.folder)
        self._reserve = Reserve(self._folders.reserve)
        try:
            self._folders.make()
            self._database = Database(self._folders.database, self._reserve)
        except OSError as error:
            raise save_error(error, self.folder) from error
        facts = Facts()
        self.tables = Tables(self._database, self._folders, facts)
        self.trainings = Trainings(self._database, self._folders, facts)
        self.models = Models(self._database, self._folders, facts)
        self.others = OtherModels(self._database, self._folders, facts)
        self.answers = AnswerSets(self._database, self._folders, facts)
        self.jobs = Jobs(self._database, self._folders)
        self.forgetting = Forgetting(self._database, self._folders, facts)
        self.remarks = Remarks(self._database)
        self.watches = Watches(self._database)
        self.programs = Programs(self._database)
        self.choices = Choices(self._database)
        self.parts = Parts(self._database)
        self._landing = Landing(
            database=self._database,
            folders=self._folders,
            tables=self.tables,
            trainings=self.trainings,
            models=self.models,
            others=self.others,
            answers=self.answers,
            jobs=self.jobs,
        )

    def land(self, job: Job, result: dict[str, JSON]) -> None:
        """Move what the job left in its folder to its place and store it, all or nothing.

        Raises SaveError, NotFoundError, and ValueError or TypeError for a result that was not promised.
        """
        self._landing.land(job, result)

    def keep_result(self, job_id: str, result: dict[str, JSON]) -> None:
        """Keep what came of a job, where a person has added to it; raises NotFoundError where it is gone."""
        self._database.change(RESULT, json.dumps(result, allow_nan=False), job_id)

    def resume(self, job_id: str) -> Job:
        """Let an answering of rows wait that was cut off: it goes on in its folder.

        Raises NotFoundError where it is no such job, or waits or runs already.
        """
        self._database.change(RESUME, job_id)
        self._folders.job(job_id).mkdir(exist_ok=True, mode=0o700)  # older programs removed it
        return self.jobs.get(job_id)

    def rows_of(self, training: StoredTraining) -> str:
        """Return the folder of the rows that a training learned from; nothing where they are gone."""
        folder = self._folders.table(training.reading)
        is_there = training.table_id and training.reading and folder.is_dir()
        return str(folder) if is_there else ""

    def tidy(self) -> None:
        """Purge what was deleted and mark what was interrupted; once, by the program that holds the lock."""
        try:
            self._reserve.set_aside()
            tidying.tidy(self._database, self._folders)
            self.forgetting.finish()
        except OSError as error:
            raise save_error(error, self.folder) from error

    def folder_aside(self) -> Path:
        """Return a new folder for work of which nothing is kept; what is left of it goes at the next start.

        Raises SaveError where it cannot be made.
        """
        try:
            return Path(tempfile.mkdtemp(prefix="aside-", dir=self._folders.job("")))
        except OSError as error:
            raise save_error(error, self.folder) from error

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()

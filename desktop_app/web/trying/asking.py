"""The model that is tried, and what it is asked."""

from functools import lru_cache
from pathlib import Path

from desktop_app.errors import InternalError, NotFoundError
from desktop_app.records.asking import Ask, Opening, Reply
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Column, Table
from desktop_app.reports.row_words import Asked
from desktop_app.tables.stored.storage import read_table
from desktop_app.web.context import context
from desktop_app.web.rail import table_of
from desktop_app.web.trying.known import Known, known_columns

MOST_FIELDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A model that is tried, and what is known of the columns that it reads."""

    training: StoredTraining
    evaluation: Evaluation
    table: Table | None  # that it learned from, as it was read then, if that is still there
    folder: str  # of its rows; empty where they are gone
    known: tuple[Known, ...]

    @property
    def shown(self) -> tuple[Known, ...]:
        """The columns that have a field."""
        return tuple(one for one in self.known if one.kind != "unknown")[:MOST_FIELDS]

    @property
    def rows(self) -> int:
        """How many rows of the table there are to start from."""
        return self.table.rows if self.table and self.folder else 0

    @property
    def target(self) -> Column | None:
        """The column to predict."""
        return self.table.column(self.evaluation.target) if self.table else None

    @property
    def asked(self) -> Asked:
        """What the words of an answer need to know of the model."""
        is_amount = self.evaluation.task == "regression"
        unit = (self.target.unit if self.target else self.evaluation.unit) if is_amount else ""
        return Asked(evaluation=self.evaluation, decision=self.training.decision, unit=unit)


def subject_of(training: StoredTraining) -> Subject:
    """Return the model of a training as it can be tried; raises NotFoundError where there is none yet."""
    if training.evaluation is None:
        raise NotFoundError("error.not_found")
    folder = context().workspace.rows_of(training)
    table = _learned_from(training, folder)
    known = known_columns(training.evaluation, training.model, table)
    return Subject(training=training, evaluation=training.evaluation, table=table, folder=folder, known=known)


def ask(subject: Subject, question: Ask) -> Reply:
    """Return what the model says; raises AppError where it does not."""
    desk = context().desk
    if desk is None:
        raise InternalError("error.unexpected", reference="no desk")
    return desk.ask(Opening(model=subject.training.model, table_folder=subject.folder), question)


def _learned_from(training: StoredTraining, folder: str) -> Table | None:
    """Return the table that a training learned from, as it was read then; it may be read otherwise by now."""
    stored = table_of(training)
    if folder and (stored is None or stored.reading != training.reading):
        try:
            return _table_in(folder)
        except (OSError, ValueError, TypeError):
            return None
    return stored.table if stored else None


@lru_cache(maxsize=4)
def _table_in(folder: str) -> Table:
    """Return what is known of a table as it was read once, which does not change any more."""
    return read_table(Path(folder))

"""The trainings, and the models that came of them."""

import json
import sqlite3

from desktop_app.errors import NotFoundError
from desktop_app.records.decisions import Decision
from desktop_app.records.explained import Explained
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.deciding import first_decision
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import Folders, tested_beside
from desktop_app.workspace.models import keep_evaluation, origin_in
from desktop_app.workspace.moments import new_id, now, storable

# One that failed or was cancelled is found by its id, so that its page can say so, but stands in no list.
_LIST = """SELECT * FROM kept_training
    WHERE evaluation IS NOT NULL OR state IN ('waiting', 'running', 'stopped', 'interrupted')
    ORDER BY number DESC"""
_OF_TABLE = """SELECT * FROM kept_training
    WHERE table_id = ?
    AND (? OR evaluation IS NOT NULL OR state IN ('waiting', 'running', 'stopped', 'interrupted'))
    ORDER BY number DESC"""
_ADD = """INSERT INTO training (id, table_id, table_name, reading, name, created, plan)
    SELECT ?, id, name, reading, ?, ?, ? FROM stored_table WHERE id = ? AND deleted = 0"""


class Trainings:
    """Every run of the learner; newest first where there are many.

    A training is added when it is asked for, so that a page can show it on its way. One that comes to nothing
    is removed at the next start; one that was interrupted stays until the person decides.
    """

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts

    def add(self, table_id: str, plan: TrainingPlan, name: str = "") -> StoredTraining:
        """Store a training that is about to be submitted; its id is the subject of the job."""
        training_id = new_id()
        with self._database.writing() as db:
            named = storable(name) or storable(plan.target)
            values = (training_id, named, now(), self._facts.put(db, plan), table_id)
            if not db.execute(_ADD, values).rowcount:
                raise NotFoundError("error.not_found")
        return self.get(training_id)

    def list(self) -> tuple[StoredTraining, ...]:
        """Return all that are not deleted and are, or may still become, a model."""
        with self._database.reading() as db:
            return tuple(_stored(db, row, self._facts, self._folders) for row in db.execute(_LIST).fetchall())

    def of_table(self, table_id: str, *, even_ended: bool = False) -> tuple[StoredTraining, ...]:
        """Return those of one table that are, or may still become, a model, or even those that will not."""
        with self._database.reading() as db:
            rows = db.execute(_OF_TABLE, (table_id, even_ended)).fetchall()
            return tuple(_stored(db, row, self._facts, self._folders) for row in rows)

    def latest(self, table_id: str, *, even_ended: bool = False) -> StoredTraining | None:
        """Return the last training of a table, if there is one; that failed or was cancelled, if wanted."""
        return next(iter(self.of_table(table_id, even_ended=even_ended)), None)

    def get(self, training_id: str) -> StoredTraining:
        """Return one; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute("SELECT * FROM kept_training WHERE id = ?", (training_id,)).fetchone():
                return _stored(db, row, self._facts, self._folders)
        raise NotFoundError("error.not_found")

    def rename(self, training_id: str, name: str) -> None:
        """Give it another name; an empty one changes nothing."""
        if name := storable(name):
            self._database.change(
                "UPDATE training SET name = ? WHERE deleted = 0 AND id = ?", name, training_id
            )

    def delete(self, training_id: str) -> None:
        """Put it out of sight with the answers it gave, to be removed at the next start."""
        self._database.change("UPDATE training SET deleted = 1 WHERE id = ?", training_id)

    def undo_delete(self, training_id: str) -> None:
        """Bring it back."""
        self._database.change("UPDATE training SET deleted = 0 WHERE id = ?", training_id)

    def finish(self, db: sqlite3.Connection, training_id: str, evaluation: Evaluation) -> None:
        """Store what came of it, and what follows from costs, within the open transaction."""
        keep_evaluation(db, self._facts, training_id, evaluation)
        values = (_said(first_decision(evaluation)), training_id)
        db.execute("UPDATE training SET decision = ? WHERE id = ?", values)

    def explain(self, db: sqlite3.Connection, training_id: str, explained: Explained) -> None:
        """Store what was found out about its model, within the open transaction."""
        values = (self._facts.put(db, explained), training_id)
        if not db.execute("UPDATE training SET explained = ? WHERE id = ?", values).rowcount:
            raise NotFoundError("error.not_found")

    def decide(self, training_id: str, decision: Decision | None) -> None:
        """Keep what the person decided about using its model; None takes it back."""
        self._database.change("UPDATE training SET decision = ? WHERE id = ?", _said(decision), training_id)


def _said(decision: Decision | None) -> str:
    return json.dumps(to_json(decision)) if decision else ""


def _stored(db: sqlite3.Connection, row: sqlite3.Row, facts: Facts, folders: Folders) -> StoredTraining:
    evaluation = row["evaluation"] and facts.get(db, Evaluation, row["evaluation"])
    model = folders.model(row["id"])
    return StoredTraining(
        id=row["id"],
        table_id=row["table_id"],
        table_name=row["table_name"],
        reading=row["reading"],
        name=row["name"],
        created=row["created"],
        plan=facts.get(db, TrainingPlan, row["plan"]),
        job_id=row["job_id"],
        evaluation=evaluation,
        model=str(model) if evaluation else "",
        tested=str(tested_beside(model)) if evaluation else "",
        explained=facts.get(db, Explained, row["explained"]) if row["explained"] else None,
        decision=from_json(Decision, json.loads(row["decision"])) if row["decision"] else None,
        note=row["note"],
        origin=origin_in(row),
        matches=from_json(tuple[ColumnMatch, ...], json.loads(row["matches"] or "[]")),
        scalings=from_json(tuple[Scaling, ...], json.loads(row["scalings"] or "[]")),
    )

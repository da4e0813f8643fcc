"""The new files that were brought to a model, and its answers."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import to_json
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.records.stored import StoredAnswers
from desktop_app.records.tables import Table
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import SOURCE_FILE, Folders
from desktop_app.workspace.moments import now, storable

_ADD = """INSERT INTO answers (id, training_id, name, created, content, preflight, source)
    VALUES (?, nullif(?, ''), ?, ?, ?, ?, ?)"""


class AnswerSets:
    """Every new file and its answers; newest first where there are many."""

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts

    def list(self) -> tuple[StoredAnswers, ...]:
        """Return all that are not deleted."""
        with self._database.reading() as db:
            rows = db.execute("SELECT * FROM kept_answers ORDER BY number DESC").fetchall()
            return tuple(self._stored(db, row) for row in rows)

    def of_training(self, training_id: str) -> tuple[StoredAnswers, ...]:
        """Return those of one model."""
        statement = "SELECT * FROM kept_answers WHERE training_id = ? ORDER BY number DESC"
        with self._database.reading() as db:
            return tuple(self._stored(db, row) for row in db.execute(statement, (training_id,)).fetchall())

    def get(self, answers_id: str) -> StoredAnswers:
        """Return one; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute("SELECT * FROM kept_answers WHERE id = ?", (answers_id,)).fetchone():
                return self._stored(db, row)
        raise NotFoundError("error.not_found")

    def rename(self, answers_id: str, name: str) -> None:
        """Give them another name; an empty one changes nothing."""
        if name := storable(name):
            self._database.change(
                "UPDATE answers SET name = ? WHERE deleted = 0 AND id = ?", name, answers_id
            )

    def delete(self, answers_id: str) -> None:
        """Put them out of sight, to be removed at the next start."""
        self._database.change("UPDATE answers SET deleted = 1 WHERE id = ?", answers_id)

    def undo_delete(self, answers_id: str) -> None:
        """Bring them back."""
        self._database.change("UPDATE answers SET deleted = 0 WHERE id = ?", answers_id)

    def put(self, db: sqlite3.Connection, order: PrepareOrder, answers_id: str, prepared: Prepared) -> None:
        """Store a new file whose table is in place, within the open transaction.

        It takes the place of the same file that was read before, unless that has answers by now.
        The path of the order is that of the person's file, or empty where a copy of ours is kept.
        """
        content, preflight = (self._facts.put(db, fact) for fact in (prepared.table, prepared.preflight))
        before = db.execute("SELECT name FROM answers WHERE id = ?", (order.instead,)).fetchone()
        name = before["name"] if before else storable(prepared.table.name)
        db.execute("UPDATE answers SET deleted = 1 WHERE id = ? AND answers IS NULL", (order.instead,))
        source = json.dumps(order.path) if order.path else ""  # which also holds a name that is no text
        db.execute(_ADD, (answers_id, order.training_id, name, now(), content, preflight, source))

    def refuse(self, answers_id: str, column: str) -> None:
        """Keep that no suggestion for a column that is missing is right."""
        found = self.get(answers_id).preflight
        if column in found.refused:
            return
        told = replace(found, refused=(*found.refused, column))
        with self._database.writing() as db:
            values = (self._facts.put(db, told), answers_id)
            db.execute("UPDATE answers SET preflight = ? WHERE id = ?", values)

    def remember(self, training_id: str, matches: Sequence[ColumnMatch], scalings: Sequence[Scaling]) -> None:
        """Keep which columns of new files are a model's under other names, and by what some are multiplied.

        The latest come first.
        """
        told = (json.dumps(to_json(one)) for one in (matches, scalings))
        statement = "UPDATE training SET matches = ?, scalings = ? WHERE id = ?"
        self._database.change(statement, *told, training_id)

    def answer(self, db: sqlite3.Connection, answers_id: str, answers: Answers) -> None:
        """Store the answers to a new file, within the open transaction."""
        truth = json.dumps(to_json(answers.truth), allow_nan=False) if answers.truth else ""
        values = (self._facts.put(db, answers), truth, answers_id)
        if not db.execute("UPDATE answers SET answers = ?, truth = ? WHERE id = ?", values).rowcount:
            raise NotFoundError("error.not_found")

    def _stored(self, db: sqlite3.Connection, row: sqlite3.Row) -> StoredAnswers:
        folder = self._folders.answers(row["id"])
        return StoredAnswers(
            id=row["id"],
            training_id=row["training_id"],
            name=row["name"],
            created=row["created"],
            folder=str(folder),
            table=self._facts.get(db, Table, row["content"]),
            preflight=self._facts.get(db, Preflight, row["preflight"]),
            answers=row["answers"] and self._facts.get(db, Answers, row["answers"]),
            source=json.loads(row["source"]) if row["source"] else str(folder / SOURCE_FILE),
        )

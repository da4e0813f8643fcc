"""The tables that were opened."""

import json
import sqlite3

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.oddness import OddMark
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Table
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.history import History, add_fine, add_reading, cut_off_undone
from desktop_app.workspace.moments import now, storable

_FOUND = """SELECT id, name, created, source, reading, content, plan, fine, note, marks FROM stored_table
    WHERE deleted = 0"""
_ADD = "INSERT INTO stored_table (id, name, created, source, reading, content) VALUES (?, ?, ?, ?, ?, ?)"
_ANEW = "UPDATE stored_table SET reading = ?, content = ? WHERE id = ?"


class Tables:
    """Every table in the workspace; newest first where there are many."""

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts
        self.history = History(database)

    def list(self) -> tuple[StoredTable, ...]:
        """Return all that are not deleted."""
        with self._database.reading() as db:
            return tuple(
                self._stored(db, row) for row in db.execute(f"{_FOUND} ORDER BY number DESC").fetchall()
            )

    def get(self, table_id: str) -> StoredTable:
        """Return one; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute(f"{_FOUND} AND id = ?", (table_id,)).fetchone():
                return self._stored(db, row)
        raise NotFoundError("error.not_found")

    def rename(self, table_id: str, name: str) -> None:
        """Give it another name; an empty one changes nothing."""
        if name := storable(name):
            self._database.change(
                "UPDATE stored_table SET name = ? WHERE deleted = 0 AND id = ?", name, table_id
            )

    def delete(self, table_id: str) -> None:
        """Put it out of sight, to be removed at the next start; models that learned from it stay."""
        self._database.change("UPDATE stored_table SET deleted = 1 WHERE id = ?", table_id)

    def undo_delete(self, table_id: str) -> None:
        """Bring it back."""
        self._database.change("UPDATE stored_table SET deleted = 0 WHERE id = ?", table_id)

    def keep_plan(self, table_id: str, plan: TrainingPlan) -> None:
        """Remember what was chosen to predict, so that it is there when the person comes back."""
        text = json.dumps(to_json(plan), allow_nan=False)
        self._database.change("UPDATE stored_table SET plan = ? WHERE deleted = 0 AND id = ?", text, table_id)

    def hide_finding(self, table_id: str, key: str) -> None:
        """Remember that a finding is fine, as a step that can be undone; *key* holds no blank."""
        with self._database.writing(urgent=True) as db:
            add_fine(db, table_id, lambda fine: dict.fromkeys((*fine, key)))

    def show_findings(self, table_id: str) -> None:
        """Forget of all findings that they are fine, as a step that can be undone."""
        with self._database.writing(urgent=True) as db:
            add_fine(db, table_id, lambda _fine: ())

    def put(self, db: sqlite3.Connection, table_id: str, table: Table, source: str) -> None:
        """Store a table whose files are in place, within the open transaction.

        *source* is the path of the person's file, empty where a copy of ours is kept.
        """
        content = self._facts.put(db, table)
        path = json.dumps(source) if source else ""  # which also holds a name that is no text
        db.execute(_ADD, (table_id, storable(table.name), now(), path, table_id, content))
        add_reading(db, table_id, table_id, content, table.recipe.wishes)

    def read_anew(self, db: sqlite3.Connection, table_id: str, reading: str, table: Table) -> None:
        """Let another reading of its file follow the present one, within the open transaction."""
        content = self._facts.put(db, table)
        cut_off_undone(db, table_id)
        if not db.execute(_ANEW, (reading, content, table_id)).rowcount:
            raise NotFoundError("error.not_found")
        add_reading(db, table_id, reading, content, table.recipe.wishes)

    def _stored(self, db: sqlite3.Connection, row: sqlite3.Row) -> StoredTable:
        return StoredTable(
            id=row["id"],
            name=row["name"],
            created=row["created"],
            folder=str(self._folders.table(row["reading"])),
            table=self._facts.get(db, Table, row["content"]),
            plan=from_json(TrainingPlan, json.loads(row["plan"])) if row["plan"] else None,
            source=json.loads(row["source"]) if row["source"] else str(self._folders.source(row["id"])),
            reading=row["reading"],
            fine=tuple(row["fine"].split()),
            note=row["note"],
            marks=tuple(from_json(OddMark, one) for one in json.loads(row["marks"])),
        )

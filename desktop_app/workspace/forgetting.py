"""Forgets a table everywhere: afterwards none of its values is in any file of the workspace.

First the rows of the database go in one transaction, then the files, and last the database is written anew:
what SQLite deletes stays readable in its file until then. What a crash leaves undone, the next start does.
"""

import datetime
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import SaveError
from desktop_app.records.forgotten import Concerned, Kept
from desktop_app.records.record import dataclass
from desktop_app.workspace.concerned import concerned
from desktop_app.workspace.database import Database
from desktop_app.workspace.facts import Facts
from desktop_app.workspace.folders import (
    UPLOADS,
    Folders,
    ahead_beside,
    files_of_model,
    remove,
    tested_beside,
)
from desktop_app.workspace.tidying import FORGET_FACTS

_BEGUN = "forgetting"  # a setting, until the database is written anew
_BEGIN = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, 'begun')"
_END = "DELETE FROM setting WHERE name = ?"
_USE = "UPDATE stored_table SET used = ? WHERE id = ?"
# Learning from a table is using it, too.
_UNUSED = """SELECT id, name, day FROM (
        SELECT id, name, max(substr(created, 1, 10), used, coalesce(
            (SELECT max(substr(created, 1, 10)) FROM training WHERE table_id = stored_table.id), '')) AS day
        FROM stored_table WHERE deleted = 0
    ) WHERE day < ? ORDER BY day"""
# What each forecast was asked last, whose answer lies beside it.
_WENT_ON = """SELECT id, subject, max(number) FROM job
    WHERE journey IN ('go_on', 'compare_beside') AND state = 'finished'
    GROUP BY subject"""
_OLD_ANSWERS = "SELECT id FROM answers WHERE substr(created, 1, 10) < ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A table that nobody has opened for a while."""

    id: str
    name: str
    since: datetime.date


class Forgetting:
    """Takes away what is to be remembered no longer."""

    def __init__(self, database: Database, folders: Folders, facts: Facts) -> None:
        self._database, self._folders, self._facts = database, folders, facts
        self.gone = 0  # tables that went at this start, by the rules of IT

    def concerned(self, table_id: str, *, keep_models: bool = False) -> Concerned:
        """Return what would go with a table; raises NotFoundError."""
        with self._database.reading() as db:
            return concerned(db, [table_id], keep_models=keep_models)

    def forget(self, table_ids: Iterable[str], *, keep_models: bool, alone: bool = False) -> bool:
        """Forget tables; whoever works on them was stopped before. *alone*: none else of the same rows.

        Return whether nothing is left of them by now: otherwise the next start sees to that. Raises
        NotFoundError where there is no such table, and SaveError where nothing was forgotten.
        """
        with self._database.writing(urgent=True) as db:
            gone = concerned(db, table_ids, keep_models=keep_models, alone=alone)
            learned = [one.id for one in gone.models] or _models_of(db, gone.tables)
            went = [row["subject"] for row in db.execute(_WENT_ON).fetchall() if row["id"] in gone.jobs]
            _delete(db, gone)
        self._remove(gone, learned)
        for place in (place for one in went for place in ahead_beside(self._folders.model(one)).values()):
            remove(place)
        return self.finish()

    def forget_unused(self, days: int, today: datetime.date) -> int:
        """Forget tables that nobody opened for so many days, and answers as old; return how many tables went.

        Models stay: they are in use without their table.
        """
        limit = (today - datetime.timedelta(days=days)).isoformat()
        tables = [one.id for one in self.unused(limit)]
        with self._database.writing(urgent=True) as db:
            old = [row["id"] for row in db.execute(_OLD_ANSWERS, (limit,)).fetchall()]
            db.executemany("DELETE FROM answers WHERE id = ?", [(one,) for one in old])
            if old:
                db.execute(FORGET_FACTS)
                db.execute(_BEGIN, (_BEGUN,))
        for one in old:
            remove(self._folders.answers(one))
        if tables:
            self.forget(tables, keep_models=True, alone=True)
        elif old:
            self.finish()
        self.gone += len(tables)
        return len(tables)

    def unused(self, before: str) -> tuple[Unused, ...]:
        """Return the tables that nobody has opened since a day in ISO 8601, the longest unused first."""
        with self._database.reading() as db:
            return tuple(
                Unused(id=row["id"], name=row["name"], since=datetime.date.fromisoformat(row["day"]))
                for row in db.execute(_UNUSED, (before,)).fetchall()
            )

    def note_use(self, table_id: str, today: datetime.date) -> None:
        """Remember that somebody opens a table on this day, if the disk takes it: it is to be seen anyway."""
        day = today.isoformat()
        with self._database.reading() as db:
            found = db.execute("SELECT used FROM stored_table WHERE id = ?", (table_id,)).fetchone()
        if found and found["used"] != day:
            with suppress(SaveError), self._database.writing() as db:
                db.execute(_USE, (day, table_id))

    def finish(self) -> bool:
        """Write the database anew where something was forgotten; return whether nothing is left to do."""
        with self._database.reading() as db:
            if not db.execute("SELECT 1 FROM setting WHERE name = ?", (_BEGUN,)).fetchone():
                return True
        self._facts.forget()
        try:
            self._database.write_anew()
            with self._database.writing() as db:
                db.execute(_END, (_BEGUN,))
        except SaveError:
            return False
        return True

    def _remove(self, gone: Concerned, learned: list[str]) -> None:
        """Remove every file that belongs to what is gone, and the rows that tested models which stay."""
        folders = self._folders
        models = {one.id for one in gone.models}
        places = [
            *map(folders.table, gone.readings),
            *(folders.source(one.id) for one in gone.tables),
            *(folders.answers(one.id) for one in gone.answers),
            *(folders.model(one) for one in models),
            *(tested_beside(folders.model(one)) for one in learned),
            *(place for one in gone.others for place in files_of_model(folders.model(one.id))),
            *map(folders.job, gone.jobs),
            *(path for path in map(Path, gone.written) if path.parent == folders.root / UPLOADS),
        ]
        for place in places:
            remove(place)


def _models_of(db: sqlite3.Connection, tables: Iterable[Kept]) -> list[str]:
    found = (db.execute("SELECT id FROM training WHERE table_id = ?", (one.id,)).fetchall() for one in tables)
    return [row["id"] for rows in found for row in rows]


def _delete(db: sqlite3.Connection, gone: Concerned) -> None:
    """Delete the rows of what goes; notes, steps, decisions and watched folders go with them."""
    ids = {
        "job": gone.jobs,
        "answers": tuple(one.id for one in gone.answers),
        "training": tuple(one.id for one in gone.models),
        "other_model": tuple(one.id for one in gone.others),
        "stored_table": tuple(one.id for one in gone.tables),
    }
    db.executemany("DELETE FROM program_request WHERE job_id = ?", [(one,) for one in gone.jobs])
    for table, these in ids.items():
        db.executemany(f"DELETE FROM {table} WHERE id = ?", [(one,) for one in these])  # noqa: S608 - ours
    db.execute(FORGET_FACTS)
    db.execute(_BEGIN, (_BEGUN,))

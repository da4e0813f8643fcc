"""The steps on a table, to be undone and done again: readings of its file, and findings that are fine."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.stored import Steps
from desktop_app.records.tables import Wishes
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import Folders

Keys = tuple[str, ...]  # of findings
MOST_KEPT = 20  # steps before the present one, and as many behind it, that the next start leaves
LARGEST = 2 * 1024**3  # bytes of rows that they may take on the disk beside those of the present one

_ADD = """INSERT INTO history (table_id, reading, content, wishes, fine)
    SELECT id, ?, ?, ?, fine FROM stored_table WHERE id = ?"""
_ADD_FINE = """INSERT INTO history (table_id, reading, content, wishes, fine)
    SELECT table_id, reading, content, wishes, ? FROM history WHERE number = ?"""
_HERE = "SELECT step, fine FROM stored_table WHERE id = ? AND deleted = 0"
_AROUND = """SELECT other.* FROM history AS other JOIN stored_table AS here ON here.id = other.table_id
    WHERE here.id = ? AND other.number"""
_EARLIER = f"{_AROUND} < here.step ORDER BY other.number DESC"
_LATER = f"{_AROUND} > here.step ORDER BY other.number"
_GO = "UPDATE stored_table SET reading = ?, content = ?, fine = ?, step = ? WHERE id = ? AND deleted = 0"
_STEP = "UPDATE stored_table SET step = ? WHERE id = ?"
_CUT = "DELETE FROM history WHERE number = ?"


class History:
    """Which steps led to a table as it is, and which were undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def around(self, table_id: str) -> Steps:
        """Return what was decided one step before, and in the step that was undone last."""
        with self._database.reading() as db:
            earlier, later = (
                db.execute(statement, (table_id,)).fetchone() for statement in (_EARLIER, _LATER)
            )
        return Steps(
            earlier=_wishes(earlier),
            later=_wishes(later),
            earlier_fine=_fine(earlier),
            later_fine=_fine(later),
        )

    def undo(self, table_id: str) -> None:
        """Go one step back; raises NotFoundError where there is none."""
        self._go(_EARLIER, table_id)

    def redo(self, table_id: str) -> None:
        """Take the step again that was undone last; raises NotFoundError where there is none."""
        self._go(_LATER, table_id)

    def _go(self, statement: str, table_id: str) -> None:
        with self._database.writing(urgent=True) as db:
            goal = db.execute(statement, (table_id,)).fetchone()
            if goal is None:
                raise NotFoundError("error.not_found")
            state = (goal["reading"], goal["content"], goal["fine"], goal["number"])
            if not db.execute(_GO, (*state, table_id)).rowcount:
                raise NotFoundError("error.not_found")


def add_reading(db: sqlite3.Connection, table_id: str, reading: str, content: str, wishes: Wishes) -> None:
    """Put a reading behind all other steps on a table, within the open transaction."""
    told = json.dumps(to_json(wishes), allow_nan=False)
    added = db.execute(_ADD, (reading, content, told, table_id))
    db.execute(_STEP, (added.lastrowid, table_id))


def add_fine(db: sqlite3.Connection, table_id: str, decide: Callable[[Keys], Iterable[str]]) -> None:
    """Let *decide* say which findings are fine, by those that are; a step, where that makes a difference.

    Raises NotFoundError where there is no such table.
    """
    here = db.execute(_HERE, (table_id,)).fetchone()
    if here is None:
        raise NotFoundError("error.not_found")
    fine = _fine(here)
    now = tuple(decide(fine))
    if now == fine:
        return
    cut_off_undone(db, table_id)
    text = " ".join(now)
    added = db.execute(_ADD_FINE, (text, here["step"]))
    db.execute("UPDATE stored_table SET fine = ?, step = ? WHERE id = ?", (text, added.lastrowid, table_id))


def cut_off_undone(db: sqlite3.Connection, table_id: str) -> None:
    """Forget the steps that were undone, within the open transaction."""
    for undone in db.execute(_LATER, (table_id,)).fetchall():
        db.execute(_CUT, (undone["number"],))


def forget_the_oldest(db: sqlite3.Connection, folders: Folders) -> None:
    """Cut off what is far from the present reading of a table, or would take too much of the disk."""
    for row in db.execute("SELECT id, reading FROM stored_table").fetchall():
        seen = dict(folders.files_of_table(row["reading"]))
        for statement in (_EARLIER, _LATER):
            others = db.execute(statement, (row["id"],)).fetchall()
            for other in others[_fitting([other["reading"] for other in others], seen, folders) :]:
                db.execute(_CUT, (other["number"],))


def _fitting(readings: Sequence[str], seen: dict[int, int], folders: Folders) -> int:
    """Return how many of the readings, the nearest first, can be kept; *seen* are the files so far."""
    present = len(seen)
    for count, reading in enumerate(readings[:MOST_KEPT]):
        seen |= dict(folders.files_of_table(reading))
        if sum([*seen.values()][present:]) > LARGEST:
            return count
    return min(len(readings), MOST_KEPT)


def _fine(row: sqlite3.Row | None) -> Keys:
    return tuple(row["fine"].split()) if row else ()


def _wishes(row: sqlite3.Row | None) -> Wishes | None:
    return from_json(Wishes, json.loads(row["wishes"])) if row else None

"""The readings of a table's file, one after the other: steps that can be undone, and done again."""

import json
import sqlite3
from collections.abc import Sequence

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.stored import Steps
from desktop_app.records.tables import Wishes
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import Folders

MOST_KEPT = 20  # readings before the present one, and as many behind it, that the next start leaves
LARGEST = 2 * 1024**3  # bytes of rows that they may take on the disk beside those of the present one

_ADD = "INSERT INTO history (table_id, reading, content, wishes) VALUES (?, ?, ?, ?)"
_HERE = """SELECT history.number, history.table_id FROM history
    JOIN stored_table ON stored_table.id = table_id AND stored_table.reading = history.reading"""
_EARLIER = f"""SELECT other.* FROM history AS other JOIN ({_HERE}) AS here USING (table_id)
    WHERE table_id = ? AND other.number < here.number ORDER BY other.number DESC"""  # noqa: S608 - our names
_LATER = f"""SELECT other.* FROM history AS other JOIN ({_HERE}) AS here USING (table_id)
    WHERE table_id = ? AND other.number > here.number ORDER BY other.number"""  # noqa: S608 - our names
_GO = "UPDATE stored_table SET reading = ?, content = ? WHERE id = ? AND deleted = 0"
_CUT = "DELETE FROM history WHERE number = ?"


class History:
    """Which readings came before the present one of a table, and which were undone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def around(self, table_id: str) -> Steps:
        """Return what was decided in the reading before, and in the one that was undone last."""
        with self._database.reading() as db:
            earlier, later = (
                db.execute(statement, (table_id,)).fetchone() for statement in (_EARLIER, _LATER)
            )
        return Steps(earlier=_wishes(earlier), later=_wishes(later))

    def undo(self, table_id: str) -> None:
        """Take the reading before; raises NotFoundError where there is none."""
        self._go(_EARLIER, table_id)

    def redo(self, table_id: str) -> None:
        """Take the reading that was undone last; raises NotFoundError where there is none."""
        self._go(_LATER, table_id)

    def _go(self, statement: str, table_id: str) -> None:
        with self._database.writing(urgent=True) as db:
            goal = db.execute(statement, (table_id,)).fetchone()
            if goal is None or not db.execute(_GO, (goal["reading"], goal["content"], table_id)).rowcount:
                raise NotFoundError("error.not_found")


def add_reading(db: sqlite3.Connection, table_id: str, reading: str, content: str, wishes: Wishes) -> None:
    """Put a reading behind all others of a table, within the open transaction."""
    db.execute(_ADD, (table_id, reading, content, json.dumps(to_json(wishes), allow_nan=False)))


def cut_off_undone(db: sqlite3.Connection, table_id: str) -> None:
    """Forget the readings behind the present one, within the open transaction."""
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


def _wishes(row: sqlite3.Row | None) -> Wishes | None:
    return from_json(Wishes, json.loads(row["wishes"])) if row else None

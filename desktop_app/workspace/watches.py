"""The folders that are watched for new files, and how that goes."""

import json
import sqlite3
from collections.abc import Sequence

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.watched import Former, StoredWatch, Told
from desktop_app.workspace.database import Database
from desktop_app.workspace.moments import new_id, now

_KEPT = """SELECT watch.* FROM watch JOIN training ON training.id = watch.training_id
    WHERE training.deleted = 0 AND ? IN ('', watch.training_id) AND ? IN ('', watch.id)
    ORDER BY watch.number"""


class Watches:
    """Every watched folder of a model that is not deleted; the oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, training_id: str, folder: str, out: str) -> StoredWatch:
        """Have a folder watched for a model; raises NotFoundError where there is no such model."""
        watch_id = new_id()
        values = (watch_id, training_id, json.dumps(folder), json.dumps(out), now())
        try:
            with self._database.writing() as db:
                db.execute(
                    "INSERT INTO watch (id, training_id, folder, out, created) VALUES (?, ?, ?, ?, ?)", values
                )
        except sqlite3.IntegrityError as error:
            raise NotFoundError("error.not_found") from error
        return self.get(watch_id)

    def list(self, training_id: str = "") -> tuple[StoredWatch, ...]:
        """Return all, or those of one model."""
        return self._found(training_id, "")

    def get(self, watch_id: str) -> StoredWatch:
        """Return one; raises NotFoundError."""
        for found in self._found("", watch_id) if watch_id else ():
            return found
        raise NotFoundError("error.not_found")

    def pause(self, watch_id: str, *, is_paused: bool) -> None:
        """Let it rest, or go on; what it had met is forgotten."""
        self._database.change("UPDATE watch SET paused = ? WHERE id = ?", int(is_paused), watch_id)

    def tell(self, watch_id: str, told: Told) -> None:
        """Keep how it goes; raises NotFoundError where it was stopped meanwhile."""
        text = json.dumps(to_json(told), allow_nan=False)
        self._database.change("UPDATE watch SET told = ? WHERE id = ?", text, watch_id)

    def hand_over(self, training_id: str, to: str, name: str) -> None:
        """Have all folders of a model, which is called *name*, answered by another one from now on.

        What it answered already counts as answered. A folder that the other one watches already is not
        watched twice. Raises NotFoundError where there is no such model.
        """
        watched = {watch.folder for watch in self.list(to)}
        for watch in self.list(training_id):
            if watch.folder in watched:
                self.stop(watch.id)
                continue
            former = (*watch.former, Former(training_id=training_id, name=name))
            self._move(watch.id, to, former)

    def take_back(self, training_id: str, to: str, name: str) -> None:
        """Have the folders that a model took over from another one answered by that one again."""
        for watch in self.list(training_id):
            if watch.former and watch.former[-1].training_id == to:
                former = (*watch.former, Former(training_id=training_id, name=name))
                self._move(watch.id, to, former)

    def stop(self, watch_id: str) -> None:
        """Forget it; what it has answered stays where it is."""
        self._database.change("DELETE FROM watch WHERE id = ?", watch_id)

    def _move(self, watch_id: str, to: str, former: Sequence[Former]) -> None:
        kept = list({one.training_id: one for one in former}.values())
        try:
            self._database.change(
                "UPDATE watch SET training_id = ?, former = ? WHERE id = ?",
                to,
                json.dumps(to_json(kept)),
                watch_id,
            )
        except sqlite3.IntegrityError as error:
            raise NotFoundError("error.not_found") from error

    def _found(self, training_id: str, watch_id: str) -> tuple[StoredWatch, ...]:
        with self._database.reading() as db:
            return tuple(_stored(row) for row in db.execute(_KEPT, (training_id, watch_id)).fetchall())


def _stored(row: sqlite3.Row) -> StoredWatch:
    return StoredWatch(
        id=row["id"],
        training_id=row["training_id"],
        folder=json.loads(row["folder"]),
        out=json.loads(row["out"]),
        is_paused=bool(row["paused"]),
        told=from_json(Told, json.loads(row["told"])),
        former=from_json(tuple[Former, ...], json.loads(row["former"])),
    )

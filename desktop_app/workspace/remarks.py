"""What the person wrote down, and what was decided when."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.oddness import OddMark
from desktop_app.records.remarks import CHOSEN, Decided
from desktop_app.workspace.database import Database
from desktop_app.workspace.moments import now

LONGEST_NOTE = 20_000  # letters


class _Place(NamedTuple):
    """Where notes are kept."""

    read: str
    write: str


_NOTE_ON_TRAINING = _Place(
    "SELECT note FROM training WHERE deleted = 0 AND id = ?", "UPDATE training SET note = ? WHERE id = ?"
)
_NOTE_ON_TABLE = _Place(
    "SELECT note FROM stored_table WHERE deleted = 0 AND id = ?",
    "UPDATE stored_table SET note = ? WHERE id = ?",
)
_NOTE_ON_OTHER = _Place(
    "SELECT note FROM other_model WHERE deleted = 0 AND id = ?",
    "UPDATE other_model SET note = ? WHERE id = ?",
)
_MARKS = "UPDATE stored_table SET marks = ? WHERE deleted = 0 AND id = ?"
_ADD = """INSERT INTO decided (table_id, training_id, moment, notice)
    VALUES (nullif(?, ''), nullif(?, ''), ?, ?)"""
_OF_TABLE = "SELECT moment, notice FROM decided WHERE table_id = ? ORDER BY number"
# By moment: what was taken over from an earlier training has a later number than it would have had.
_OF_TRAINING = """SELECT moment, notice FROM decided WHERE training_id = ?
    OR table_id = (SELECT table_id FROM training WHERE id = ?) ORDER BY moment, number"""
_CHOSEN = "SELECT moment, notice FROM decided WHERE training_id = ? ORDER BY number"


class Remarks:
    """Notes on tables and trainings, and the log of decisions about them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note_on_training(self, training_id: str, text: str, was: str | None = None) -> bool:
        """Keep what the person wrote down about a training; return whether it stands behind another text.

        *was* is the note that they changed; None: whatever stands there gives way. Where it is another one by
        now, both texts are kept. Raises NotFoundError.
        """
        return self._change(_NOTE_ON_TRAINING, training_id, partial(_kept, text, was))

    def note_on_table(self, table_id: str, text: str, was: str | None = None) -> bool:
        """Keep what the person wrote down about a table, as `note_on_training` does."""
        return self._change(_NOTE_ON_TABLE, table_id, partial(_kept, text, was))

    def note_on_other(self, model_id: str, text: str, was: str | None = None) -> bool:
        """Keep what the person wrote down about a model that answers no rows, in the same way."""
        return self._change(_NOTE_ON_OTHER, model_id, partial(_kept, text, was))

    def keep_marks(self, table_id: str, marks: Iterable[OddMark]) -> None:
        """Keep what the person says of the odd rows of a table; nothing where it is gone."""
        self._database.change(_MARKS, json.dumps(to_json(list(marks)), allow_nan=False), table_id)

    def add_to_note(self, training_id: str, part: str) -> bool:
        """Write a part at the end of the note on a training; return whether there was room for it.

        Raises NotFoundError.
        """
        return self._change(_NOTE_ON_TRAINING, training_id, partial(_added, part))

    def decided(self, *notices: Notice, table_id: str = "", training_id: str = "") -> None:
        """Write into the log what was decided: about a training, or else about a table.

        An entry goes with what it is about. Raises NotFoundError where that is not there.
        """
        about = ("", training_id) if training_id else (table_id, "")
        self._write([(*about, now(), _text(notice)) for notice in notices])

    def take_over(self, training_id: str, earlier_id: str) -> None:
        """Let the log of a training begin with what was chosen for an earlier one of the same question."""
        with self._database.reading() as db:
            earlier = db.execute(_CHOSEN, (earlier_id,)).fetchall()
        kept = [row for row in earlier if _read(row).notice.code.startswith(CHOSEN)]
        self._write([("", training_id, row["moment"], row["notice"]) for row in kept])

    def decisions_of(self, *, table_id: str = "", training_id: str = "") -> tuple[Decided, ...]:
        """Return the log of a training with that of its table, or of a table alone; the oldest first."""
        with self._database.reading() as db:
            if training_id:
                rows = db.execute(_OF_TRAINING, (training_id, training_id)).fetchall()
            else:
                rows = db.execute(_OF_TABLE, (table_id,)).fetchall()
        return tuple(_read(row) for row in rows)

    def _change(self, place: _Place, thing_id: str, change: Callable[[str], tuple[str, bool]]) -> bool:
        """Read and write a note in one go: another page may change it at any moment."""
        with self._database.writing(urgent=True) as db:
            found = db.execute(place.read, (thing_id,)).fetchone()
            if found is None:
                raise NotFoundError("error.not_found")
            note, answer = change(found["note"])
            db.execute(place.write, (note, thing_id))
        return answer

    def _write(self, entries: list[tuple[str, str, str, str]]) -> None:
        if not entries:
            return
        try:
            with self._database.writing(urgent=True) as db:
                db.executemany(_ADD, entries)
        except sqlite3.IntegrityError as error:
            raise NotFoundError("error.not_found") from error


def _kept(text: str, was: str | None, note: str) -> tuple[str, bool]:
    """Return the note once it is changed from what it *was* to a text, and whether both texts are kept.

    Together they may be longer than one may be: nothing is cut off them.
    """
    text, was = _lines(text), note if was is None else _lines(was)
    if text == was:
        return note, False
    if note in (was, text):
        return text[:LONGEST_NOTE], False
    is_there = f"\n\n{text}\n\n" in f"\n\n{note}\n\n"  # it was sent twice, before the page could follow
    return note if is_there else _joined(note, text), note != ""


def _added(part: str, note: str) -> tuple[str, bool]:
    longer = _joined(note, _lines(part))
    return (longer, True) if len(longer) <= LONGEST_NOTE else (note, False)


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _lines(text: str) -> str:
    """Return a text as it can be stored, with its lines as they are."""
    return text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8").strip()


def _text(notice: Notice) -> str:
    return json.dumps(to_json(notice), allow_nan=False)


def _read(row: sqlite3.Row) -> Decided:
    return Decided(moment=row["moment"], notice=from_json(Notice, json.loads(row["notice"])))

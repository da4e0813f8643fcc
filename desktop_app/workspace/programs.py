"""Programs that may ask for things, their tokens, and what came of their requests."""

import datetime
import hashlib
import hmac
import secrets
import sqlite3
from contextlib import suppress
from typing import cast

from desktop_app.errors import NotFoundError, SaveError
from desktop_app.records.programs import Asked, Scope, StoredProgram
from desktop_app.workspace.database import Database
from desktop_app.workspace.moments import new_id, now, storable

CHOICE, OPEN = "programs", "open"  # of the choices: that they are let in at all
BEGINNING = "hunch_"  # of every token, so that one is known where it lies about
KEPT = datetime.timedelta(hours=24)  # that the same request makes no second job
_TOKEN_BYTES = 32
_ADD = "INSERT INTO program (id, name, scopes, sha256, created) VALUES (?, ?, ?, ?, ?)"
_ASKED = """INSERT INTO program_request (program_id, key, sha256, job_id, created) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (program_id, key)
    DO UPDATE SET sha256 = excluded.sha256, job_id = excluded.job_id, created = excluded.created"""


class Programs:
    """Every program that a person let in and did not shut out again; the newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, scopes: tuple[Scope, ...]) -> tuple[StoredProgram, str]:
        """Let a program in; return it and its token, which nobody can be told a second time."""
        program_id, token = new_id(), f"{BEGINNING}{secrets.token_urlsafe(_TOKEN_BYTES)}"
        with self._database.writing() as db:
            db.execute(_ADD, (program_id, storable(name), " ".join(scopes), _digest(token), now()))
        return self.get(program_id), token

    def list(self) -> tuple[StoredProgram, ...]:
        """Return all."""
        with self._database.reading() as db:
            return tuple(_stored(row) for row in db.execute("SELECT * FROM program ORDER BY number DESC"))

    def get(self, program_id: str) -> StoredProgram:
        """Return one; raises NotFoundError."""
        with self._database.reading() as db:
            if row := db.execute("SELECT * FROM program WHERE id = ?", (program_id,)).fetchone():
                return _stored(row)
        raise NotFoundError("error.not_found")

    def revoke(self, program_id: str) -> None:
        """Shut it out from now on; raises NotFoundError."""
        self._database.change("DELETE FROM program WHERE id = ?", program_id)

    def of_token(self, token: str) -> StoredProgram | None:
        """Return the program that holds a token; to look for a wrong one takes as long for each."""
        digest, found = _digest(token), None
        with self._database.reading() as db:
            for row in db.execute("SELECT * FROM program"):
                if hmac.compare_digest(row["sha256"], digest):
                    found = row
        return _stored(found) if found else None

    def note_use(self, program: StoredProgram) -> None:
        """Remember that it asks at this minute, if the disk takes it: it is to be answered anyway."""
        minute = now()[:16]
        if program.used[:16] != minute:
            with suppress(SaveError), self._database.writing() as db:
                db.execute("UPDATE program SET used = ? WHERE id = ?", (f"{minute}:00+00:00", program.id))

    def asked(self, program_id: str, key: str) -> Asked | None:
        """Return the request that a program named so within the last day, if there was one."""
        since = (datetime.datetime.now(datetime.UTC) - KEPT).isoformat(timespec="seconds")
        statement = "SELECT * FROM program_request WHERE program_id = ? AND key = ? AND created > ?"
        with self._database.reading() as db:
            row = db.execute(statement, (program_id, key, since)).fetchone()
        return Asked(sha256=row["sha256"], job_id=row["job_id"]) if row else None

    def keep(self, program_id: str, key: str, asked: Asked) -> None:
        """Remember what a request has made; raises NotFoundError where its program was shut out meanwhile."""
        values = (program_id, key, asked.sha256, asked.job_id, now())
        try:
            with self._database.writing() as db:
                db.execute(_ASKED, values)
        except sqlite3.IntegrityError as error:
            raise NotFoundError("error.not_found") from error


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _stored(row: sqlite3.Row) -> StoredProgram:
    return StoredProgram(
        id=row["id"],
        name=row["name"],
        scopes=cast(tuple[Scope, ...], tuple(row["scopes"].split())),
        created=row["created"],
        used=row["used"],
    )

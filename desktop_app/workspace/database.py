"""The one SQLite file of a workspace, and what its failures mean for the person."""

import os
import sqlite3
import weakref
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from desktop_app.errors import AppError, InternalError, NotFoundError, SaveError
from desktop_app.errors.disk import disk_full, free_space
from desktop_app.language import _
from desktop_app.workspace import schema
from desktop_app.workspace.reserve import Reserve

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was committed survives the loss of power
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
PATIENCE = 10.0  # seconds to wait for another writer
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DAMAGED_WORDS = ("unsupported file format", "Could not decode to UTF-8")  # which have no code of their own
_LOCKED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NEARLY_FULL = 256 * 1024  # bytes free at which an error of the disk is taken for a full one


class Database:
    """One SQLite file that any thread may use: each transaction has a connection to itself."""

    def __init__(self, file: Path, reserve: Reserve) -> None:
        self._file = file
        self._reserve = reserve
        self._idle: deque[sqlite3.Connection] = deque()
        weakref.finalize(self, _close_all, self._idle)
        if not file.exists():
            file.touch(mode=0o600)  # SQLite gives the files beside it the same rights
        self._check()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that sees one moment of the database and holds up no writer."""
        with self._transaction("BEGIN") as db:
            yield db

    @contextmanager
    def writing(self, *, urgent: bool = False) -> Iterator[sqlite3.Connection]:
        """Yield a connection; commit if the block ends well, undo everything if it does not.

        *urgent*: it must succeed on a full disk too, so the reserve is given up if need be.
        """
        if urgent:
            self._reserve.give_up_if_needed()
        with self._transaction("BEGIN IMMEDIATE") as db:
            yield db

    def change(self, statement: str, *values: str | int | None) -> None:
        """Change one row; raises NotFoundError where there is none such."""
        with self.writing(urgent=True) as db:
            if not db.execute(statement, values).rowcount:
                raise NotFoundError("error.not_found")

    def copy_to(self, file: Path) -> None:
        """Write all of it, as it is at one moment, into a new file that holds nothing of what was deleted."""
        self._alone("VACUUM INTO ?", os.fspath(file))

    def write_anew(self) -> None:
        """Leave nothing of what was deleted in the file, nor in the one beside it.

        Raises SaveError where the disk does not take it, or somebody reads for too long.
        """
        self._alone("VACUUM")
        busy = self._alone("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy and busy[0]:
            raise SaveError("save.failed", file=self._file.name, reason=_("another program holds it"))

    def close(self) -> None:
        """Let go of the file."""
        _close_all(self._idle)

    def _alone(self, statement: str, *values: str) -> sqlite3.Row | None:
        """Carry out what no transaction can hold, and return its first row."""
        try:
            db = self._connection()
            try:
                found: sqlite3.Row | None = db.execute(statement, values).fetchone()
            finally:
                db.close()
        except sqlite3.Error as error:
            raise _said(error, self._file) from error
        return found

    @contextmanager
    def _transaction(self, begin: Literal["BEGIN", "BEGIN IMMEDIATE"]) -> Iterator[sqlite3.Connection]:
        try:
            db = self._connection()
            try:
                db.execute(begin)
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.close()  # which also undoes what was not committed
                raise
            self._idle.append(db)
        except sqlite3.Error as error:
            raise _said(error, self._file) from error

    def _connection(self) -> sqlite3.Connection:
        with suppress(IndexError):
            return self._idle.pop()
        db = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            for pragma in PRAGMAS:
                db.execute(pragma)
        except BaseException:
            db.close()
            raise
        db.row_factory = sqlite3.Row
        return db

    def _check(self) -> None:
        """Look the file over and bring it up to date."""
        with self.reading() as db:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            up_to_date = found == "ok" and schema.is_up_to_date(db)
        if found != "ok":
            raise InternalError("error.workspace_damaged", what=self._file.name)
        if not up_to_date:
            with self.writing() as db:
                schema.bring_up_to_date(db)


def _close_all(connections: deque[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()


def _said(error: sqlite3.Error, file: Path) -> AppError | sqlite3.Error:
    """Return the failure in words; what is neither the disk's nor the file's fault stays a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    code = code if code is None else code & 0xFF  # the rest says where in SQLite
    if code in _DAMAGED or any(words in str(error) for words in _DAMAGED_WORDS):
        return InternalError("error.workspace_damaged", what=file.name)
    if code in _LOCKED:
        return SaveError("error.read_only", folder=str(file.parent))
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and free_space(file) < _NEARLY_FULL):
        return disk_full(file)
    if code == sqlite3.SQLITE_IOERR or code in _BUSY:
        reason = _("another program holds it") if code in _BUSY else _("the disk reports an error")
        return SaveError("save.failed", file=file.name, reason=reason)
    return error

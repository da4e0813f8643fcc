"""Brings a backup back into an empty or a new workspace: all of it, or nothing.

A backup may come from anybody, so nothing in it is believed: names, sizes, rows. It is laid out in a folder
of work and looked through there. Then the files get their places, and last the database replaces the empty
one: a program that is killed before that leaves an empty workspace, whose next start sweeps what no row
knows.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.errors import FileError, InternalError, NotFoundError, SaveError, UsageError
from desktop_app.errors.disk import free_space, save_error
from desktop_app.language import mark, size
from desktop_app.records.backups import Saved
from desktop_app.tables.out.placing import settle
from desktop_app.workspace import lock, schema
from desktop_app.workspace.backup.form import (
    FORMAT,
    MAGIC,
    ROWS,
    BadBackupError,
    Contents,
    read_contents,
    unpack,
)
from desktop_app.workspace.backup.rows import read_rows
from desktop_app.workspace.backup.saving import Counter, Told, places_of
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import Folders, remove
from desktop_app.workspace.reserve import Reserve
from desktop_app.workspace.store import Workspace

Check = Callable[[Path], None]  # is given the folder in which a backup lies, before it counts
SPARE = 64 * 2**20  # bytes that stay free beside what a backup needs
_KINDS = ("tables", "sources", "models", "answers")
# What a workspace has in which nothing was done yet; what begins so.
_EMPTY = re.compile(
    r"workspace\.sqlite(-wal|-shm)?|workspace\.lock|reserve|instance\.json|trusted\.keys|hunch\.log(\.\d+)?"
    rf"|jobs|uploads|{'|'.join(_KINDS)}"
)
_HOLDS = """SELECT 1 FROM stored_table UNION SELECT 1 FROM training UNION SELECT 1 FROM answers
    UNION SELECT 1 FROM other_model
    UNION SELECT 1 FROM program"""
DAMAGED = mark("a part of it was changed or is missing")
UNNAMED = mark("it holds files that nothing in it names")


def restore_backup(file: Path, workspace: Path, tell: Told, check: Check = lambda _folder: None) -> Saved:
    """Fill an empty or a new workspace with what a backup holds, and say how much that is.

    Raises FileError where the file is no backup, is damaged or newer than this program; UsageError where the
    workspace is in use or not empty; SaveError; and what *check* raises.
    """
    held = _contents(file)
    was_there = workspace.exists()
    is_new = not workspace.is_dir() or not any(workspace.iterdir())
    try:
        with _own(workspace):
            _check_empty(workspace)
            _check_room(held, workspace)
            return _restored(file, held, workspace, tell, check)
    except BaseException:
        if is_new:
            _take_away(workspace, folder_too=not was_there)
        raise


def _contents(file: Path) -> Contents:
    with _read(file):
        with file.open("rb") as source:
            if source.read(len(MAGIC)) != MAGIC:
                raise FileError("backup.not_one", file=file.name)
        held = read_contents(file)
    if held.head.format > FORMAT or held.head.schema > schema.newest():
        raise FileError("backup.newer", file=file.name)
    return held


@contextmanager
def _own(workspace: Path) -> Iterator[None]:
    held = lock.take(workspace)
    if held is None:
        raise UsageError("backup.in_use", path=str(workspace))
    with held:
        yield


def _check_empty(workspace: Path) -> None:
    """Raise UsageError where anybody's work lies in the folder."""
    if not all(_EMPTY.fullmatch(found.name) for found in workspace.iterdir()):
        raise UsageError("backup.not_empty", path=str(workspace))
    folders = Folders(workspace)
    if not folders.database.exists():
        return
    if _holds_anything(folders):
        raise UsageError("backup.not_empty", path=str(workspace))
    empty = Workspace(workspace)
    try:
        empty.tidy()  # also what a restoring left that was killed
    finally:
        empty.close()


def _check_room(held: Contents, workspace: Path) -> None:
    free, needed = free_space(workspace), held.size + SPARE
    if free < needed:
        raise SaveError("backup.no_room", needed=size(needed), free=size(free))


def _restored(file: Path, held: Contents, workspace: Path, tell: Told, check: Check) -> Saved:
    Workspace(workspace).close()  # an empty one, in which files without a row do no harm
    folders = Folders(workspace)
    scratch = Path(tempfile.mkdtemp(prefix="restoring-", dir=folders.job("")))
    try:
        with _read(file):
            _lay_out(file, held, scratch, tell)
            with (scratch / ROWS).open("rb") as lines:
                read_rows(lines, scratch / folders.database.name, held.head.schema)
            (scratch / ROWS).unlink()
        restored = _looked_through(file, held, scratch)
        check(scratch)
        _land(scratch, folders)
    except OSError as error:
        raise save_error(error, workspace) from error
    finally:
        remove(scratch)
    return restored


def _lay_out(file: Path, held: Contents, scratch: Path, tell: Told) -> None:
    copied = Counter(held.size, tell)
    with file.open("rb") as source:
        for member in held.members:
            out = scratch / member.name
            out.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            unpack(source, member, held.sha256[member.name], out, copied)
            settle(out)


def _looked_through(file: Path, held: Contents, scratch: Path) -> Saved:
    """Read every row as pages will, and compare the files with what the rows name."""
    try:
        counts = _read_all(scratch)
    except (ValueError, TypeError, KeyError, RecursionError, InternalError, NotFoundError) as error:
        raise FileError("backup.damaged", file=file.name, what=DAMAGED) from error
    folders = Folders(scratch)
    with _opened(folders) as db:
        known = set(places_of(db, folders))
        # Else IT may have old ones forgotten at once.
        db.execute("UPDATE stored_table SET used = date('now')")
    if {scratch / member.name for member in held.members if member.name != ROWS} - known:
        raise FileError("backup.damaged", file=file.name, what=UNNAMED)
    tables, models, answers = counts
    return Saved(tables=tables, models=models, answers=answers, size=file.stat().st_size)


def _read_all(scratch: Path) -> tuple[int, int, int]:
    workspace = Workspace(scratch)
    try:
        tables, trainings = workspace.tables.list(), workspace.trainings.list()
        for table in tables:
            workspace.tables.history.around(table.id)
            workspace.remarks.decisions_of(table_id=table.id)
        for training in trainings:
            workspace.remarks.decisions_of(training_id=training.id)
        models = (*workspace.models.find(most=len(trainings)).models, *workspace.others.list())
        workspace.jobs.list()
        workspace.watches.list()
        return len(tables), len(models), len(workspace.answers.list())
    finally:
        workspace.close()


def _land(scratch: Path, folders: Folders) -> None:
    """Move the files to their places, and then the database: with it all of it counts."""
    for kind in _KINDS:
        goal = folders.root / kind
        for place in [*(scratch / kind).iterdir()]:
            place.replace(goal / place.name)
            settle(goal / place.name)
        settle(goal)
    for database in (folders, Folders(scratch)):
        with _opened(database) as db:  # what lies in files beside it would be taken for those of another one
            db.execute("PRAGMA journal_mode = DELETE")
    settle(scratch / folders.database.name)
    (scratch / folders.database.name).replace(folders.database)
    settle(folders.root)


def _take_away(workspace: Path, *, folder_too: bool) -> None:
    """Leave the folder as empty as it was, or none where there was none."""
    with suppress(OSError):
        for found in workspace.iterdir():
            remove(found)
        if folder_too:
            workspace.rmdir()


@contextmanager
def _opened(folders: Folders) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(folders.database, isolation_level=None)
    try:
        yield db
    finally:
        db.close()


def _holds_anything(folders: Folders) -> bool:
    database = Database(folders.database, Reserve(folders.reserve))
    try:
        with database.reading() as db:
            return db.execute(_HOLDS).fetchone() is not None
    finally:
        database.close()


@contextmanager
def _read(file: Path) -> Iterator[None]:
    """Say in words what is wrong with the file."""
    try:
        yield
    except BadBackupError as error:
        raise FileError("backup.damaged", file=file.name, what=DAMAGED) from error

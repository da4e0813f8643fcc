"""Writes the backup of a workspace, also while the window is open: as it was at one moment."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors import SaveError, UsageError
from desktop_app.errors.disk import save_error
from desktop_app.records.backups import Saved
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.tables.out.placing import settle
from desktop_app.workspace import schema
from desktop_app.workspace.backup import rows
from desktop_app.workspace.backup.form import ROWS, Head, Writer
from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import (
    SOURCE_FILE,
    TABLE_FILES,
    Folders,
    files_of_model,
    remove,
)
from desktop_app.workspace.moments import now
from desktop_app.workspace.reserve import Reserve

Told = Callable[[float], None]  # is told which share is done
_READINGS = "SELECT reading AS id FROM stored_table UNION SELECT reading FROM history"


def save_backup(workspace: Path, out: Path, tell: Told) -> Saved:
    """Write all that a workspace remembers into the new file *out*, and say how much that is.

    Files of a workspace are written once and renamed, so those that the rows name are as they were when the
    rows were read. Raises UsageError where there is no workspace, and SaveError.
    """
    folders = Folders(workspace)
    if not folders.database.is_file():
        raise UsageError("backup.nothing", path=str(workspace))
    try:
        scratch = Path(tempfile.mkdtemp(prefix="backup-", dir=folders.job("")))
    except OSError as error:
        raise save_error(error, folders.job("")) from error
    try:
        return _saved(folders, scratch, out, tell)
    except FileNotFoundError as error:  # a file that the rows name
        raise SaveError("backup.changed") from error
    except OSError as error:
        raise save_error(error, out) from error
    finally:
        remove(scratch)


def _saved(folders: Folders, scratch: Path, out: Path, tell: Told) -> Saved:
    text = scratch / ROWS
    with _copied(folders, scratch / "copy.sqlite") as db:
        with text.open("xb") as lines:
            rows.write_rows(db, lines)
        files = {ROWS: text} | dict(sorted(_files(db, folders)))
        tables, models, others, answers = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - ours
            for table in ("stored_table", "training", "other_model", "answers")
        )
    size = sum(file.stat().st_size for file in files.values())
    _write(files, out, Counter(size, tell))
    return Saved(tables=tables, models=models + others, answers=answers, size=out.stat().st_size)


@contextmanager
def _copied(folders: Folders, file: Path) -> Iterator[sqlite3.Connection]:
    """Yield a copy of the database that holds what the backup will."""
    database = Database(folders.database, Reserve(folders.reserve))
    try:
        database.copy_to(file)
    finally:
        database.close()
    db = sqlite3.connect(file, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        rows.purge(db)
        yield db
    finally:
        db.close()


class Counter:
    """Says which share of some bytes is copied."""

    def __init__(self, size: int, tell: Told) -> None:
        self._size, self._tell, self._done = max(1, size), tell, 0

    def __call__(self, count: int) -> None:
        """Tell that so many bytes more were copied."""
        self._done += count
        self._tell(min(1.0, self._done / self._size))


def _write(files: dict[str, Path], out: Path, copied: Counter) -> None:
    head = Head(created=now(), made_with=__version__, schema=schema.newest())
    with out.open("xb") as file:
        out.chmod(0o600)  # it holds all that the workspace does
        writer = Writer(file, head)
        for name, place in files.items():
            writer.add(name, place, copied)
        writer.end()
    settle(out)


def _files(db: sqlite3.Connection, folders: Folders) -> Iterator[tuple[str, Path]]:
    """Yield every file that belongs to the rows and is there, with its name in the backup."""
    for place in places_of(db, folders):
        if place.is_file() and not place.is_symlink():
            yield place.relative_to(folders.root).as_posix(), place


def places_of(db: sqlite3.Connection, folders: Folders) -> Iterator[Path]:
    """Yield where each file lies, or would, that belongs to a row of a database."""
    for (reading,) in db.execute(_READINGS):
        yield from (folders.table(reading) / name for name in TABLE_FILES)
    for (table_id,) in db.execute("SELECT id FROM stored_table"):
        yield folders.source(table_id)
    for (training_id,) in db.execute("SELECT id FROM training UNION SELECT id FROM other_model"):
        yield from files_of_model(folders.model(training_id))
    for (answers_id,) in db.execute("SELECT id FROM answers"):
        folder = folders.answers(answers_id)
        yield from (folder / name for name in (*TABLE_FILES, ANSWERS_FILE, SOURCE_FILE))

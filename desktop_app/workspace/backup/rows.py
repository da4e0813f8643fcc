"""The rows of a database as lines of text, and back into a database that we make ourselves.

No file of SQLite travels: a crafted one could hold triggers, views or damaged pages, a line of values cannot.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.workspace import schema
from desktop_app.workspace.backup.form import ID, BadBackupError
from desktop_app.workspace.personal import CLUSTER, CLUSTER_KEYS
from desktop_app.workspace.programs import CHOICE
from desktop_app.workspace.tidying import FORGET_FACTS

CARRIED = (
    *("fact", "stored_table", "training", "answers", "job", "history", "decided", "watch", "setting"),
    "other_model",  # at the end: backups of older versions have none
)
# Who may ask for things on this computer stays on it: programs, their tokens, what came of their requests.
LEFT = ("program", "program_request")
LONGEST_LINE = 256 * 2**20  # bytes
_LATEST = """SELECT max(number) FROM job WHERE journey IN ('compare_groups', 'compare_trainings', 'go_on',
    'compare_beside')
    GROUP BY journey, subject
    UNION SELECT max(number) FROM job WHERE state = 'finished' AND journey IN ('group_file', 'odd_file')
    AND json_extract(params, '$.out') = '' GROUP BY journey, subject"""
# Whom this computer lets in, and to which cluster rows may go, is said on it.
_LET_GO = f"DELETE FROM setting WHERE name IN ('{CHOICE}', '{CLUSTER}', '{CLUSTER_KEYS}')"  # noqa: S608 - ours
# Only what is whole: nothing that was deleted, is under way or came to nothing.
_PURGE = (
    "DELETE FROM stored_table WHERE deleted = 1",
    "DELETE FROM training WHERE deleted = 1 OR evaluation IS NULL",
    "DELETE FROM answers WHERE deleted = 1",
    "DELETE FROM other_model WHERE deleted = 1",
    f"""DELETE FROM job WHERE state <> 'finished'
        OR subject NOT IN (SELECT id FROM training UNION SELECT id FROM stored_table
            UNION SELECT id FROM other_model)
        OR NOT (journey IN ('train', 'finish') OR id IN (SELECT id FROM other_model)
            OR number IN ({_LATEST}))""",  # noqa: S608 - ours
    _LET_GO,
    FORGET_FACTS,
)
_IDS = frozenset({"id", "reading", "table_id", "training_id", "job_id", "subject"})  # they become paths
_ID = re.compile(f"({ID})?")


def purge(db: sqlite3.Connection) -> None:
    """Leave in a copy of a database what a backup holds."""
    for statement in _PURGE:
        db.execute(statement)


def write_rows(db: sqlite3.Connection, out: BinaryIO) -> None:
    """Write all rows that travel, a line each; before those of each table a line that names its columns."""
    for table in CARRIED:
        names = _columns(db, table)
        out.write(_line({"columns": names, "table": table}))
        statement = f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid"  # noqa: S608 - names are ours
        out.writelines(_line(list(row)) for row in db.execute(statement))


def read_rows(source: BinaryIO, file: Path, version: int) -> None:
    """Make a database of an older or the present version, and fill it.

    Raises BadBackupError where a line is not what `write_rows` writes.
    """
    file.touch(mode=0o600)
    db = sqlite3.connect(file, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = OFF")  # until all rows are there
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("BEGIN")
        schema.bring_up_to_date(db, version)
        _fill(db, source)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise BadBackupError("rows")
        db.execute(_LET_GO)  # also where somebody wrote it into the file
        db.execute("UPDATE watch SET paused = 1")  # a folder of that name may be another one here
        db.execute("COMMIT")
    except (sqlite3.Error, ValueError, OverflowError, RecursionError) as error:
        raise BadBackupError("rows") from error
    finally:
        db.close()


def _fill(db: sqlite3.Connection, source: BinaryIO) -> None:
    """Insert each line into its table; the tables come in one order, with all their columns."""
    lines = _lines(source)
    line: Any = next(lines, None)
    for table in CARRIED:
        if not (names := _columns(db, table)):
            continue  # the version that made it had no such table
        if line != {"columns": names, "table": table}:
            raise BadBackupError(table)
        places = ", ".join("?" * len(names))
        insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - names are ours
        line = next(lines, None)
        while isinstance(line, list):
            _check(table, dict(zip(names, line, strict=True)))
            db.execute(insert, line)
            line = next(lines, None)
    if line is not None:
        raise BadBackupError("rows")


def _check(table: str, row: dict[str, Any]) -> None:
    for name in _IDS & row.keys():
        if row[name] is not None and not (isinstance(row[name], str) and _ID.fullmatch(row[name])):
            raise BadBackupError(table)
    if row.get("id", "-") == "" or row.get("state", "finished") != "finished":
        raise BadBackupError(table)
    if table == "fact" and hashlib.sha256(row["body"].encode()).hexdigest() != row["sha256"]:
        raise BadBackupError(table)


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]


def _line(values: Sequence[Any] | dict[str, Any]) -> bytes:
    return json.dumps(values, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def _lines(source: BinaryIO) -> Iterator[Any]:
    while raw := source.readline(LONGEST_LINE):
        if not raw.endswith(b"\n"):
            raise BadBackupError("rows")
        line = json.loads(raw)
        if not isinstance(line, list | dict) or any(isinstance(one, bool) for one in line):
            raise BadBackupError("rows")
        yield line

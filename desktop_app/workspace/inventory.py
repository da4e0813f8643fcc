"""How much a workspace holds and what went wrong in it, looked at without changing anything."""

import json
import re
import sqlite3
import stat
from pathlib import Path

from desktop_app.errors.sayings import SAYINGS
from desktop_app.records.inventory import Failure, Inventory
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.looking import looked_up

MOST_FAILURES = 20
PARTS = ("tables", "models", "answers", "sources", "jobs", "uploads")  # folders of ours
_COUNTS = """SELECT
    (SELECT count(*) FROM stored_table WHERE deleted = 0) AS tables,
    (SELECT count(*) FROM training WHERE deleted = 0 AND evaluation IS NOT NULL)
        + (SELECT count(*) FROM other_model WHERE deleted = 0) AS models,
    (SELECT count(*) FROM kept_answers WHERE answers IS NOT NULL) AS answers,
    (SELECT count(*) FROM watch) AS watches"""
_FAILED = f"""SELECT journey, created, problem FROM job WHERE state = 'failed'
    ORDER BY number DESC LIMIT {MOST_FAILURES}"""  # noqa: S608 - a number of ours
_JOURNEY = re.compile(r"[a-z_]{1,40}")
_MOMENT = re.compile(r"[0-9T:.+-]{10,40}Z?")


def inventory(workspace: Path) -> Inventory:
    """Return what a workspace holds, in counts, bytes and codes."""
    folders = Folders(workspace)
    version, counts, failed = looked_up(folders.database, "PRAGMA user_version", _COUNTS, _FAILED)
    sizes = {part: _bytes_in(workspace / part) for part in PARTS}
    sizes["database"] = _bytes_in(workspace, f"{folders.database.name}*")
    sizes["log"] = _bytes_in(workspace, "hunch.log*")
    return Inventory(
        version=version[0][0] if version else 0,
        bytes=sizes,
        failures=tuple(_failure(row) for row in failed),
        **dict(counts[0]) if counts else {},
    )


def _failure(row: sqlite3.Row) -> Failure:
    """Return a job that failed; what is not of our form could hold anything, and is left out."""
    return Failure(
        journey=row["journey"] if _JOURNEY.fullmatch(row["journey"]) else "",
        created=row["created"] if _MOMENT.fullmatch(row["created"]) else "",
        code=_code(row["problem"]),
    )


def _code(problem: str | None) -> str:
    try:
        code = json.loads(problem or "{}").get("code", "")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return code if isinstance(code, str) and code in SAYINGS else ""


def _bytes_in(folder: Path, names: str = "**/*") -> int:
    """Return how long the files of these names are; a folder that may not be looked into counts nothing."""
    try:
        return sum(_bytes_of(file) for file in folder.glob(names))
    except OSError:
        return 0


def _bytes_of(file: Path) -> int:
    """Return how long a file is; one that went meanwhile counts nothing."""
    try:
        found = file.lstat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0

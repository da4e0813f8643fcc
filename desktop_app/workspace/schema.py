"""Brings the tables of a workspace up to date, all of it or nothing."""

import sqlite3
from collections.abc import Iterator

from desktop_app.errors import InternalError
from desktop_app.paths import bundled

MIGRATIONS = ("desktop_app", "workspace", "migrations")


def is_up_to_date(db: sqlite3.Connection) -> bool:
    """Whether nothing is to be done; raises InternalError where a newer Hunch was here before."""
    version, known = _version(db), len(_scripts())
    if version > known:
        raise InternalError("error.workspace_newer")
    return version == known


def bring_up_to_date(db: sqlite3.Connection, to: int | None = None) -> None:
    """Run the scripts that have not run yet, up to version *to*, inside the transaction that is open.

    The last statement of each script sets `user_version`, so that it counts only together with the rest.
    """
    for script in _scripts()[_version(db) : to]:
        for statement in statements(script):
            db.execute(statement)


def newest() -> int:
    """Return the version that an up-to-date workspace has."""
    return len(_scripts())


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; a `;` inside a text or a trigger ends none."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement  # SQLite says what is wrong with it


def _scripts() -> list[str]:
    files = sorted(bundled(*MIGRATIONS).glob("*.sql"))
    return [file.read_text(encoding="utf-8") for file in files]


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version

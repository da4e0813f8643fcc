"""Looks into the database of a workspace without changing anything, also while the program has it open."""

import sqlite3
from contextlib import closing
from pathlib import Path


def looked_up(database: Path, *questions: str) -> list[list[sqlite3.Row]]:
    """Return the rows that answer each question.

    None at all where the database is not there, may not be read, is damaged, or is of an older version.
    """
    try:
        if not database.is_file():
            return [[] for _question in questions]
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA trusted_schema = OFF")
            return [db.execute(question).fetchall() for question in questions]
    except (OSError, sqlite3.Error):
        return [[] for _question in questions]

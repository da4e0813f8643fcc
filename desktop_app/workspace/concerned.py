"""Finds all that holds rows of a table or learned from them, whether it was deleted since or not."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from desktop_app.errors import NotFoundError
from desktop_app.records.forgotten import Concerned, Kept

# Of each table, and of each new file: the bytes that it was read from.
_OF_TABLES = """SELECT stored_table.id, json_extract(body, '$.sha256') AS bytes
    FROM stored_table JOIN fact ON fact.sha256 = content"""
_OF_BROUGHT = """SELECT answers.id, json_extract(body, '$.sha256') AS bytes
    FROM answers JOIN fact ON fact.sha256 = content"""
_JOINED = "SELECT id FROM stored_table WHERE joined = ?"
_JOIN = """UPDATE stored_table
    SET joined = coalesce((SELECT table_id FROM training WHERE id = ?), '') WHERE id = ?"""
_LEARNED = "SELECT id FROM training WHERE table_id = ?"
_LOOKED_AHEAD = """SELECT other_model.id FROM other_model JOIN job ON job.id = other_model.id
    WHERE journey IN ('look_ahead', 'keep_beside') AND subject = ?"""
_ANSWERED = "SELECT id FROM answers WHERE training_id = ?"
_READINGS = """SELECT reading FROM stored_table WHERE id = ?
    UNION SELECT reading FROM history WHERE table_id = ?
    UNION SELECT reading FROM training WHERE table_id = ? AND reading <> ''"""
_HISTORY_OF_MODEL = ("train", "finish", "compare_groups", "compare_trainings")


def note_joined(db: sqlite3.Connection, table_id: str, training_id: str) -> None:
    """Keep that a table holds rows of the one that a model learned from, within the open transaction."""
    db.execute(_JOIN, (training_id, table_id))


def concerned(
    db: sqlite3.Connection, table_ids: Iterable[str], *, keep_models: bool, alone: bool = False
) -> Concerned:
    """Return what goes with some tables. With *keep_models*, models and their own answers are not part of it.

    *alone*: neither are other tables and new files that hold the same rows. Raises NotFoundError.
    """
    tables = list(table_ids)
    if not tables or len(_named(db, "stored_table", tables)) < len(tables):
        raise NotFoundError("error.not_found")
    same: list[str] = [] if alone else _with_others(db, tables)
    models = [] if keep_models else _all(db, _LEARNED, tables)
    others = [] if keep_models else _all(db, _LOOKED_AHEAD, tables)
    answers = list(dict.fromkeys((*_all(db, _ANSWERED, models), *same)))
    readings = list(
        dict.fromkeys(reading for one in tables for (reading,) in db.execute(_READINGS, (one,) * 3))
    )
    kept = set(_all(db, _LEARNED, tables)) if keep_models else set()
    jobs = [*_jobs(db, {*tables, *models, *others, *answers, *readings}, kept)]
    return Concerned(
        tables=_named(db, "stored_table", tables),
        models=_named(db, "training", models),
        others=_named(db, "other_model", others),
        answers=_named(db, "answers", answers),
        watches=len(_all(db, "SELECT id FROM watch WHERE training_id = ?", models)),
        readings=tuple(readings),
        jobs=tuple(job["id"] for job in jobs),
        active=tuple(job["id"] for job in jobs if job["state"] in ("waiting", "running")),
        written=tuple(path for job in jobs for path in _paths(job)),
    )


def _with_others(db: sqlite3.Connection, tables: list[str]) -> list[str]:
    """Add the tables of the same files, and those that their rows were joined into, and so on.

    Return the new files of the same bytes.
    """
    bytes_of = {row["id"]: row["bytes"] for row in db.execute(_OF_TABLES).fetchall()}
    for table_id in tables:  # it grows meanwhile
        same = [one for one, held in bytes_of.items() if held and held == bytes_of.get(table_id)]
        tables += [one for one in (*same, *_all(db, _JOINED, [table_id])) if one not in tables]
    held = {bytes_of.get(table_id) for table_id in tables} - {None, ""}
    return [row["id"] for row in db.execute(_OF_BROUGHT).fetchall() if row["bytes"] in held]


def _all(db: sqlite3.Connection, statement: str, ids: Iterable[str]) -> list[str]:
    return [row["id"] for one in ids for row in db.execute(statement, (one,)).fetchall()]


def _named(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> tuple[Kept, ...]:
    rows = (db.execute(f"SELECT id, name FROM {table} WHERE id = ?", (one,)).fetchone() for one in ids)  # noqa: S608 - ours
    return tuple(Kept(id=row["id"], name=row["name"]) for row in rows if row)


def _jobs(db: sqlite3.Connection, ids: set[str], kept: set[str]) -> Iterator[sqlite3.Row]:
    """Yield the work that has to do with any of the ids; not that which tells how a kept model came about."""
    for row in db.execute("SELECT id, journey, state, subject, params, result FROM job").fetchall():
        if row["subject"] in kept and row["journey"] in _HISTORY_OF_MODEL and row["state"] == "finished":
            continue
        text = " ".join((row["id"], row["subject"], row["params"], row["result"]))
        if any(one in text for one in ids):
            yield row


def _paths(job: sqlite3.Row) -> Iterator[str]:
    facts: dict[str, Any] = json.loads(job["params"]) | json.loads(job["result"])
    for name in ("path", "out"):
        if facts.get(name):
            yield str(facts[name])

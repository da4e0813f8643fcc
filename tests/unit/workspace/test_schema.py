"""Migrations run statement by statement, all or none."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.workspace import schema
from desktop_app.workspace.schema import statements
from desktop_app.workspace.store import Workspace


def test_a_semicolon_within_a_statement_does_not_end_it() -> None:
    script = """
        -- a remark; with a semicolon
        CREATE TABLE a (x TEXT DEFAULT ';
        ');
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
            DELETE FROM a WHERE x = 'b';
            DELETE FROM a WHERE x = 'c';
        END;
        INSERT INTO a VALUES ('d')
    """

    found = list(statements(script))

    assert len(found) == 3
    db = sqlite3.connect(":memory:")
    for statement in found:
        db.execute(statement)
    assert db.execute("SELECT x FROM a").fetchall() == [("d",)]
    db.close()


def test_a_migration_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    Workspace(folder).close()
    db = sqlite3.connect(folder / "workspace.sqlite")
    db.executescript("DROP TABLE fact; PRAGMA user_version = 0")  # so it makes one table, then meets another
    tables = db.execute("SELECT name FROM sqlite_master").fetchall()
    db.close()

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        Workspace(folder)

    db = sqlite3.connect(folder / "workspace.sqlite")
    assert db.execute("PRAGMA user_version").fetchone() == (0,)
    assert db.execute("SELECT name FROM sqlite_master").fetchall() == tables
    db.close()


def test_answers_of_before_say_how_right_they_are_without_being_read_anew() -> None:
    (migration,) = Path(schema.__file__).with_name("migrations").glob("010_*.sql")
    told = next(one for one in statements(migration.read_text(encoding="utf-8")) if "UPDATE answers" in one)
    db = sqlite3.connect(":memory:")
    db.executescript(
        """CREATE TABLE answers (id, answers, truth NOT NULL DEFAULT '');
        CREATE TABLE fact (sha256, body);
        INSERT INTO fact VALUES ('a', '{"rows": 3, "truth": {"known": 2}}'), ('b', '{"truth": null}');
        INSERT INTO answers (id, answers) VALUES (1, 'a'), (2, 'b'), (3, NULL)"""
    )

    db.execute(told)

    found = db.execute("SELECT truth FROM answers ORDER BY id").fetchall()
    assert found == [('{"known":2}',), ("",), ("",)]
    db.close()

"""Tables that nobody opens are forgotten after the days that IT lays down."""

import datetime
from pathlib import Path
from typing import Any

from desktop_app.workspace.store import Workspace
from tests.unit.workspace.test_forgetting import TODAY, everything, opened


def test_tables_that_nobody_opens_are_forgotten_after_some_days(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table, training = everything(workspace)
    created = datetime.date.fromisoformat(table.created[:10])

    assert workspace.forgetting.forget_unused(30, created + datetime.timedelta(days=30)) == 0
    assert workspace.forgetting.forget_unused(30, created + datetime.timedelta(days=31)) == 1

    assert workspace.tables.list() == ()
    assert workspace.answers.list() == ()
    assert workspace.trainings.get(training.id).model


def test_another_table_of_the_same_file_that_somebody_opens_stays(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    _unused, used = opened(workspace), opened(workspace)
    workspace.forgetting.note_use(used.id, TODAY)

    workspace.forgetting.forget_unused(30, TODAY)

    assert [one.id for one in workspace.tables.list()] == [used.id]


def test_who_opens_a_table_keeps_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table = opened(workspace)
    workspace.forgetting.note_use(table.id, TODAY)

    assert workspace.forgetting.forget_unused(30, TODAY + datetime.timedelta(days=30)) == 0
    assert workspace.forgetting.unused((TODAY + datetime.timedelta(days=1)).isoformat())[0].since == TODAY


def test_a_table_of_an_older_program_counts_as_opened_today(tmp_path: Path) -> None:
    import sqlite3

    from desktop_app.workspace import schema

    db = sqlite3.connect(tmp_path / "old.sqlite", isolation_level=None)
    schema.bring_up_to_date(db, 11)
    row: tuple[Any, ...] = ("a" * 16, "old", "2020-01-01T00:00:00+00:00", "", "a" * 16, "x")
    db.execute(
        "INSERT INTO stored_table (id, name, created, source, reading, content) VALUES (?, ?, ?, ?, ?, ?)",
        row,
    )
    schema.bring_up_to_date(db)

    assert db.execute("SELECT used FROM stored_table").fetchone()[0] > "2026"
    db.close()

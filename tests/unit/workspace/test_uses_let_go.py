"""What is only noted beside the work hinders none of it where the disk does not take it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from desktop_app.shell.frame import Frame, keep_frame, kept_frame
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table
from tests.conftest import DATABASE

DAY = date(2031, 1, 1)


@pytest.fixture
def held(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A workspace with a table, into which nothing can be written: another program does."""
    monkeypatch.setattr("desktop_app.workspace.database.PATIENCE", 0.0)
    stored_table(workspace)
    workspace.programs.add("nightly", ("read",))
    workspace.close()
    with closing(sqlite3.connect(workspace.folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield workspace


def test_a_table_can_be_looked_at(held: Workspace) -> None:
    held.forgetting.note_use(held.tables.list()[0].id, DAY)


def test_a_program_is_answered(held: Workspace) -> None:
    held.programs.note_use(held.programs.list()[0])

    assert held.programs.list()[0].used == ""


def test_the_window_closes(held: Workspace) -> None:
    keep_frame(held.choices, Frame(width=999))

    assert kept_frame(held.choices) == Frame()

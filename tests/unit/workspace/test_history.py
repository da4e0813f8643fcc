"""Readings of one file, one after the other: undone, done again, kept, and forgotten."""

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.paths import bundled
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Wishes
from desktop_app.workspace import history
from desktop_app.workspace.schema import MIGRATIONS, statements
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import a_table, imported, leave_table, submitted


def read_anew(workspace: Workspace, stored: StoredTable, *out: str) -> StoredTable:
    """Return the table after its file was read without some columns."""
    wishes = Wishes(columns_out=out)
    order = ImportOrder(path=stored.source, name=stored.name, wishes=wishes, table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)
    leave_table(Path(job.folder))
    made = a_table(stored.name)
    workspace.land(job, to_json(replace(made, recipe=replace(made.recipe, wishes=wishes))))
    return workspace.tables.get(stored.id)


def test_many_readings_are_undone_and_done_again(workspace: Workspace) -> None:
    stored = imported(workspace)
    made = [stored, *(read_anew(workspace, stored, f"column {count}") for count in range(25))]
    steps = workspace.tables.history

    for before in reversed(made[:-1]):
        steps.undo(stored.id)
        assert workspace.tables.get(stored.id) == before
    with pytest.raises(NotFoundError):
        steps.undo(stored.id)
    for after in made[1:]:
        steps.redo(stored.id)
        assert workspace.tables.get(stored.id) == after
    with pytest.raises(NotFoundError):
        steps.redo(stored.id)


def test_what_was_decided_before_and_behind_is_known(workspace: Workspace) -> None:
    stored = imported(workspace)
    read_anew(workspace, stored, "a")
    read_anew(workspace, stored, "a", "b")
    steps = workspace.tables.history

    steps.undo(stored.id)

    around = steps.around(stored.id)
    assert (around.earlier, around.later) == (Wishes(), Wishes(columns_out=("a", "b")))
    steps.undo(stored.id)
    assert not steps.around(stored.id).can_undo


def test_a_new_reading_cuts_off_what_was_undone(workspace: Workspace) -> None:
    stored, other = imported(workspace), imported(workspace)
    undone = read_anew(workspace, stored, "a")
    theirs = read_anew(workspace, other, "b")
    workspace.tables.history.undo(stored.id)

    now = read_anew(workspace, stored, "c")
    workspace.tidy()

    assert not workspace.tables.history.around(stored.id).can_redo
    assert workspace.tables.get(stored.id) == now
    assert workspace.tables.get(other.id) == theirs
    assert [Path(one.folder).exists() for one in (undone, now, stored, theirs)] == [False, True, True, True]


def test_the_next_start_leaves_the_last_steps_and_what_a_training_goes_on_with(workspace: Workspace) -> None:
    stored = imported(workspace)
    _training, job = submitted(workspace, stored)
    workspace.jobs.start(job.id)
    made = [read_anew(workspace, stored, f"column {count}") for count in range(history.MOST_KEPT + 2)]
    for _step in range(2):
        workspace.tables.history.undo(stored.id)

    workspace.tidy()

    assert Path(stored.folder).exists(), "it is learned from"
    assert all(Path(one.folder).exists() for one in made)
    read_anew(workspace, stored, "a")
    read_anew(workspace, stored, "b")
    workspace.tidy()
    assert [Path(one.folder).exists() for one in made[:3]] == [False, True, True]
    for _step in range(history.MOST_KEPT):
        workspace.tables.history.undo(stored.id)
    assert workspace.tables.get(stored.id) == made[1]
    with pytest.raises(NotFoundError):
        workspace.tables.history.undo(stored.id)


def test_rows_that_readings_share_take_the_disk_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = imported(workspace)
    own, shares = read_anew(workspace, stored, "a"), read_anew(workspace, stored, "b")
    present = read_anew(workspace, stored, "c")
    rows = Path(shares.folder) / "texts.parquet"
    rows.unlink()
    os.link(Path(present.folder) / "texts.parquet", rows)
    monkeypatch.setattr(history, "LARGEST", 5)  # bytes: the record of a reading, and not its rows

    workspace.tidy()

    assert [Path(one.folder).exists() for one in (shares, own, stored)] == [True, False, False]


def test_a_table_that_is_gone_takes_its_history_with_it(workspace: Workspace) -> None:
    stored = imported(workspace)
    now = read_anew(workspace, stored, "a")
    workspace.tables.delete(stored.id)

    workspace.tidy()

    assert not list((workspace.folder / "tables").iterdir())
    with pytest.raises(NotFoundError):
        workspace.tables.history.undo(now.id)


def test_a_workspace_of_before_keeps_its_tables_and_both_of_their_readings(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    workspace = Workspace(folder)
    plain, twice = imported(workspace, "plain.csv"), imported(workspace, "twice.csv")
    anew = read_anew(workspace, twice, "a")
    workspace.close()
    as_before(folder / "workspace.sqlite", twice, anew)

    workspace = Workspace(folder)

    assert workspace.tables.list() == (anew, plain)
    assert not workspace.tables.history.around(plain.id).can_undo
    assert workspace.tables.history.around(twice.id).earlier == Wishes()
    workspace.tidy()
    workspace.tables.history.undo(twice.id)
    assert workspace.tables.get(twice.id) == twice
    assert Path(twice.folder, "texts.parquet").exists()
    workspace.tables.history.redo(twice.id)
    read_anew(workspace, plain, "b")
    assert workspace.tables.get(twice.id) == anew
    workspace.close()


def as_before(file: Path, twice: StoredTable, anew: StoredTable) -> None:
    """Bring a database into the form that it had before there was a history."""
    db = sqlite3.connect(file)
    db.row_factory = sqlite3.Row
    old = db.execute("SELECT content FROM history WHERE reading = ?", (twice.reading,)).fetchone()["content"]
    rows = {
        name: db.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608 - our names
        for name in ("fact", "stored_table", "job")
    }
    db.close()
    file.unlink()
    for more in file.parent.glob("workspace.sqlite-*"):
        more.unlink()
    db = sqlite3.connect(file)
    for statement in statements(bundled(*MIGRATIONS, "001_first.sql").read_text(encoding="utf-8")):
        db.execute(statement)
    for name, found in rows.items():
        known = {row[1] for row in db.execute(f"PRAGMA table_info({name})")}
        for row in found:
            fields = [field for field in row.keys() if field in known]  # noqa: SIM118 - a row is no dict
            marks = ", ".join("?" * len(fields))
            values = [row[field] for field in fields]
            db.execute(f"INSERT INTO {name} ({', '.join(fields)}) VALUES ({marks})", values)  # noqa: S608 - our names
    db.execute(
        "UPDATE stored_table SET earlier_reading = ?, earlier_content = ? WHERE reading = ?",
        (twice.reading, old, anew.reading),
    )
    db.commit()
    db.close()

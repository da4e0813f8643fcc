"""A workspace in which findings were fine before that was a step: nothing of it is lost."""

import sqlite3
from pathlib import Path

from desktop_app.paths import bundled
from desktop_app.workspace.schema import MIGRATIONS, statements
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported
from tests.unit.workspace.test_history import read_anew

BEFORE = 4  # scripts


def test_what_was_fine_stays_fine_and_readings_are_still_undone(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    workspace = Workspace(folder)
    stored, plain = imported(workspace, "a.csv"), imported(workspace, "b.csv")
    read_anew(workspace, stored, "a")
    undone = read_anew(workspace, stored, "b")
    workspace.tables.history.undo(stored.id)
    workspace.close()
    as_before(folder / "workspace.sqlite", "UPDATE stored_table SET fine = ' aa bb' WHERE name = 'a.csv'")

    workspace = Workspace(folder)
    tables, steps = workspace.tables, workspace.tables.history

    assert tables.get(stored.id).fine == ("aa", "bb")
    assert tables.get(plain.id) == plain
    steps.redo(stored.id)
    assert tables.get(stored.id).reading == undone.reading
    assert not steps.around(stored.id).can_redo
    for _step in range(2):
        steps.undo(stored.id)
    assert (tables.get(stored.id).reading, tables.get(stored.id).fine) == (stored.reading, ("aa", "bb"))
    tables.show_findings(stored.id)
    steps.undo(stored.id)
    assert tables.get(stored.id).fine == ("aa", "bb")
    workspace.close()


def as_before(file: Path, change: str) -> None:
    """Bring a database into the form that it had before a step could do without a reading, and change it."""
    db = sqlite3.connect(file)
    db.row_factory = sqlite3.Row
    rows = {
        name: db.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608 - our names
        for name in ("fact", "stored_table", "history", "job")
    }
    db.close()
    for more in file.parent.glob("workspace.sqlite*"):
        more.unlink()
    db = sqlite3.connect(file)
    for script in sorted(bundled(*MIGRATIONS).glob("*.sql"))[:BEFORE]:
        for statement in statements(script.read_text(encoding="utf-8")):
            db.execute(statement)
    for name, found in rows.items():
        known = {row[1] for row in db.execute(f"PRAGMA table_info({name})").fetchall()}
        for row in found:
            fields = [field for field in row.keys() if field in known]  # noqa: SIM118 - a row is no dict
            marks = ", ".join("?" * len(fields))
            values = [row[field] for field in fields]
            db.execute(f"INSERT INTO {name} ({', '.join(fields)}) VALUES ({marks})", values)  # noqa: S608 - our names
    db.execute(change)
    db.commit()
    db.close()

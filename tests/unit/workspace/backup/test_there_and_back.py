"""What was remembered on one computer is remembered on another."""

import json
import sqlite3
from contextlib import closing
from itertools import compress
from pathlib import Path

import pytest

from desktop_app.errors import SaveError, UsageError
from desktop_app.workspace import lock
from desktop_app.workspace.backup.form import ROWS
from desktop_app.workspace.backup.restoring import restore_backup
from desktop_app.workspace.backup.rows import CARRIED, LEFT
from desktop_app.workspace.backup.saving import save_backup
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.backup.crafted import Members, in_head, members_of, packed, replaced
from tests.unit.workspace.backup.made import backup_of, files_in, filled, restored, shown
from tests.unit.workspace.examples import imported, submitted


def quiet(_share: float) -> None:
    return None


def test_everything_is_there_again(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "old")
    save_backup(workspace.folder, tmp_path / "all.backup", quiet)

    again = restored(tmp_path / "all.backup", tmp_path / "new")

    assert shown(again) == shown(workspace)


def test_a_backup_can_be_made_while_the_window_is_open_and_locked(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "old")

    with lock.take(workspace.folder) as _held:  # type: ignore[union-attr]  # it is free
        saved = save_backup(workspace.folder, tmp_path / "all.backup", quiet)

    assert (saved.tables, saved.models, saved.answers) == (1, 1, 1)


def test_what_was_deleted_or_is_under_way_is_not_part_of_it(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "old")
    workspace.tables.delete(imported(workspace, "gone.csv").id)
    submitted(workspace, workspace.tables.list()[0])
    save_backup(workspace.folder, tmp_path / "all.backup", quiet)

    again = restored(tmp_path / "all.backup", tmp_path / "new")

    assert [one.name for one in again.tables.list()] == ["people.csv"]
    assert len(again.trainings.list()) == 1
    assert b"gone.csv" not in (tmp_path / "all.backup").read_bytes()


def test_programs_and_their_tokens_stay_on_their_computer(tmp_path: Path) -> None:
    again = restored(backup_of(tmp_path), tmp_path / "new")

    assert again.programs.list() == ()
    assert again.choices.get("programs") == ""


def test_watched_folders_rest_at_first(tmp_path: Path) -> None:
    again = restored(backup_of(tmp_path), tmp_path / "new")

    assert [watch.is_paused for watch in again.watches.list()] == [True]


def test_a_backup_of_a_restored_workspace_holds_the_same_files(tmp_path: Path) -> None:
    first = backup_of(tmp_path)
    restored(first, tmp_path / "new").close()
    save_backup(tmp_path / "new", tmp_path / "second.backup", quiet)

    restored(tmp_path / "second.backup", tmp_path / "third").close()

    kept = [
        {name: data for name, data in files_in(tmp_path / folder).items() if "/" in name}
        for folder in ("new", "third")
    ]
    assert kept[0] == kept[1] != {}


def of_version_11(members: Members) -> Members:
    """Return a backup as the program wrote it that knew neither days of use, nor marks, nor such models."""
    lines, keep = [], [True]
    for text in dict(members)[ROWS].splitlines():
        line = json.loads(text)
        if isinstance(line, dict) and line["table"] == "other_model":
            break  # the last one
        if isinstance(line, dict):
            keep = [name not in ("used", "joined", "marks") for name in line["columns"]]
            line["columns"] = [*compress(line["columns"], keep)]
        else:
            line = [*compress(line, keep)]
        lines.append(json.dumps(line).encode())
    return in_head(schema=11)(replaced(members, ROWS, b"\n".join(lines) + b"\n"))


def test_the_backup_of_an_older_program_is_brought_up_to_date(tmp_path: Path) -> None:
    file = backup_of(tmp_path)
    (tmp_path / "older.backup").write_bytes(packed(of_version_11(members_of(file))))

    again = restored(tmp_path / "older.backup", tmp_path / "new")

    assert shown(again) == shown(restored(file, tmp_path / "newer"))


def test_every_table_of_the_database_travels_or_is_said_to_stay(tmp_path: Path) -> None:
    Workspace(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "workspace.sqlite")) as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    assert names - {"sqlite_sequence"} == {*CARRIED, *LEFT}


def test_the_first_start_may_have_made_an_empty_folder(tmp_path: Path) -> None:
    file = backup_of(tmp_path)
    Workspace(tmp_path / "new").close()
    (tmp_path / "new" / "hunch.log").write_text("started")

    assert len(restored(file, tmp_path / "new").tables.list()) == 1


@pytest.mark.parametrize("theirs", ["notes.txt", "jobs-of-mine", "workspace.sqlite.old"])
def test_nothing_is_restored_where_other_files_are(tmp_path: Path, theirs: str) -> None:
    file = backup_of(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / theirs).write_text("mine")

    with pytest.raises(UsageError, match=r"backup\.not_empty"):
        restore_backup(file, tmp_path / "new", quiet)

    assert (tmp_path / "new" / theirs).read_text() == "mine"


def test_nothing_is_restored_over_work(tmp_path: Path) -> None:
    file = backup_of(tmp_path)
    before = files_in(tmp_path / "old").keys()

    with pytest.raises(UsageError, match=r"backup\.not_empty"):
        restore_backup(file, tmp_path / "old", quiet)

    assert files_in(tmp_path / "old").keys() - {lock.NAME} == before


def test_nothing_is_restored_below_an_open_window(tmp_path: Path) -> None:
    file = backup_of(tmp_path)

    with lock.take(tmp_path / "new") as _held, pytest.raises(UsageError, match=r"backup\.in_use"):  # type: ignore[union-attr]
        restore_backup(file, tmp_path / "new", quiet)


def test_a_folder_that_is_none_of_ours_gives_no_backup(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"backup\.nothing"):
        save_backup(tmp_path, tmp_path / "all.backup", quiet)

    assert not (tmp_path / "all.backup").exists()


def test_room_is_asked_for_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = backup_of(tmp_path)
    monkeypatch.setattr("desktop_app.workspace.backup.restoring.free_space", lambda _place: 10)

    with pytest.raises(SaveError, match=r"backup\.no_room"):
        restore_backup(file, tmp_path / "new", quiet)

    assert not (tmp_path / "new").exists()


def test_who_stops_a_restoring_finds_no_folder(tmp_path: Path) -> None:
    file = backup_of(tmp_path)

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore_backup(file, tmp_path / "new", stop)

    assert not (tmp_path / "new").exists()


def test_who_stops_a_backup_leaves_nothing_in_the_workspace(tmp_path: Path) -> None:
    filled(tmp_path / "old").close()

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_backup(tmp_path / "old", tmp_path / "all.backup", stop)

    assert not any((tmp_path / "old" / "jobs").iterdir())

"""A backup that somebody crafted is refused, and touches nothing."""

import sqlite3
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import FileError
from desktop_app.workspace.backup.form import ROWS
from desktop_app.workspace.backup.restoring import restore_backup
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.backup.crafted import (
    Edit,
    added,
    in_head,
    in_row,
    members_of,
    packed,
    replaced,
    with_rows,
)
from tests.unit.workspace.backup.made import backup_of

ELSEWHERE = "../../elsewhere"
OTHER_ID = "0123456789abcdef"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return backup_of(tmp_path_factory.mktemp("sound"))


def refused(data: bytes, folder: Path) -> str:
    """Return the code with which a file is refused, once nothing of it is left anywhere."""
    file = folder / "theirs.backup"
    file.write_bytes(data)
    with pytest.raises(FileError) as caught:
        restore_backup(file, folder / "new", lambda _share: None)
    assert [place.name for place in folder.iterdir()] == ["theirs.backup"]
    assert caught.value.message
    return caught.value.code


NAMES = {
    "a folder above": "../evil",
    "a folder above, inside": f"tables/{OTHER_ID}/../../../evil",
    "an absolute path": "/etc/hunch/policy.json",
    "a drive": "C:\\Windows\\evil.dll",
    "a share": "\\\\host\\share\\evil",
    "backslashes": "tables\\..\\..\\evil",
    "a stream": f"models/{OTHER_ID}.hunch:evil",
    "a device": "tables/CON/table.json",
    "the keys that are trusted": "trusted.keys",
    "the database": "workspace.sqlite",
    "a journal of the database": "workspace.sqlite-wal",
    "the address of a window": "instance.json",
    "a page": "open-hunch.html",
    "a folder of work": f"jobs/{OTHER_ID}/order.json",
    "letters that look alike": f"tables/{'A' * 16}/table.json",
    "a name with a line end": f"sources/{OTHER_ID}\n",
}


@pytest.mark.parametrize("what", NAMES)
def test_other_names_are_not_read(what: str, sound: Path, tmp_path: Path) -> None:
    assert refused(packed(added(NAMES[what])(members_of(sound))), tmp_path) == "backup.damaged"


def sqlite_with_a_trigger(path: Path) -> bytes:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE setting (name TEXT, value TEXT)")
        db.execute("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN SELECT load_extension('evil'); END")
    db.close()
    return path.read_bytes()


def test_a_database_in_the_place_of_rows_is_not_opened(
    sound: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = sqlite_with_a_trigger(tmp_path_factory.mktemp("evil") / "evil.sqlite")

    assert refused(packed(replaced(members_of(sound), ROWS, data)), tmp_path) == "backup.damaged"


ROWS_OF_OTHERS: dict[str, Edit] = {
    "rows in another folder": in_row("stored_table", "reading", ELSEWHERE),
    "a table by a path": in_row("stored_table", "id", ELSEWHERE),
    "a model by a path": in_row("training", "id", ELSEWHERE),
    "answers by a path": in_row("answers", "id", ELSEWHERE),
    "a step by a path": in_row("history", "reading", ELSEWHERE),
    "a job by a path": in_row("job", "id", ELSEWHERE),
    "work that would begin": in_row("job", "state", "running"),
    "a fact under another hash": in_row("fact", "body", "{}"),
    "a text for a number": in_row("history", "number", "7; DROP TABLE fact"),
    "nothing where something is": in_row("stored_table", "name", None),
    "a list in a cell": in_row("setting", "value", ["x"]),
    "a number beyond all": in_row("watch", "number", 2**80),
    "half a letter": in_row("stored_table", "name", "\ud800"),
    "a plan that is none": in_row("stored_table", "plan", "[]"),
    "a decision that is none": in_row("training", "decision", "{"),
    "what is deep": in_row("training", "origin", "[" * 100_000),
    "a model of no table": in_row("training", "table_id", OTHER_ID),
    "answers of no model": in_row("answers", "training_id", OTHER_ID),
    "no id": in_row("answers", "id", ""),
    "one id twice": with_rows(lambda _table, row: row | {"id": OTHER_ID} if "id" in row else row),
}


@pytest.mark.parametrize("what", ROWS_OF_OTHERS)
def test_other_rows_are_not_taken(what: str, sound: Path, tmp_path: Path) -> None:
    assert refused(packed(ROWS_OF_OTHERS[what](members_of(sound))), tmp_path) == "backup.damaged"


LINES: dict[str, Callable[[bytes], bytes]] = {
    "another table": lambda rows: rows.replace(b'"table":"fact"', b'"table":"sqlite_master"', 1),
    "a table that stays": lambda rows: rows + b'{"columns":["id"],"table":"program"}\n',
    "a column by a statement": lambda rows: rows.replace(b'"sha256"', b'"sha256) SELECT 1; --"', 1),
    "a column less": lambda rows: rows.replace(b'"sha256",', b"", 1),
    "the tables in another order": lambda rows: b"".join(reversed(rows.splitlines(keepends=True))),
    "a row of another length": lambda rows: rows + b'["theme"]\n',
    "no end of the line": lambda rows: rows.rstrip(b"\n"),
    "no JSON": lambda rows: rows + b"theme\n",
    "a value that is none": lambda rows: rows + b'["a",true]\n',
    "no rows": lambda _rows: b"",
}


@pytest.mark.parametrize("what", LINES)
def test_other_lines_are_not_read(what: str, sound: Path, tmp_path: Path) -> None:
    members = members_of(sound)
    changed = replaced(members, ROWS, LINES[what](dict(members)[ROWS]))

    assert refused(packed(changed), tmp_path) == "backup.damaged"


def kind_of(kind: bytes) -> Callable[[tarfile.TarInfo], None]:
    def change(header: tarfile.TarInfo) -> None:
        header.type, header.linkname = kind, "/etc/passwd"

    return change


def by(**facts: Any) -> Callable[[tarfile.TarInfo], None]:
    def change(header: tarfile.TarInfo) -> None:
        for name, value in facts.items():
            setattr(header, name, value)

    return change


HEADERS = {
    "symbolic links": kind_of(tarfile.SYMTYPE),
    "hard links": kind_of(tarfile.LNKTYPE),
    "devices": kind_of(tarfile.CHRTYPE),
    "pipes": kind_of(tarfile.FIFOTYPE),
    "folders": kind_of(tarfile.DIRTYPE),
    "sparse files": kind_of(tarfile.GNUTYPE_SPARSE),
    "long names": kind_of(tarfile.GNUTYPE_LONGNAME),
    "other rights": by(mode=0o6777),
    "an owner": by(uid=0o1000, uname="root"),
    "another day": by(mtime=1),
    "a size beyond the file": by(size=2**40),
    "a size below nothing": by(size=-1024),
}


@pytest.mark.parametrize("what", HEADERS)
def test_only_plain_files_are_taken(what: str, sound: Path, tmp_path: Path) -> None:
    data = packed(members_of(sound), headers=HEADERS[what])

    assert refused(data, tmp_path) in ("backup.damaged", "backup.not_one")


ORDERS: dict[str, Edit] = {
    "a member twice": lambda members: [*members, members[-1]],
    "another order": lambda members: [*members[:2], *reversed(members[2:])],
    "no head": lambda members: members[1:],
    "rows behind the files": lambda members: [members[0], *members[2:], members[1]],
    "a file that no row names": added(f"models/{OTHER_ID}.hunch"),
    "a source of no table": added(f"sources/{OTHER_ID}"),
    "another kind": in_head(kind="hunch-model"),
    "a format below the first": in_head(format=0),
    "a format that is a text": in_head(format="1"),
    "no version of its rows": in_head(schema=0),
    "more in its head": in_head(more=1),
}


@pytest.mark.parametrize("what", ORDERS)
def test_another_order_is_not_read(what: str, sound: Path, tmp_path: Path) -> None:
    data = packed(ORDERS[what](members_of(sound)))

    assert refused(data, tmp_path) in ("backup.damaged", "backup.not_one")


@pytest.mark.parametrize(
    "edit",
    [in_head(format=2), in_head(format=2, more=[]), in_head(schema=10_000)],
    ids=["format", "more", "rows"],
)
def test_what_a_newer_program_wrote_is_said_to_be_newer(edit: Edit, sound: Path, tmp_path: Path) -> None:
    assert refused(packed(edit(members_of(sound))), tmp_path) == "backup.newer"


@pytest.mark.parametrize(("name", "value"), [("programs", "open"), ("cluster", "tls://theirs.example:1")])
def test_neither_the_door_for_programs_nor_a_cluster_is_opened_by_a_backup(
    name: str, value: str, sound: Path, tmp_path: Path
) -> None:
    edit = with_rows(lambda one, row: {"name": name, "value": value} if one == "setting" else row)
    (tmp_path / "theirs.backup").write_bytes(packed(edit(members_of(sound))))

    restore_backup(tmp_path / "theirs.backup", tmp_path / "new", lambda _share: None)

    assert Workspace(tmp_path / "new").choices.get(name) == ""

"""A backup that was damaged on its way is refused, wherever that was."""

import random
import tarfile
from pathlib import Path

import pytest

from desktop_app.workspace.backup.form import HASHES, HEAD, ROWS
from tests.unit.workspace.backup.crafted import members_of, packed
from tests.unit.workspace.backup.test_attacks import refused, sound

__all__ = ["sound"]  # a fixture


def test_hashes_that_do_not_fit_are_seen(sound: Path, tmp_path: Path) -> None:
    data = packed(members_of(sound)).replace(b"a model", b"a modeI")

    assert refused(data, tmp_path) == "backup.damaged"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hunch-backup.json", b"a,b\n1,2\n", bytes(4096)])
def test_other_files_are_no_backups(data: bytes, tmp_path: Path) -> None:
    assert refused(data, tmp_path) in ("backup.damaged", "backup.not_one")


def test_more_behind_the_end_is_seen(sound: Path, tmp_path: Path) -> None:
    assert refused(sound.read_bytes() + b"PK", tmp_path) == "backup.damaged"


def test_every_changed_byte_is_seen(sound: Path, tmp_path: Path) -> None:
    data, chance = sound.read_bytes(), random.Random(7)  # noqa: S311 - the same each time
    for position in chance.sample(range(len(data)), 150):
        changed = bytearray(data)
        changed[position] ^= 1 << chance.randrange(8)

        assert refused(bytes(changed), tmp_path) in ("backup.damaged", "backup.not_one", "backup.newer")
        (tmp_path / "theirs.backup").unlink()


def test_every_shorter_file_is_seen(sound: Path, tmp_path: Path) -> None:
    data, chance = sound.read_bytes(), random.Random(7)  # noqa: S311 - the same each time
    for length in chance.sample(range(len(data)), 60):
        assert refused(data[:length], tmp_path) in ("backup.damaged", "backup.not_one")
        (tmp_path / "theirs.backup").unlink()


def test_the_first_and_the_last_member_are_those_of_a_backup(sound: Path) -> None:
    with tarfile.open(sound) as archive:
        names = archive.getnames()

    assert (names[0], names[1], names[-1]) == (HEAD, ROWS, HASHES)

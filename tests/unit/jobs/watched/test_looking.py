"""Looking into a folder, and taking what is in it."""

import hashlib
import os
from pathlib import Path

import pytest

from desktop_app.errors import FileError
from desktop_app.jobs.watched.looking import look, take

TEXT = b"a,b\n1,2\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "inbox"
    place.mkdir()
    (place / "june.csv").write_bytes(TEXT)
    return place


def test_only_plain_files_are_seen(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_bytes(TEXT)
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    (folder / "answered").mkdir()
    (folder / "answered" / "may.csv").write_bytes(TEXT)
    os.mkfifo(folder / "pipe.csv")

    assert [(one.name, one.size) for one in look(folder).values()] == [("june.csv", len(TEXT))]


def test_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        look(tmp_path / "nowhere")


def test_a_copy_is_taken_with_its_fingerprint(folder: Path, tmp_path: Path) -> None:
    assert take(folder, look(folder)["june.csv"], tmp_path / "copy") == hashlib.sha256(TEXT).hexdigest()
    assert (tmp_path / "copy").read_bytes() == TEXT


def test_what_changed_or_went_since_the_look_is_not_taken(folder: Path, tmp_path: Path) -> None:
    seen = look(folder)["june.csv"]

    (folder / "june.csv").write_bytes(TEXT * 2)
    assert take(folder, seen, tmp_path / "copy") is None
    (folder / "june.csv").unlink()
    assert take(folder, seen, tmp_path / "copy") is None


def test_a_link_that_took_the_place_of_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    seen = look(folder)["june.csv"]
    (folder / "june.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "june.csv").symlink_to(tmp_path / "elsewhere.csv")

    assert take(folder, seen, tmp_path / "copy") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(folder: Path, tmp_path: Path) -> None:
    (folder / "june.csv").chmod(0)

    with pytest.raises(FileError, match="file_unreadable"):
        take(folder, look(folder)["june.csv"], tmp_path / "copy")


def test_ten_thousand_files_are_looked_over_at_once(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.csv").touch()

    assert len(look(tmp_path)) == 10_000

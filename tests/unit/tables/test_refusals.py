"""What is no table is refused in a sentence, and nothing is left behind."""

import errno
import os
from pathlib import Path

import duckdb
import pytest

from desktop_app.errors import FileError, SaveError
from desktop_app.tables.faults import faults_of
from desktop_app.tables.importing import import_file
from tests.unit.tables.opening import Opener
from tests.unit.tables.refusing import refusal


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n  \r\n", b"\x00\x00"])
def test_an_empty_file_is_refused(open_file: Opener, content: bytes) -> None:
    assert refusal(open_file, content).code == "refuse.empty"


@pytest.mark.parametrize("content", [b"a,b,c\n", b"a,b,c", b"a\n\n\n", b'"a\nb",c\r\n'])
def test_names_without_rows_are_refused(open_file: Opener, content: bytes) -> None:
    assert refusal(open_file, content).code == "refuse.header_only"


def test_a_file_with_empty_names_and_empty_cells_alone_is_refused(open_file: Opener) -> None:
    assert refusal(open_file, b",,\n,,\n,,\n").code == "refuse.empty"


@pytest.mark.parametrize(
    "heading",
    ["PK", "MZ", "PAR1", "BZh", "RIFF", "GIF8", "{x}", "[a]", "<id>", "PAR1 x", "ORC", "ID", "TABLE"],
)
def test_a_heading_that_begins_like_another_kind_of_file_is_a_heading(
    open_file: Opener, heading: str
) -> None:
    assert open_file(f"{heading},b\n1,2\n").names == [heading, "b"]


def test_too_many_columns_are_refused_and_counted(open_file: Opener) -> None:
    error = refusal(open_file, ",".join(["x"] * 20_000).encode() + b"\n1\n")

    assert error.code == "refuse.too_wide"
    assert (error.values["columns"], error.values["limit"]) == (20_000, 16_384)


def test_one_row_that_is_far_too_wide_does_not_make_the_table_so(open_file: Opener) -> None:
    opened = open_file(b"a,b\n1,2\n" + b"1," * 20_000 + b"\n")

    assert opened.names == ["a", "b"]
    assert "find.long_rows" in opened.codes


def test_a_file_that_is_not_there_is_said_by_the_name_the_person_knows(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        import_file(tmp_path / "8f3a", tmp_path / "t", name="sales.csv", report=lambda _progress: None)

    assert (refused.value.code, refused.value.values["file"]) == ("error.file_gone", "sales.csv")


def test_a_folder_is_no_file(open_file: Opener, tmp_path: Path) -> None:
    assert refusal(open_file, tmp_path).code == "error.file_unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(open_file: Opener, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refusal(open_file, tmp_path / "pipe").code == "error.file_unreadable"


def test_nothing_is_left_behind_by_a_refused_file(open_file: Opener) -> None:
    refusal(open_file, b"a,b\n")

    assert [path for path in open_file.folder.rglob("*") if path.is_file()] == [
        open_file.folder / "table.csv"
    ]


@pytest.mark.parametrize(
    "cause", [OSError(errno.ENOSPC, "full"), duckdb.IOException("No space left on device")]
)
def test_a_full_disk_is_said_as_that(tmp_path: Path, cause: Exception) -> None:
    with pytest.raises(SaveError) as failed, faults_of(tmp_path):
        raise cause

    assert failed.value.code == "error.disk_full"


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as failed, faults_of(tmp_path):
        raise PermissionError(errno.EACCES, "no")

    assert failed.value.values["folder"] == str(tmp_path)


def test_too_little_memory_is_no_bug(tmp_path: Path) -> None:
    with pytest.raises(MemoryError), faults_of(tmp_path):
        raise duckdb.OutOfMemoryException("too much")

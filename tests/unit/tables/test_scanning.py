"""The bytes of a file say the same, in whichever pieces they are read."""

from pathlib import Path

import pytest

from desktop_app.tables.text import scanning
from desktop_app.tables.text.scanning import Scan, scan

TEXTS = (
    b"a,b\r\n1,2\r\n\r\n3,4\r",
    b"a\r\r\n\n\rb\n\r\n",
    b"a\n'\xef\xbc\x9d1\n",
    b"a\n''\r\n",
    b"a\n'=1\n",
    b"a\n''\n'",
    b'a,"b\r\n\r\n""c"\r\n"',
    b"''''''",
    b"\r\r\r\r",
    b"\n\na\n\n\nb\n\nc\n\n",
    "a\nüßé\r".encode() + b"\xfc\xc3\n\xc3",
    "a\nü\n".encode() + b"\xfc\xdf\n",
    b'a\r\n\r\n"\r\n\r\n"\r\n\r\nb\r\n\r\n',
    b"",
)


def scanned(path: Path, content: bytes) -> Scan:
    path.write_bytes(content)
    return scan(path)


@pytest.mark.parametrize("content", TEXTS)
@pytest.mark.parametrize("piece", [1, 2, 3, 5])
def test_where_a_piece_ends_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, piece: int
) -> None:
    whole = scanned(tmp_path / "some.csv", content)
    monkeypatch.setattr(scanning, "_PIECE", piece)

    assert scanned(tmp_path / "some.csv", content) == whole


@pytest.mark.parametrize("letter", [b"'", b"\r"])
def test_a_file_of_marks_alone_is_read_in_pieces_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letter: bytes
) -> None:
    monkeypatch.setattr(scanning, "_PIECE", 64)
    (tmp_path / "some.csv").write_bytes(letter * 10_000)

    pieces = list(scanning._pieces(tmp_path / "some.csv"))

    assert b"".join(pieces) == letter * 10_000
    assert max(map(len, pieces)) <= 66


def test_empty_lines_count_between_records_alone(tmp_path: Path) -> None:
    found = scanned(tmp_path / "some.csv", b'\n\na,"\n\n"\n\n\nb\n\nc\n\n')

    assert (found.records, found.gaps, found.first_gap) == (3, 3, 4)

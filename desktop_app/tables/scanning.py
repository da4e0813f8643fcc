"""One walk over the bytes of a text file: its letters, its records, and its fingerprint."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Encoding = Literal["utf-8", "cp1252"]
LineEnd = Literal["\n", "\r\n", "\r", ""]

_PIECE = 1024 * 1024
_BLANK_LINE = re.compile(rb"\n(?=\n)")
_TEXT_MARK = re.compile(rb"'(?:[=+\-@\t\r]|\xef\xbc)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the bytes of a text file say."""

    size: int  # bytes
    sha256: str
    encoding: Encoding
    nuls: int  # bytes that are no letter in any table
    records: int  # lines that are not empty; a line end between quotes does not end a record
    line_end: LineEnd  # of every record; nothing where they differ
    may_hold_text_marks: bool  # cells in which a `'` keeps a formula from being one


def fingerprint(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def scan(path: Path) -> Scan:
    """Return what the bytes of *path* say; strictly UTF-8 over the whole file, else Windows-1252."""
    digest = hashlib.sha256()
    letters, records = _Letters(), _Records()
    size = nuls = 0
    has_marks = False
    for piece in _pieces(path):
        digest.update(piece)
        size += len(piece)
        nuls += piece.count(0)
        has_marks = has_marks or (b"'" in piece and _TEXT_MARK.search(piece) is not None)
        letters.feed(piece)
        records.feed(piece)
    return Scan(
        size=size,
        sha256=digest.hexdigest(),
        encoding=letters.finish(),
        nuls=nuls,
        records=records.finish(),
        line_end=records.line_end,
        may_hold_text_marks=has_marks,
    )


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            while piece.endswith((b"\r", b"'")) and (more := file.read(1)):
                piece += more  # the two letters that mean one thing stay together
            yield piece


class _Letters:
    """Whether all bytes together are UTF-8."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._is_utf8 = True

    def feed(self, piece: bytes) -> None:
        if self._is_utf8:
            try:
                self._decoder.decode(piece)
            except UnicodeDecodeError:
                self._is_utf8 = False

    def finish(self) -> Encoding:
        try:
            self._decoder.decode(b"", final=self._is_utf8)
        except UnicodeDecodeError:
            self._is_utf8 = False
        return "utf-8" if self._is_utf8 else "cp1252"


class _Records:
    """How many records there are: counted without any CSV reader, to check one by."""

    def __init__(self) -> None:
        self._count = 0
        self._is_quoted = False
        self._ends: dict[LineEnd, int] = {"\n": 0, "\r\n": 0, "\r": 0}
        self._last = b"\n"  # the end of what was seen outside of quotes

    def feed(self, piece: bytes) -> None:
        parts = piece.split(b'"')
        outside = b'"'.join(parts[self._is_quoted :: 2])
        if self._is_quoted or len(parts) > 1:
            outside = (b'"' if self._is_quoted else b"") + outside
            self._is_quoted ^= len(parts) % 2 == 0
            outside += b'"' if self._is_quoted else b""
        if b"\r" in outside:
            both = outside.count(b"\r\n")
            self._ends["\r\n"] += both
            self._ends["\r"] += outside.count(b"\r") - both
            self._ends["\n"] -= outside.count(b"\r")  # they become one below
            outside = outside.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        ends = outside.count(b"\n")
        self._ends["\n"] += ends
        if outside:
            self._count += ends - self._blank(outside)
            self._last = outside[-1:]

    def finish(self) -> int:
        return self._count + (self._last != b"\n")

    @property
    def line_end(self) -> LineEnd:
        """What ends every record; a text without any end may be read as one of lines."""
        kinds: list[LineEnd] = [kind for kind, count in self._ends.items() if count]
        return kinds[0] if len(kinds) == 1 else "" if kinds else "\n"

    def _blank(self, outside: bytes) -> int:
        first = self._last == b"\n" and outside.startswith(b"\n")
        return first + (len(_BLANK_LINE.findall(outside)) if b"\n\n" in outside else 0)

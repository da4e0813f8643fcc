"""One walk over the bytes of a text file: its letters, its records, and its fingerprint."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.tables.raw import LineEnd

Encoding = Literal["utf-8", ""]  # nothing: another one, that has to be guessed

_PIECE = 1024 * 1024
ODD_BYTE = re.compile("[\udc80-\udcff]")  # as Python keeps a byte that is no UTF-8 in a text
_BLANK_LINE = re.compile(rb"\n(?=\n)")
_TEXT_MARK = re.compile(rb"'(?:[=+\-@\t\r]|\xef\xbc)")
_UNFINISHED = re.compile(rb"(?:'?\r|'\xef?)\Z")  # two or three bytes that mean one thing stay together


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the bytes of a text file say."""

    size: int  # bytes
    sha256: str
    encoding: Encoding
    odd_letters: int  # bytes of a UTF-8 file that are none
    odd_line: int  # where the first one stands
    nuls: int  # bytes that are no letter in any table
    records: int  # lines that are not empty; a line end between quotes does not end a record
    gaps: int  # empty lines between them
    first_gap: int  # which line the first one is; those between quotes do not count
    line_end: LineEnd  # of every record; nothing where they differ
    is_open: bool  # a quote that was opened is not closed
    may_hold_text_marks: bool  # cells in which a `'` keeps a formula from being one


def fingerprint(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def scan(path: Path) -> Scan:
    """Return what the bytes of *path* say; it is UTF-8 unless most bytes beyond ASCII are not."""
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
    encoding = letters.finish()
    return Scan(
        size=size,
        sha256=digest.hexdigest(),
        encoding=encoding,
        odd_letters=letters.odd if encoding == "utf-8" else 0,
        odd_line=letters.odd_line if encoding == "utf-8" else 0,
        nuls=nuls,
        records=records.finish(),
        gaps=records.gaps.between,
        first_gap=records.gaps.first,
        line_end=records.line_end,
        is_open=records.is_open,
        may_hold_text_marks=has_marks,
    )


def _pieces(path: Path) -> Iterator[bytes]:
    kept = b""
    with path.open("rb") as file:
        while read := file.read(_PIECE):
            piece = kept + read
            unfinished = _UNFINISHED.search(piece[-2:])
            kept = unfinished.group() if unfinished else b""
            yield piece.removesuffix(kept)
    if kept:
        yield kept


class _Letters:
    """Whether the bytes beyond ASCII are UTF-8: all, most of them or hardly one."""

    def __init__(self) -> None:
        self.odd = self.odd_line = 0
        self._strict = codecs.getincrementaldecoder("utf-8")()
        self._lenient = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._good = self._lines = 0

    def feed(self, piece: bytes, *, is_last: bool = False) -> None:
        before = self._strict.getstate()
        try:
            text = self._strict.decode(piece, final=is_last)
        except UnicodeDecodeError:
            self._lenient.setstate(before)
            text = self._lenient.decode(piece, final=is_last)
            self._strict.setstate(self._lenient.getstate())
            self._note_odd(text)
        self._good += len(piece) - len(text)  # a letter of several bytes makes it grow by all but one
        self._lines += piece.count(b"\n") + (
            piece.count(b"\r") - piece.count(b"\r\n") if b"\r" in piece else 0
        )

    def finish(self) -> Encoding:
        self.feed(b"", is_last=True)
        return "utf-8" if self._good >= self.odd else ""

    def _note_odd(self, text: str) -> None:
        found = ODD_BYTE.findall(text)
        if found and not self.odd:
            start = text[: text.index(found[0])].replace("\r\n", "\n")
            self.odd_line = self._lines + start.count("\n") + start.count("\r") + 1
        self.odd += len(found)


class _Records:
    """How many records there are: counted without any CSV reader, to check one by."""

    def __init__(self) -> None:
        self._count = 0
        self.gaps = _Gaps()
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
            self._count += ends - self.gaps.feed(outside, ends)
            self._last = outside[-1:]

    def finish(self) -> int:
        return self._count + (self._last != b"\n")

    @property
    def is_open(self) -> bool:
        """Whether what was seen ends between quotes."""
        return self._is_quoted

    @property
    def line_end(self) -> LineEnd:
        """What ends every record; a text without any end may be read as one of lines."""
        kinds: list[LineEnd] = [kind for kind, count in self._ends.items() if count]
        return kinds[0] if len(kinds) == 1 else "" if kinds else "\n"


class _Gaps:
    """Empty lines, and which of them stand between records: what follows a gap decides."""

    def __init__(self) -> None:
        self.between = self.first = 0
        self._lines = 0  # that have ended
        self._is_open = False  # a line with something in it has begun
        self._has_begun = False  # the first record
        self._waiting = self._first_waiting = 0  # at the end of what was seen

    def feed(self, text: bytes, ends: int) -> int:
        """Return how many lines that end in *text* are empty; *ends* of them end there, all alike."""
        body = text.strip(b"\n")
        in_front = len(text) - len(text.lstrip(b"\n"))
        behind = len(text) - len(body) - in_front
        empty = self._wait(self._lines + self._is_open + 1, in_front - self._is_open)
        if body:
            self._settle()
            within = len(_BLANK_LINE.findall(body)) if b"\n\n" in body else 0
            if within:
                before = body.count(b"\n", 0, body.index(b"\n\n"))
                empty += self._wait(self._lines + in_front + before + 2, within)
                self._settle()
            empty += self._wait(self._lines + ends - behind + 2, behind - 1)
        self._lines += ends
        self._is_open = not text.endswith(b"\n")
        return empty

    def _wait(self, first: int, count: int) -> int:
        if count <= 0:
            return 0
        self._first_waiting = self._first_waiting if self._waiting else first
        self._waiting += count
        return count

    def _settle(self) -> None:
        if self._has_begun and self._waiting:
            self.first = self.first if self.between else self._first_waiting
            self.between += self._waiting
        self._waiting, self._has_begun = 0, True

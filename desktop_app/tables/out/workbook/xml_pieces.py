"""The XML of a sheet piece by piece, beside it the same without what only looks like tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from desktop_app.tables.out.workbook.reasons import NotSafeError

_PIECE = 1024 * 1024
_LONGEST = 64 * 1024**2  # bytes of one row, or of all that stands in front of the rows
_NO_TAGS = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a part; *plain* is as long, and what is no tag in it is blank (if it shows: an x)."""

    raw: bytes
    plain: bytes

    def rest(self, start: int) -> "Piece":
        """Return what begins at a place."""
        raw = self.raw[start:]
        return Piece(raw, raw if self.plain is self.raw else self.plain[start:])

    def __add__(self, other: "Piece") -> "Piece":
        """Return both."""
        raw = self.raw + other.raw
        is_plain = self.plain is self.raw and other.plain is other.raw
        return Piece(raw, raw if is_plain else self.plain + other.plain)


def pieces_of(part: IO[bytes]) -> Iterator[Piece]:
    """Yield the pieces of a part, each of which ends in front of a tag."""
    waiting = b""
    while fresh := part.read(_PIECE):
        piece = _plain(waiting + fresh)
        end = _end(piece.plain)
        if len(piece.raw) - end > _LONGEST:
            raise NotSafeError("unusual")
        waiting = piece.raw[end:]
        raw = piece.raw[:end]
        yield Piece(raw, raw if piece.plain is piece.raw else piece.plain[:end])
    yield _plain(waiting)


def plain_of(raw: bytes) -> bytes:
    """Return as many bytes, in which comments and the like are blank; the same ones where there are none."""
    return _NO_TAGS.sub(_blank, raw) if b"<!" in raw or b"<?" in raw else raw


def _plain(raw: bytes) -> Piece:
    return Piece(raw, plain_of(raw))


def _blank(found: re.Match[bytes]) -> bytes:
    return (b"x" if found[0].startswith(b"<![") else b" ") * len(found[0])


def _end(plain: bytes) -> int:
    """Return where the last tag begins, or what is no tag and goes on beyond this piece."""
    opened = [place for mark in (b"<!", b"<?") if (place := plain.find(mark)) >= 0]
    return min(opened) if opened else max(plain.rfind(b"<"), 0)

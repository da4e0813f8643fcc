"""The XML of a sheet on its way from one package to another, its rows longer by new cells."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO

from desktop_app.tables.out.workbook.new_cells import Answer, NewCells
from desktop_app.tables.out.workbook.xml_pieces import Piece, pieces_of
from desktop_app.tables.out.workbook.reasons import NotSafeError
from desktop_app.tables.out.workbook.row_cells import ATTRIBUTES, Added, Row, RowPatterns
from desktop_app.tables.out.workbook.sheet_ends import Ends

_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData(%b)\s*(/?)>" % ATTRIBUTES)
_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]{1,7})[\"']")
_LONGEST = 64 * 1024**2  # bytes
_NONE = Piece(b"", b"")
_LIKE_ASCII = re.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|latin-?1", re.IGNORECASE)

NewRow = tuple[int, Sequence[Answer]]  # row of the sheet, from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What is added to a sheet."""

    added: Added
    headings: NewRow
    rows: Iterator[NewRow]  # from top to bottom
    name: str  # of the file that is written


class SheetStream:
    """Copies one sheet; *ends* knows what stands in front of its rows and behind them."""

    def __init__(self, addition: Addition, ends: Ends) -> None:
        self._addition, self._ends = addition, ends
        self._coming = chain([addition.headings], addition.rows)
        self._next: NewRow | None = next(self._coming, None)
        self._last = 0  # row of the sheet

    def copy(self, part: IO[bytes]) -> Iterator[bytes]:
        """Yield the XML with the new cells in it.

        Raises NotSafeError where that is not safe, which may become plain only at the end.
        """
        pieces = pieces_of(part)
        piece, found = self._head(pieces)
        head = piece.raw[: found.start()]
        encoding = _encoding_of(head)
        yield self._ends.head(head, found[1])
        yield found[0]
        if found[3]:
            raise NotSafeError("order")
        rows = self._rows(found[1], encoding)
        piece = piece.rest(found.end())
        while True:
            copied, place, is_over = rows(piece)
            yield copied
            piece = piece.rest(place)
            if is_over:
                break
            if len(piece.raw) > _LONGEST or (more := next(pieces, None)) is None:
                raise NotSafeError("damaged")
            piece = piece + more
        if self._next is not None:
            raise NotSafeError("order")
        yield self._ends.tail(_all(piece, pieces))

    def _head(self, pieces: Iterator[Piece]) -> tuple[Piece, re.Match[bytes]]:
        piece = _NONE
        for more in pieces:
            piece = piece + more
            if found := _SHEET_DATA.search(piece.plain):
                return piece, found
            if len(piece.raw) > _LONGEST:
                break
        raise NotSafeError("unusual")

    def _rows(self, prefix: bytes, encoding: str) -> Callable[[Piece], tuple[bytes, int, bool]]:
        """Return what copies the rows of a piece: the bytes, how far it came, and whether that was all."""
        patterns = RowPatterns(prefix, self._addition.added)
        cells = NewCells(self._addition.added.first, prefix.decode(), encoding, self._addition.name)
        tag = re.compile(
            rb"<(?:%(p)brow(?=[\s/>])(%(a)b)\s*(/?)>|/%(p)bsheetData\s*>)" % {b"p": prefix, b"a": ATTRIBUTES}
        )
        end = re.compile(rb"</%brow\s*>" % prefix)

        def copied(piece: Piece) -> tuple[bytes, int, bool]:
            plain, place = piece.plain, 0
            out: list[bytes] = []
            while found := tag.search(plain, place):
                if found[1] is None:
                    return b"".join([*out, piece.raw[place : found.start()]]), found.start(), True
                closing = None if found[2] else end.search(plain, found.end())
                if closing is None and not found[2]:
                    break
                close = found.end() if closing is None else closing.start()
                row = Row(
                    plain=plain,
                    start=found.start(),
                    inner=found.end(),
                    close=close,
                    number=self._number(found[1]),
                )
                out += [piece.raw[place : row.start], self._row(row, piece.raw, patterns, cells)]
                place = close
            return b"".join(out), place, False

        return copied

    def _number(self, attributes: bytes) -> int:
        written = _NUMBER.search(attributes)
        number = int(written[1]) if written else self._last + 1
        if number <= self._last:
            raise NotSafeError("order")
        return number

    def _row(self, row: Row, raw: bytes, patterns: RowPatterns, cells: NewCells) -> bytes:
        """Return the bytes of a row without its closing tag."""
        self._last = row.number
        if self._next is None or row.number < self._next[0]:
            return raw[row.start : row.close]
        number, answers = self._next
        if row.number > number or row.inner == row.close:
            raise NotSafeError("order")  # the row is not there, or holds nothing
        is_heading = number == self._addition.headings[0]
        self._next = next(self._coming, None)
        return patterns.with_cells(
            row, raw, lambda styles: cells.write(number, answers, styles), is_heading=is_heading
        )


def _all(piece: Piece, pieces: Iterator[Piece]) -> bytes:
    """Return all that is left; raises NotSafeError where that is too much to be what stands behind rows."""
    parts = [piece.raw]
    for more in pieces:
        parts.append(more.raw)
        if sum(map(len, parts)) > _LONGEST:
            raise NotSafeError("unusual")
    return b"".join(parts)


def _encoding_of(head: bytes) -> str:
    """Return in which letters texts can be added; raises NotSafeError where tags are none of bytes."""
    written = _ENCODING.match(head)
    name = written[1].decode() if written else "utf-8"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or not _LIKE_ASCII.fullmatch(name):
        raise NotSafeError("unusual")
    return "utf-8" if name.lower().replace("-", "") == "utf8" else "ascii"

"""One row of a sheet as its XML has it, and cells put in behind those of the table."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.tables.books.ranges import letters_of, number_of
from desktop_app.tables.out.workbook.reasons import NotSafeError

_MOST_PATTERNS = 10_000
ATTRIBUTES = rb"(?:\s+[^\s<>/=]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*"
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,6})[\"']")
_SPANS = re.compile(rb"(\sspans\s*=\s*[\"'][0-9]{1,5}:)([0-9]{1,5})(?=[\"'])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The columns that are added; they count from 0."""

    first: int
    last: int
    plain_styles: Collection[bytes]  # of cells that show any value as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Where a row stands in a piece of XML, in which comments are blanked."""

    plain: bytes
    start: int  # of its tag
    inner: int  # its first byte behind the tag
    close: int  # its closing tag
    number: int  # from 1


Writer = Callable[[Mapping[int, bytes]], list[bytes]]  # takes the styles of columns


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    start: int
    end: int
    is_empty: bool
    style: bytes | None


class RowPatterns:
    """Puts cells into the rows of a sheet whose tags have a certain prefix, mostly none."""

    def __init__(self, prefix: bytes, added: Added) -> None:
        self._added = added
        self._extension = b"<%bextLst" % prefix
        self._quick = re.compile(rb"<%bc(?=[\s/>])(?:[^<>]*?\sr=\"([A-Z]{1,3})([0-9]{1,7})\")?" % prefix)
        self._cell = re.compile(rb"<%bc(?=[\s/>])(%b)\s*(/?)>" % (prefix, ATTRIBUTES))
        self._end = re.compile(rb"</%bc\s*>" % prefix)
        self._nothing = re.compile(rb"\s*(?:<%(p)bv\s*/>|<%(p)bv\s*>\s*</%(p)bv\s*>)?\s*" % {b"p": prefix})
        self._in_order: dict[tuple[bytes, ...], bool] = {}

    def with_cells(self, row: Row, raw: bytes, write: Writer, *, is_heading: bool = False) -> bytes:
        """Return the bytes of a row, up to its closing tag, with new cells in it.

        A heading looks like the one at its left. Raises NotSafeError where something stands in the way.
        """
        if not is_heading and self._is_plain(row):
            return self._tag(row, raw) + raw[row.inner : row.close] + b"".join(write({}))
        cells = self._cells(row)
        goes_on = [cell for cell in cells if cell.column >= self._added.first]
        in_the_way = [cell for cell in goes_on if cell.column <= self._added.last + 1 and not cell.is_empty]
        if in_the_way:
            raise NotSafeError("beside", cell=f"{letters_of(in_the_way[0].column)}{row.number}")
        new = b"".join(write(self._styles(cells, is_heading=is_heading)))
        place = self._place(row, cells)
        beyond = next((cell.start for cell in goes_on if cell.column > self._added.last), None)
        if beyond is None:
            beyond = goes_on[-1].end if goes_on else place
        return self._tag(row, raw) + raw[row.inner : place] + new + raw[beyond : row.close]

    def _is_plain(self, row: Row) -> bool:
        """Whether nothing stands behind the table, as is plain at the first look."""
        found = self._quick.findall(row.plain, row.inner, row.close)
        if not found or row.plain.find(self._extension, row.inner, row.close) >= 0:
            return False
        columns, numbers = zip(*found, strict=True)
        if numbers.count(b"%d" % row.number) != len(numbers):
            return False
        if columns not in self._in_order:
            if len(self._in_order) >= _MOST_PATTERNS:
                self._in_order.clear()
            places = [number_of(letters.decode()) for letters in columns]
            self._in_order[columns] = _rises(places) and places[-1] < self._added.first
        return self._in_order[columns]

    def _cells(self, row: Row) -> list[_Cell]:
        found: list[_Cell] = []
        place, column = row.inner, -1
        while tag := self._cell.search(row.plain, place, row.close):
            column = self._column(tag[1], row.number, column + 1)
            end, is_empty = tag.end(), True
            if not tag[2]:
                close = self._end.search(row.plain, tag.end(), row.close)
                if close is None:
                    raise NotSafeError("damaged")
                is_empty = self._nothing.fullmatch(row.plain, tag.end(), close.start()) is not None
                end = close.end()
            style = _STYLE.search(tag[1])
            found.append(_Cell(column, tag.start(), end, is_empty, style[1] if style else None))
            place = end
        if not _rises([cell.column for cell in found]):
            raise NotSafeError("order")
        return found

    def _column(self, attributes: bytes, number: int, following: int) -> int:
        place = _PLACE.search(attributes)
        if place is None:
            return following
        if int(place[2]) != number:
            raise NotSafeError("order")
        return number_of(place[1].decode())

    def _styles(self, cells: list[_Cell], *, is_heading: bool) -> dict[int, bytes]:
        """Return the styles of the new cells: those of empty cells in their place, where they fit."""
        first, last = self._added.first, self._added.last
        if is_heading:
            left = [cell.style for cell in cells if cell.column < first and not cell.is_empty]
            style = left[-1] if left else None
            return dict.fromkeys(range(first, last + 1), style) if style else {}
        return {
            cell.column: cell.style
            for cell in cells
            if first <= cell.column <= last and cell.style in self._added.plain_styles and cell.style
        }

    def _place(self, row: Row, cells: list[_Cell]) -> int:
        """Return where the new cells go: behind the last one of the table."""
        before = [cell.end for cell in cells if cell.column < self._added.first]
        return before[-1] if before else cells[0].start if cells else row.inner

    def _tag(self, row: Row, raw: bytes) -> bytes:
        """Return the tag of a row, whose spans reach as far as its cells."""
        tag = raw[row.start : row.inner]
        if b"spans" not in tag:
            return tag
        last = self._added.last + 1
        return _SPANS.sub(lambda found: found[1] + b"%d" % max(last, int(found[2])), tag, count=1)


def _rises(places: list[int]) -> bool:
    return all(left < right for left, right in pairwise(places))

"""What the records of an older workbook (.xls) say that a reader of its cells does not hand over."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.tables.books.number_formats import CodeFormat, code_formats
from desktop_app.tables.books.ole_streams import read_stream
from desktop_app.tables.books.tallies import ERRORS, LockedError, Tally
from desktop_app.tables.books.worksheets import Worksheet

# The numbers of records, from Microsoft's description of the format, [MS-XLS].
_BEGIN, _END, _SHEET, _FORMAT, _FORMAT_5, _STYLE, _ROW = 0x809, 0x0A, 0x85, 0x41E, 0x1E, 0xE0, 0x208
_PASSWORD, _COLUMNS = 0x2F, 0x7D
_NUMBER, _SMALL_NUMBER, _SMALL_NUMBERS, _TRUTH, _FORMULA = 0x203, 0x27E, 0xBD, 0x205, 0x06
_TEXTS = frozenset((0xFD, 0x204, 0xD6))
_CELLS = _TEXTS | {_NUMBER, _SMALL_NUMBER, _SMALL_NUMBERS, _TRUTH, _FORMULA}
_CELL = struct.Struct("<HH")  # row, column; or two columns
_HIDDEN, _ROW_FLAGS = 0x20, 12
_VERSION_8 = 0x600
_LEAST_CELL = 6  # bytes: row, column, style


@dataclass(slots=True)
class _Book:
    """What the first part of the stream says of all sheets."""

    sheets: list[int] = field(default_factory=list)  # where each begins
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)  # the number of the format of each
    has_password: bool = False  # what follows cannot be read


def look_at_all(path: Path) -> list[Worksheet]:
    """Return what the sheets of an older workbook say, in its order; none where it cannot be followed.

    Raises LockedError.
    """
    stream = read_stream(path, ("workbook", "book"))
    book = _book(stream)
    if book.has_password:
        raise LockedError
    codes = code_formats(book.formats, book.styles)
    return [_tally(_records(stream, place), codes) for place in book.sheets]


def _book(stream: bytes) -> _Book:
    book, is_new = _Book(), True
    for kind, content in _records(stream, 0):
        if kind == _BEGIN:
            is_new = int.from_bytes(content[:2], "little") >= _VERSION_8
        elif kind == _SHEET:
            book.sheets.append(int.from_bytes(content[:4], "little"))
        elif kind in (_FORMAT, _FORMAT_5):
            book.formats[int.from_bytes(content[:2], "little")] = _text(content, is_new=is_new)
        elif kind == _PASSWORD:
            book.has_password = True
        elif kind == _STYLE:
            book.styles.append(int.from_bytes(content[2:4], "little"))
    return book


def _text(content: bytes, *, is_new: bool) -> str:
    """Return the text of a number format."""
    if not is_new:
        return content[3 : 3 + content[2]].decode("latin-1") if len(content) > 2 else ""
    length, is_wide = int.from_bytes(content[2:4], "little"), content[4:5] == b"\x01"
    text = content[5 : 5 + length * (2 if is_wide else 1)]
    return text.decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def _tally(records: Iterator[tuple[int, bytes]], codes: Mapping[int, CodeFormat]) -> Worksheet:
    tally = Tally()
    for kind, content in records:
        if kind == _ROW and len(content) > _ROW_FLAGS and content[_ROW_FLAGS] & _HIDDEN:
            tally.hidden_row()
        elif kind == _COLUMNS and content[8:9] and content[8] & 1:
            tally.hidden_columns(*_CELL.unpack_from(content))
        elif kind in _CELLS and len(content) >= _LEAST_CELL:
            row, column = _CELL.unpack_from(content)
            count = max(1, (len(content) - 6) // 6) if kind == _SMALL_NUMBERS else 1
            tally.cell(row, column, columns=count)
            if error := _error(kind, content):
                tally.error(error)
            elif codes and kind not in _TEXTS:
                for place, written in _codes_in(content, count, codes):
                    tally.code(row, column + place, written)
    return tally.result()


def _codes_in(
    content: bytes, count: int, codes: Mapping[int, CodeFormat]
) -> Iterator[tuple[int, CodeFormat]]:
    """Yield which of the *count* numbers of a record are shown as codes."""
    for place in range(count):
        style = int.from_bytes(content[4 + 6 * place : 6 + 6 * place], "little")
        if written := codes.get(style):
            yield place, written


def _error(kind: int, content: bytes) -> str:
    """Return the error that a cell holds; nothing where it holds none."""
    if kind == _TRUTH and content[7:8] == b"\x01":
        return ERRORS.get(content[6], "#N/A")
    if kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
        return ERRORS.get(content[8], "#N/A")
    return ""


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part, such as a sheet, without what is embedded in it: its charts."""
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 1:
            yield kind, stream[place + 4 : place + 4 + length]
        if depth < 1:
            return
        place += 4 + length

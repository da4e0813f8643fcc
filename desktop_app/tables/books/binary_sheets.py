"""What the records of a binary workbook (.xlsb) say that a reader of its cells does not hand over."""

import struct
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app.tables.books.number_formats import CodeFormat, code_formats
from desktop_app.tables.books.tallies import ERRORS, Tally, UnfitError
from desktop_app.tables.books.worksheets import Worksheet
from desktop_app.tables.books.xml_parts import Package, package_of

# The numbers of records, from Microsoft's description of the format, [MS-XLSB].
_ROW, _COLUMNS, _FIRST_CELL, _LAST_CELL = 0, 60, 2, 11  # cells with something in them
_ERROR_CELLS, _NUMBER_CELLS = (3, 11), (2, 5, 9)
_SHEET, _FORMAT, _STYLE, _STYLES, _END_OF_STYLES = 156, 44, 47, 617, 618
_HIDDEN = 0x10  # of the byte at _ROW_FLAGS
_ROW_FLAGS = 11
_CELL = struct.Struct("<II")  # column, style; or two columns
_PIECE = 1024 * 1024


def look_at(path: Path, index: int) -> Worksheet | None:
    """Return what the sheet at *index* (from 0) of a binary workbook says; None where it cannot be found.

    Raises zipfile.BadZipFile, zlib.error, EOFError or UnfitError where the file is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        package = package_of(archive, "bin")
        sheets = _sheets(archive, package)
        if index >= len(sheets) or not sheets[index]:
            return None
        return _tally(_records(archive, sheets[index]), _code_styles(_records(archive, package.styles)))


def _tally(records: Iterator[tuple[int, bytes]], styles: Mapping[int, CodeFormat]) -> Worksheet:
    tally, row = Tally(), 0
    for kind, content in _whole(records):
        if kind == _ROW:
            row = int.from_bytes(content[:4], "little")
            if content[_ROW_FLAGS : _ROW_FLAGS + 1] and content[_ROW_FLAGS] & _HIDDEN:
                tally.hidden_row()
        elif kind == _COLUMNS and content[16:17] and content[16] & 1:
            tally.hidden_columns(*_CELL.unpack_from(content))
        elif _FIRST_CELL <= kind <= _LAST_CELL:
            column, style = _CELL.unpack_from(content)
            tally.cell(row, column)
            if kind in _ERROR_CELLS:
                tally.error(ERRORS.get(int.from_bytes(content[8:9]), "#N/A"))
            elif kind in _NUMBER_CELLS and (written := styles.get(style & 0xFFFFFF)):
                tally.code(row, column, written)
    return tally.result()


def _whole(records: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield the records; raises UnfitError for a short one: readers take what the last one left."""
    for kind, content in records:
        if kind <= _LAST_CELL and len(content) < _CELL.size:
            raise UnfitError
        yield kind, content


def _sheets(archive: zipfile.ZipFile, package: Package) -> list[str]:
    """Return the parts that hold the sheets, in the workbook's order; nothing for a missing one."""
    return [
        package.targets.get(_text(content, 8), "")
        for kind, content in _records(archive, package.workbook)
        if kind == _SHEET
    ]


def _code_styles(records: Iterator[tuple[int, bytes]]) -> dict[int, CodeFormat]:
    """Return the styles of cells that make codes of numbers."""
    written: dict[int, str] = {}
    styles: list[int] = []
    is_within = False
    for kind, content in records:
        if kind == _FORMAT:
            written[int.from_bytes(content[:2], "little")] = _text(content, 2)
        elif kind in (_STYLES, _END_OF_STYLES):
            is_within = kind == _STYLES
        elif kind == _STYLE and is_within:
            styles.append(int.from_bytes(content[2:4], "little"))
    return code_formats(written, styles)


def _text(content: bytes, place: int) -> str:
    length = 2 * int.from_bytes(content[place : place + 4], "little")
    return content[place + 4 : place + 4 + length].decode("utf-16-le", errors="replace")


def _records(archive: zipfile.ZipFile, member: str) -> Iterator[tuple[int, bytes]]:
    """Yield the records of a part, each by its number and its content; nothing where it is missing."""
    try:
        part = archive.open(member)
    except KeyError:
        return
    with part:
        rest = b""
        while piece := part.read(_PIECE):
            buffer, place = rest + piece, 0
            while (found := _record(buffer, place)) is not None:
                kind, start, end = found
                yield kind, buffer[start:end]
                place = end
            rest = buffer[place:]


def _record(buffer: bytes, place: int) -> tuple[int, int, int] | None:
    """Return the number of a record and where its content begins and ends; None where it goes on."""
    last = len(buffer)
    if place + 2 > last:
        return None
    kind = buffer[place]
    place += 1
    if kind & 0x80:
        kind = (kind & 0x7F) | (buffer[place] & 0x7F) << 7
        place += 1
    length = shift = 0
    while place < last:
        byte = buffer[place]
        place += 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80 or shift > 21:
            return (kind, place, place + length) if place + length <= last else None
    return None

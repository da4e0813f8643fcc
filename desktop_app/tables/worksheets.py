"""What the XML of one worksheet says before a reader makes room for it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_MOST_CELLS = 100_000_000  # a reader keeps room for each cell between the first and the last one
_MOST_EMPTY = 10_000_000  # where hardly a cell is filled; a slow computer reads them in half a minute
_HARDLY = 0.05
_PIECE = 1024 * 1024
_OVERLAP = 128  # bytes: no match is longer
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?r:id=[\"']([^\"']+)", re.DOTALL)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row [^>]{0,80}?\br=\"(\d{1,7})\"")
_WIDE_CELL = re.compile(rb" r=\"([A-Z]{2,3})\d")
_ERROR = re.compile(rb" t=\"e\"")
_ERROR_TEXT = re.compile(rb">(#[A-Z0-9/]{1,8}[!?]?)<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """How far a worksheet reaches, and the failed formulas in it, which readers hand over as empty cells."""

    cells: int  # of the rectangle that holds everything
    filled: int  # about, and rather too many
    errors: int
    error_texts: tuple[str, ...]

    @property
    def is_too_large(self) -> bool:
        """Whether reading it would take more room or time than its contents are worth."""
        is_empty = self.filled < _HARDLY * self.cells
        return self.cells > (_MOST_EMPTY if is_empty else _MOST_CELLS)


def look_at(path: Path, index: int) -> Worksheet | None:
    """Return what the worksheet at *index* (from 0) of a workbook says; None where it cannot be found."""
    with zipfile.ZipFile(path) as archive:
        member = _member(archive, index)
        if member is None:
            return None
        rows: list[int] = []
        widest = errors = filled = 0
        texts: dict[bytes, None] = {}
        for piece, fresh in _pieces(archive, member):
            found = [int(match[1]) for match in _ROW.finditer(piece)]
            rows = [min(rows + found), max(rows + found)] if rows or found else []
            widest = max([widest, _narrow(piece), *map(_column, set(_WIDE_CELL.findall(piece)))])
            filled += piece.count(b' r="')
            failed = sum(match.end() > fresh for match in _ERROR.finditer(piece))
            errors += failed
            if failed:
                texts |= dict.fromkeys(_ERROR_TEXT.findall(piece))
    height = rows[1] - rows[0] + 1 if rows else 0
    return Worksheet(
        cells=height * widest,
        filled=filled,
        errors=errors,
        error_texts=tuple(text.decode() for text in texts),
    )


def _member(archive: zipfile.ZipFile, index: int) -> str | None:
    """Return the name of the part that holds the sheet, as the workbook's own list has it."""
    try:
        sheets = _SHEET.findall(archive.read("xl/workbook.xml"))
        relations = _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
    except KeyError:
        return None
    if index >= len(sheets):
        return None
    for relation in relations:
        attributes = dict(re.findall(rb"(\w+)=[\"']([^\"']*)", relation))
        if attributes.get(b"Id") == sheets[index]:
            target = PurePosixPath(attributes.get(b"Target", b"").decode("utf-8", errors="replace"))
            name = str(target.relative_to("/")) if target.is_absolute() else f"xl/{target}"
            return name if name in archive.namelist() else None
    return None


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[tuple[bytes, int]]:
    """Yield the bytes of a part, each piece with the end of the one before, and how long that end is."""
    tail = b""
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            yield tail + piece, len(tail)
            tail = (tail + piece)[-_OVERLAP:]


def _narrow(piece: bytes) -> int:
    """Return the number of the last column that has one letter."""
    return next((number for number in range(26, 0, -1) if b' r="%c' % (64 + number) in piece), 0)


def _column(letters: bytes) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

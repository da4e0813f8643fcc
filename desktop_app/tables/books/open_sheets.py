"""What the XML of an OpenDocument sheet says that a reader of its cells does not hand over."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from desktop_app.tables.books.number_formats import CodeFormat
from desktop_app.tables.books.tallies import LockedError, Tally, UnfitError
from desktop_app.tables.books.worksheets import Worksheet
from desktop_app.tables.books.xml_parts import part_of

_PIECE = 1024 * 1024
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_LONGEST_CODE = 20
_LOCK = b"encryption-data"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_LINES = ("table:table-row", "table:table-column")


def look_at_all(path: Path) -> list[Worksheet]:
    """Return what the sheets of an OpenDocument workbook say, in its order.

    Raises LockedError, and zipfile.BadZipFile, zlib.error, EOFError or UnfitError for a damaged file.
    """
    look = _Look()
    try:
        with zipfile.ZipFile(path) as archive:
            if _LOCK in part_of(archive, "META-INF/manifest.xml"):
                raise LockedError
            with archive.open("content.xml") as part:
                while piece := part.read(_PIECE):
                    look.parser.Parse(piece)
            look.parser.Parse(b"", True)  # noqa: FBT003 - it takes no keyword
    except (expat.ExpatError, KeyError) as error:
        raise UnfitError from error
    return [tally.result() for tally in look.sheets]


class _Look:
    """Follows the XML, cell by cell."""

    def __init__(self) -> None:
        self.sheets: list[Tally] = []
        self._row = self._rows = self._column = self._depth = 0
        self._cell: Mapping[str, str] | None = None  # the attributes of the open one
        self._text: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append
        self.parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_declaration: object) -> None:
        raise UnfitError

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _CELLS:
            if self._depth == 1:  # a table within a cell is part of that cell
                self._cell = attributes
                self._text.clear()
        elif tag == "table:table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(Tally())
                self._row = self._column = 0
        elif self._depth == 1 and tag in _LINES:
            self._start_line(tag, attributes)

    def _start_line(self, tag: str, attributes: Mapping[str, str]) -> None:
        is_hidden = attributes.get("table:visibility") in ("collapse", "filter")
        if tag == "table:table-row":
            self._rows = _count(attributes.get("table:number-rows-repeated"), _MOST_ROWS)
            self._column = 0
            if is_hidden:
                self.sheets[-1].hidden_row()
        else:
            columns = _count(attributes.get("table:number-columns-repeated"), _MOST_COLUMNS)
            if is_hidden:
                self.sheets[-1].hidden_columns(self._column, self._column + columns - 1)
            self._column += columns

    def _end(self, tag: str) -> None:
        if tag in _CELLS:
            if self._depth == 1 and self._cell is not None:
                self._see(self._cell)
                self._cell = None
        elif tag == "table:table":
            self._depth -= 1
        elif self._depth == 1 and tag == "table:table-row":
            self._row += self._rows

    def _see(self, attributes: Mapping[str, str]) -> None:
        repeated = attributes.get("table:number-columns-repeated")
        columns = _count(repeated, _MOST_COLUMNS) if repeated else 1
        kind = attributes.get("office:value-type")
        if kind or self._text:
            self.sheets[-1].cell(self._row, self._column, self._rows, columns)
        if kind == "float":
            text = "".join(self._text).strip()
            if _is_code(text, attributes):
                for column in range(self._column, self._column + columns):
                    self.sheets[-1].code(self._row, column, CodeFormat(("0",) * len(text)))
        self._column += columns


def _is_code(text: str, attributes: Mapping[str, str]) -> bool:
    """Whether the digits that are shown begin with a nought that the number does not have."""
    if not (text[:1] == "0" and 1 < len(text) <= _LONGEST_CODE and text.isdecimal()):
        return False
    return attributes.get("office:value", "").removesuffix(".0") == text.lstrip("0") or not int(text)


def _count(written: str | None, most: int) -> int:
    return min(most, int(written)) if written and written.isdecimal() and len(written) < _LONGEST_CODE else 1

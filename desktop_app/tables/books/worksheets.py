"""What the XML of a worksheet says and a reader of its cells does not: how far they reach, how they look."""

import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.number_formats import CodeFormat, code_formats
from desktop_app.tables.books.xml_parts import attributes_of, package_of, part_of, sheets_of_package, tags

_MOST_CELLS = 100_000_000  # a reader keeps room for each cell between the first and the last one
_MOST_EMPTY = 10_000_000  # where hardly a cell is filled; a slow computer reads them in half a minute
_HARDLY = 0.05
_PIECE = 1024 * 1024
_ONE_LETTER = 26  # columns
_MOST_STYLES = 50  # of codes, beyond which a file is made to keep us busy
_PREFIX = re.compile(rb"<(\w+:)?(?:worksheet|sheetData)\b")
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\b[^>]{0,300}?\shidden=\"(?:1|true)\"[^>]*>")
_CELL_ROW = re.compile(rb" r=\"[A-Z]{1,3}(\d{1,7})\"")
_ERROR_TEXT = re.compile(rb">(#[A-Z0-9/]{1,8}[!?]?)<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """What is known of a sheet before its cells are read."""

    rows: int  # from the first one with something in it to the last
    columns: int  # to the last one, from A
    filled: int  # about, and rather too many
    errors: int = 0  # failed formulas, which readers hand over as empty cells
    error_texts: tuple[str, ...] = ()
    unstored: int = 0  # formulas whose value is not in the file
    hidden_rows: int = 0
    hidden_columns: int = 0
    codes: CodedCells

    @property
    def cells(self) -> int:
        """Return the cells of the rectangle that holds everything."""
        return self.rows * self.columns

    @property
    def is_too_large(self) -> bool:
        """Whether reading it would take more room or time than its contents are worth."""
        is_empty = self.filled < _HARDLY * self.cells
        return self.cells > (_MOST_EMPTY if is_empty else _MOST_CELLS)


def look_at(path: Path, index: int) -> Worksheet | None:
    """Return what the worksheet at *index* (from 0) of a workbook says; None where it cannot be found.

    Raises zipfile.BadZipFile, zlib.error or EOFError where the file is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        package = package_of(archive, "xml")
        members = sheets_of_package(archive, package)
        if index >= len(members) or not members[index]:
            return None
        look = _Look(_code_styles(part_of(archive, package.styles)))
        for piece in _pieces(archive, members[index]):
            look.take(piece)
    return look.result()


def _code_styles(xml: bytes) -> dict[int, CodeFormat]:
    """Return the styles of cells that make codes of numbers."""
    start = re.search(rb"<(?:\w+:)?cellXfs\b", xml)
    if start is None:
        return {}
    written = {
        int(number): found.get("formatCode", "")
        for _name, found in tags(xml, "numFmt")
        if (number := found.get("numFmtId", "")).isdecimal()
    }
    end = re.search(rb"</(?:\w+:)?cellXfs>", xml[start.end() :])
    inner = xml[start.end() : start.end() + end.start()] if end else b""
    numbers = [found.get("numFmtId", "") for _name, found in tags(inner, "xf")]
    return code_formats(written, [int(number) if number.isdecimal() else 0 for number in numbers])


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """Yield the bytes of a part in pieces that end in front of a cell."""
    rest = b""
    with archive.open(member) as part:
        while fresh := part.read(_PIECE):
            text = rest + fresh
            if b"='" in fresh:
                text = (
                    text.replace(b"='", b'="')
                    .replace(b"' ", b'" ')
                    .replace(b"'>", b'">')
                    .replace(b"'/", b'"/')
                )
            end = max(text.rfind(b"<c "), text.rfind(b":c r="), text.rfind(b"<row"), text.rfind(b":row "))
            end = text.rfind(b"<", 0, end + 1) if end > 0 else len(text)
            yield text[:end]
            rest = text[end:]
    yield rest


class _Patterns:
    """What is searched for in the XML of a sheet whose tags have a certain prefix, mostly none."""

    def __init__(self, prefix: bytes, styles: Collection[int]) -> None:
        numbers = "|".join(map(str, styles)).encode()
        self.any_row = b"<%brow" % prefix
        self.row = re.compile(rb"<%brow\b[^>]{0,200}?\sr=\"(\d{1,7})\"" % prefix)
        self.hidden_row = re.compile(rb"<%brow\b[^>]{0,300}?\shidden=\"(?:1|true)\"" % prefix)
        self.formula = b"<%bf" % prefix
        self.cell = b"<%bc " % prefix
        self.no_value = re.compile(
            rb"<%(x)bf\b(?:[^>]*/>|[^>]*>[^<]*</%(x)bf>)\s*"
            rb"(?:<%(x)bv\s*/>|<%(x)bv>\s*</%(x)bv>)?\s*</%(x)bc>" % {b"x": prefix}
        )
        self.coded = re.compile(
            rb"<%bc (?=[^>]*?\bs=\"(%b)\")[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"" % (prefix, numbers)
        )


class _Look:
    """Adds up what the pieces of a sheet say."""

    def __init__(self, styles: Mapping[int, CodeFormat]) -> None:
        self._styles = dict(list(styles.items())[:_MOST_STYLES])
        self._patterns: _Patterns | None = None
        self._beyond = _cells_beyond(0)
        self._first, self._last = 0, 0
        self._widest = self._filled = self._errors = self._unstored = self._hidden = 0
        self._hidden_columns: list[tuple[int, int]] = []
        self._texts: dict[bytes, None] = {}
        self._codes = CodedCells()

    def take(self, piece: bytes) -> None:
        """Look at a piece."""
        if self._patterns is None:
            found = _PREFIX.search(piece)
            self._patterns = _Patterns((found[1] or b"") if found else b"", self._styles)
        self._see_extent(piece, self._patterns)
        self._see_formulas(piece, self._patterns)
        if self._styles:
            for style, letters, row in self._patterns.coded.findall(piece):
                self._codes.add(int(row) - 1, column_number(letters) - 1, self._styles[int(style)])

    def _see_extent(self, piece: bytes, patterns: _Patterns) -> None:
        rows = [int(row) for row in patterns.row.findall(piece)]
        if len(rows) < piece.count(patterns.any_row):
            rows += [int(row) for row in _CELL_ROW.findall(piece)]
        if rows:
            self._first = min([self._first or rows[0], *rows])
            self._last = max(self._last, *rows)
        if letters := set(self._beyond.findall(piece)):
            self._widest = max(self._widest, *map(column_number, letters))
            self._beyond = _cells_beyond(self._widest)
        self._filled += piece.count(b' r="')
        if b"hidden=" in piece:
            self._hidden += len(patterns.hidden_row.findall(piece))
            for column in _HIDDEN_COLUMNS.findall(piece):
                first, last = (attributes_of(column).get(name, "") for name in ("min", "max"))
                if first.isdecimal() and last.isdecimal():
                    self._hidden_columns.append((int(first) - 1, int(last) - 1))

    def _see_formulas(self, piece: bytes, patterns: _Patterns) -> None:
        if errors := piece.count(b' t="e"'):
            self._errors += errors
            self._texts |= dict.fromkeys(_ERROR_TEXT.findall(piece))
        for match in patterns.no_value.finditer(piece) if patterns.formula in piece else ():
            start = max(0, piece.rfind(patterns.cell, 0, match.start()))
            # An empty text is a value: what a formula such as =IF(A1=0,"",A1) has come to.
            self._unstored += b't="str"' not in piece[start : match.start()]

    def result(self) -> Worksheet:
        """Return what was found."""
        return Worksheet(
            rows=self._last - self._first + 1 if self._last else 0,
            columns=self._widest,
            filled=self._filled,
            errors=self._errors,
            error_texts=tuple(text.decode() for text in self._texts),
            unstored=self._unstored,
            hidden_rows=self._hidden,
            hidden_columns=columns_within(self._hidden_columns, self._widest),
            codes=self._codes,
        )


def _cells_beyond(widest: int) -> re.Pattern[bytes]:
    """Return what finds the letters of columns beyond one (from 1), and of all columns with two or three."""
    narrow = b"[%c-Z]|" % (65 + widest) if widest < _ONE_LETTER else b""
    return re.compile(rb" r=\"(%b[A-Z]{2,3})\d" % narrow)


def columns_within(ranges: Iterable[tuple[int, int]], columns: int) -> int:
    """Return how many of the first *columns* columns lie in ranges, given by their first and last ones."""
    return sum(max(0, min(last, columns - 1) - first + 1) for first, last in ranges)


def column_number(letters: bytes) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

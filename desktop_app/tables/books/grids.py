"""The cells of one sheet, or of a part of it, row by row and as often as they are needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from desktop_app.errors import FileError
from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.ranges import CellRange, range_of
from desktop_app.tables.books.sheet_cells import Cell, Code, is_blank, with_durations
from desktop_app.tables.raw import Source

Place = tuple[int, int]  # row, column


class SheetCells(Protocol):
    """A sheet as its reader hands it over: its rows from the first of the sheet on, cells from `start` on."""

    @property
    def start(self) -> Place | None:
        """Return the first cell with something in it."""

    @property
    def end(self) -> Place | None:
        """Return the last cell with something in it."""

    @property
    def merged_cell_ranges(self) -> list[tuple[Place, Place]] | None:
        """Return the merged cells, each by its first and its last one."""

    def iter_rows(self) -> Iterator[list[Cell]]:
        """Yield the rows."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with something in it."""

    number: int  # in its sheet, from 0
    cells: list[Cell]


class OpenDocumentSheet:
    """A sheet of an OpenDocument workbook, its times of more than a day as such."""

    def __init__(self, sheet: SheetCells) -> None:
        self._sheet = sheet
        self.start, self.end = sheet.start, sheet.end
        self.merged_cell_ranges = sheet.merged_cell_ranges

    def iter_rows(self) -> Iterator[list[Cell]]:
        """Yield the rows."""
        return map(with_durations, self._sheet.iter_rows())


def wished_range(source: Source) -> CellRange | None:
    """Return the range that is wished for, if one is; raises FileError where it is none."""
    written = source.wishes.range
    found = range_of(written) if written else None
    if written and found is None:
        raise FileError("refuse.no_range", file=source.name, range=written)
    return found


class Grid:
    """The rows of a sheet that are not empty, cut to a range; rows and columns count from 0."""

    def __init__(self, sheet: SheetCells, codes: CodedCells, part: CellRange | None = None) -> None:
        start, end = sheet.start or (0, 0), sheet.end or (0, 0)
        whole = CellRange(top=start[0], left=start[1], bottom=end[0], right=end[1])
        self._sheet, self._codes = sheet, codes
        self._left = start[1]
        self.area = whole.within(part) if part else whole
        self.merged = [
            CellRange(top=top, left=left, bottom=bottom, right=right)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]

    @property
    def has_codes(self) -> bool:
        """Whether some of its numbers are shown as codes."""
        return bool(self._codes)

    def cut(self, part: CellRange) -> "Grid":
        """Return a part of it."""
        return Grid(self._sheet, self._codes, part)

    def rows(self, *, is_shown: bool = False) -> Iterator[GridRow]:
        """Yield the rows, from the top; where *is_shown*, numbers that a sheet shows as codes are codes."""
        area, codes = self.area, self._codes if is_shown else CodedCells()
        first, last = area.left - self._left, area.right - self._left + 1
        codes.rewind()
        if not area.cells:
            return
        rows = islice(self._sheet.iter_rows(), area.top, area.bottom + 1)
        for number, row in enumerate(rows, start=area.top):
            cells: list[Cell] = row[first:last]
            if is_blank(cells):
                continue
            for column, code in codes.among(number):
                place = column - area.left
                cell = cells[place] if 0 <= place < len(cells) else ""
                if isinstance(cell, int | float) and not isinstance(cell, bool):
                    cells[place] = Code(code.shows(cell)) or cell
            yield GridRow(number, cells)

"""Workbooks of every kind: the first sheet in sight that holds a table, its cells as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Format, Recipe, SheetName
from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.grids import Grid, OpenDocumentSheet, SheetCells, wished_range
from desktop_app.tables.books.layouts import Layout, lay_out
from desktop_app.tables.books.looks import Looks, opened
from desktop_app.tables.books.sheet_tables import write_table
from desktop_app.tables.books.sheets import Sheet, candidates, said_of_sheets, sheets_in
from desktop_app.tables.books.worksheets import Worksheet
from desktop_app.tables.raw import Raw, Source, check_width

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_LEAST_COLUMNS = 2  # of what is certainly a table
_TABLE = 2  # the highest rank


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A sheet and the table on it."""

    sheet: Sheet
    look: Worksheet | None
    layout: Layout

    @property
    def rank(self) -> int:
        """Return how much it is a table: names without rows and a list of one column hardly are."""
        if not self.layout.rows:
            return 0
        return _TABLE if len(self.layout.place.columns) >= _LEAST_COLUMNS else 1


def read_workbook(source: Source, kind: Format) -> Raw:
    """Return the cells of a sheet as text: the first visible one that holds a table, or the one wished for.

    Raises FileError.
    """
    reader = _Reader(source, kind)
    with opened(source.path, source.name, reader.looks) as workbook:
        sheets = sheets_in(workbook)
        found, skipped = reader.find(workbook, candidates(sheets, source.wishes.sheet, source.name))
        check_width(len(found.layout.place.columns), source.name)
        if not found.layout.rows:
            raise FileError("refuse.header_only", file=source.name)
        recipe = Recipe(format=kind, sheet=found.sheet.name, sheets=_names(sheets), wishes=source.wishes)
        raw = write_table(found.layout, recipe, source.scratch)
    said = (*said_of_sheets(sheets, found.sheet, skipped), *_said_of_cells(found.look), *raw.notices)
    return replace(raw, notices=said)


class _Reader:
    """Looks for the table of one workbook."""

    def __init__(self, source: Source, kind: Format) -> None:
        self._source, self._kind = source, kind
        self.looks = Looks(source.path, kind)
        self._part = wished_range(source)

    def find(self, workbook: "CalamineWorkbook", wanted: Sequence[Sheet]) -> tuple[_Found, list[Sheet]]:
        """Return the first of the sheets that holds a table, and those in front of it."""
        best: _Found | None = None
        seen: list[Sheet] = []
        for sheet in wanted:
            found = self._find_on(workbook, sheet)
            if found and (best is None or found.rank > best.rank):
                best = found
            if best and best.rank == _TABLE:
                break
            seen.append(sheet)
        if best is None and self._part:
            raise FileError("refuse.no_range", file=self._source.name, range=self._source.wishes.range)
        if best is None:
            raise FileError("refuse.empty", file=self._source.name)
        return best, [sheet for sheet in seen if sheet.index < best.sheet.index]

    def _find_on(self, workbook: "CalamineWorkbook", sheet: Sheet) -> _Found | None:
        """Return the table of a sheet; None where it is empty."""
        look = self.looks.of(sheet.index)
        if look and look.is_too_large:
            raise FileError("refuse.sparse", file=self._source.name, cells=look.cells)
        codes = look.codes if look else CodedCells()
        cells: SheetCells = workbook.get_sheet_by_name(sheet.name)
        if self._kind == "ods":
            cells = OpenDocumentSheet(cells)
        grid = Grid(cells, codes, self._part)
        layout = lay_out(grid, self._source.wishes)
        return _Found(sheet=sheet, look=look, layout=layout) if layout else None


def _names(sheets: Sequence[Sheet]) -> tuple[SheetName, ...]:
    return tuple(SheetName(name=sheet.name, is_hidden=sheet.is_hidden) for sheet in sheets)


def _said_of_cells(look: Worksheet | None) -> list[Notice]:
    """Return what is said of cells whose value is not in the file, or is an error, and of hidden rows."""
    if look is None:
        return []
    said = []
    if look.errors:
        marks = list(look.error_texts) or ["#N/A"]
        said.append(Notice(code="import.missing_marks", values={"cells": look.errors, "marks": marks}))
    if look.unstored:
        said.append(Notice(code="find.no_stored_values", values={"count": look.unstored}, level="caution"))
    for code, count in (
        ("import.hidden_rows", look.hidden_rows),
        ("import.hidden_columns", look.hidden_columns),
    ):
        if count:
            said.append(Notice(code=code, values={"count": count}))
    return said

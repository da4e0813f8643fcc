"""Adds up the cells of a sheet one by one, for formats whose cells cannot be searched for in bulk."""

from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.number_formats import CodeFormat
from desktop_app.tables.books.worksheets import Worksheet, columns_within

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


class UnfitError(Exception):
    """A sheet breaks the rules of its format in a way that would mislead a reader."""


class LockedError(Exception):
    """A workbook is protected by a password."""


class Tally:
    """What is known of a sheet so far; rows and columns count from 0."""

    def __init__(self) -> None:
        self._first, self._last, self._columns = -1, -1, 0
        self._filled = self._errors = self._hidden = 0
        self._hidden_columns: list[tuple[int, int]] = []
        self._texts: dict[str, None] = {}
        self._codes = CodedCells()

    @property
    def cells(self) -> int:
        """Return the cells of the rectangle so far."""
        return (self._last - self._first + 1) * self._columns

    def cell(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Take note of a cell with something in it, which may stand for some below it and at its right."""
        if self._first < 0 or row < self._first:
            self._first = row
        self._last = max(self._last, row + rows - 1)
        self._columns = max(self._columns, column + columns)
        self._filled += rows * columns

    def error(self, text: str) -> None:
        """Take note that a cell holds an error."""
        self._errors += 1
        self._texts[text] = None

    def hidden_columns(self, first: int, last: int) -> None:
        """Take note of columns that are not shown."""
        self._hidden_columns.append((first, last))

    def hidden_row(self) -> None:
        """Take note of a row that is not shown."""
        self._hidden += 1

    def code(self, row: int, column: int, written: CodeFormat) -> None:
        """Take note of a number that is shown as a code."""
        self._codes.add(row, column, written)

    def result(self) -> Worksheet:
        """Return what was found."""
        return Worksheet(
            rows=self._last - self._first + 1 if self._last >= 0 else 0,
            columns=self._columns,
            filled=self._filled,
            errors=self._errors,
            error_texts=tuple(self._texts),
            hidden_rows=self._hidden,
            hidden_columns=columns_within(self._hidden_columns, self._columns),
            codes=self._codes,
        )

"""Made-up tables as workbooks: values with formats, as Excel has them, and what people put around a table."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.benchmarks.generated_parts import Habits, Made, Value

_DAY_FORMATS = {"iso": "yyyy-mm-dd", "dots": "dd.mm.yyyy", "slash": "dd/mm/yyyy", "named": "d mmm yyyy"}
_MADE_AT = datetime(2024, 3, 5, 9, 30)  # noqa: DTZ001 - as workbooks have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a sheet, from the top."""

    titles: tuple[str, ...]
    blank_after_titles: bool
    headings: tuple[tuple[str, ...], ...]  # one or two rows, or none
    columns: tuple[Made, ...]
    total: str  # its label; empty: no such row
    footers: tuple[str, ...]
    left: int = 0  # blank columns before it
    above: int = 0  # blank rows before it
    is_merged: bool = False
    hidden_before: bool = False
    notes_after: bool = False


def as_cells(chance: random.Random, made: Made, habits: Habits) -> Made:
    """Return the column as a workbook keeps it: as values, or as text now and then."""
    if made.kind in ("measured", "counted") or (made.type == "number" and chance.random() < 0.12):
        return made  # numbers that were pasted in as text, or have their unit behind them
    if made.type in ("number", "date"):
        return replace(made, twofold=False, is_shown=False)
    if made.type == "yes/no" and chance.random() < 0.5:
        first = next(cell for cell, value in zip(made.cells, made.values, strict=True) if value is not None)
        values = [None if value is None else value == first for value in made.values]
        return replace(made, values=tuple(values), is_shown=False)
    is_digits = all(str(value).isdecimal() for value in made.values if value is not None)
    if made.kind == "zip" and is_digits and chance.random() < 0.6:
        return replace(made, is_shown=False)
    return made


def write_workbook(path: Path, sheet: Sheet, habits: Habits) -> None:
    """Write the workbook to *path*."""
    book = Workbook()
    book.properties.created = book.properties.modified = _MADE_AT
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Data"
    if sheet.hidden_before:
        secret = book.create_sheet("Lists", 0)
        secret.append(["x", "y"])
        secret.append([1, 2])
        secret.sheet_state = "hidden"
        book.active = 1
    row = _write_top(page, sheet)
    row = _write_cells(page, sheet, habits, row)
    _write_below(page, sheet, row)
    if sheet.notes_after:
        book.create_sheet("Notes").append(["Please ask before you change anything"])
    book.save(path)


def _write_top(page: Worksheet, sheet: Sheet) -> int:
    """Write what stands above the rows, and return the row in which they begin."""
    row, left, width = 1 + sheet.above, 1 + sheet.left, len(sheet.columns)
    for title in sheet.titles:
        page.cell(row, left, title)
        if sheet.is_merged and width > 1:
            page.merge_cells(start_row=row, end_row=row, start_column=left, end_column=left + width - 1)
        row += 1
    row += bool(sheet.titles) and sheet.blank_after_titles
    for line, names in enumerate(sheet.headings):
        for place, name in enumerate(names):
            page.cell(row, left + place, name or None)
        if line == 0 and len(sheet.headings) > 1:
            _merge_runs(page, row, left, names)
        row += 1
    return row


def _merge_runs(page: Worksheet, row: int, left: int, names: Sequence[str]) -> None:
    """Merge each heading with the empty ones to its right."""
    for place, name in enumerate(names):
        end = place + 1
        while end < len(names) and not names[end]:
            end += 1
        if name and end > place + 1:
            page.merge_cells(start_row=row, end_row=row, start_column=left + place, end_column=left + end - 1)


def _write_cells(page: Worksheet, sheet: Sheet, habits: Habits, row: int) -> int:
    for place, made in enumerate(sheet.columns):
        for line, (text, value) in enumerate(zip(made.cells, made.values, strict=True)):
            _fill(page.cell(row + line, 1 + sheet.left + place), made, text, value)
            if made.type == "date" and not made.is_shown:
                time = " hh:mm" if made.kind == "moment" else ""
                page.cell(row + line, 1 + sheet.left + place).number_format = (
                    _DAY_FORMATS.get(habits.date, "dd.mm.yyyy") + time
                )
    return row + len(sheet.columns[0].cells)


def _fill(cell: Cell, made: Made, text: str, value: Value) -> None:
    if value is None or made.is_shown:
        cell.value = text or None
    elif made.kind == "zip":
        cell.value, cell.number_format = int(str(value)), "0" * len(str(value))
    elif made.percent and isinstance(value, float | int):
        cell.value, cell.number_format = value / 100, "0.0%"
    else:
        cell.value = value
        if made.has_money:
            cell.number_format = '#,##0.00 "€"'
    if isinstance(cell.value, str) and cell.value.startswith("="):
        cell.data_type = "s"


def _write_below(page: Worksheet, sheet: Sheet, row: int) -> None:
    left, first = 1 + sheet.left, row - len(sheet.columns[0].cells)
    if sheet.total:
        page.cell(row, left, sheet.total)
        for place, made in enumerate(sheet.columns):
            if place and made.kind in ("amount", "count"):
                letter = page.cell(row, left + place).column_letter
                page.cell(row, left + place, f"=SUM({letter}{first}:{letter}{row - 1})")
        row += 1
    for footer in sheet.footers:
        row += 1
        page.cell(row, left, footer)

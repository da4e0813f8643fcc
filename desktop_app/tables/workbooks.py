"""Excel workbooks: the first sheet that can be seen, its cells as text."""

import datetime
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Recipe
from desktop_app.tables.gaps import Gaps, said_of_gaps
from desktop_app.tables.raw import Raw, Text, check_width, load
from desktop_app.tables.respelling import Sink, write_rows
from desktop_app.tables.worksheets import look_at

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Cell = str | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta
_LARGEST_WHOLE = 1e16


def read_workbook(path: Path, name: str, scratch: Path) -> Raw:
    """Return the cells of the first visible sheet as text: the first row with something in it its headings.

    Empty rows are no rows, which is said of those within the table. Raises FileError.
    """
    from python_calamine import load_workbook

    with _refusals(name), load_workbook(path) as workbook:
        index, sheet, notices = _choose_sheet(workbook, name)
        notices += _failed_formulas(path, index, name)
        gaps = Gaps()
        rows = _filled_rows(workbook, sheet, gaps)
        headings = tuple(next(rows, ()))
        check_width(len(headings), name)
        if not headings:
            raise FileError("refuse.empty", file=name)
        copy = scratch / "sheet.csv"
        with copy.open("wb") as file:
            sink = Sink(file)
            count = write_rows(sink, rows, len(headings))
    if not count:
        raise FileError("refuse.header_only", file=name)
    notices += said_of_gaps(gaps.count, gaps.first)
    text = Text(path=copy, delimiter=",", width=len(headings), has_headings=False, longest=sink.longest)
    goal = scratch / "raw.parquet"
    load(text, goal, count)
    copy.unlink()
    recipe = Recipe(format="xlsx", sheet=sheet)
    return Raw(path=goal, headings=headings, rows=count, recipe=recipe, notices=tuple(notices))


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """Say why a workbook cannot be read."""
    from python_calamine import CalamineError, PasswordError

    damaged = FileError("refuse.damaged", file=name, what=_("its parts cannot be read"))
    try:
        yield
    except PasswordError as error:
        raise FileError("refuse.password", file=name) from error
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise damaged from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of the reader's own language, no Exception in ours
            raise damaged from error
        raise


def _choose_sheet(workbook: "CalamineWorkbook", name: str) -> tuple[int, str, list[Notice]]:
    """Return the index and name of the sheet to read, and what is said about the others."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [
        (index, sheet.name, sheet.visible == SheetVisibleEnum.Visible)
        for index, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]
    visible = [(index, sheet) for index, sheet, is_visible in sheets if is_visible]
    hidden = [sheet for _index, sheet, is_visible in sheets if not is_visible]
    if not visible:
        raise FileError("refuse.not_table", file=name, kind=_("a workbook without a visible sheet"))
    notices = []
    if others := len(visible) - 1:
        notices.append(Notice(code="import.sheet", values={"sheet": visible[0][1], "count": others}))
    if hidden:
        notices.append(Notice(code="import.hidden_sheets", values={"count": len(hidden), "names": hidden}))
    return *visible[0], notices


def _failed_formulas(path: Path, index: int, name: str) -> list[Notice]:
    """Return what is said about cells that hold an error; raises FileError for a sheet too large to open."""
    sheet = look_at(path, index)
    if sheet is None:
        return []
    if sheet.is_too_large:
        raise FileError("refuse.sparse", file=name, cells=sheet.cells)
    if not sheet.errors:
        return []
    marks = list(sheet.error_texts) or ["#N/A"]
    return [Notice(code="import.missing_marks", values={"cells": sheet.errors, "marks": marks})]


def _filled_rows(workbook: "CalamineWorkbook", sheet: str, gaps: Gaps) -> Iterator[list[str]]:
    for number, row in enumerate(workbook.get_sheet_by_name(sheet).iter_rows(), start=1):
        cells = [cell if type(cell) is str else _text(cell) for cell in row]
        if any(cells):
            gaps.see(number)
            yield cells


def _text(cell: Cell) -> str:
    """Return a cell as a person would type it: whole numbers without a point, dates year first."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return str(int(cell)) if abs(cell) < _LARGEST_WHOLE and cell == int(cell) else repr(cell)
    if isinstance(cell, datetime.timedelta):
        return _duration(cell)
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(sep=" ")
    return cell if isinstance(cell, str) else cell.isoformat()


def _duration(time: datetime.timedelta) -> str:
    sign = "-" if time < datetime.timedelta() else ""
    minutes, seconds = divmod(round(abs(time).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"

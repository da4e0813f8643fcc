"""Excel workbooks out: numbers as numbers, days as days, and every text as text."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.errors import SaveError
from desktop_app.language import _
from desktop_app.tables.out.outgoing import Outgoing

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_CELL = 32_767  # letters
_ROWS_AT_A_TIME = 5_000
_NARROWEST, _DAY_WIDTH, _MOMENT_WIDTH, _WIDEST = 8, 11, 20, 50  # letters of a column


def write_excel(duck: "DuckDBPyConnection", going: Outgoing, rows: int, goal: Path, name: str) -> None:
    """Write a workbook with one sheet to *goal*; raises SaveError where Excel cannot hold the table."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    check_sheet(rows, name)
    if len(going.fields) > _MOST_COLUMNS:
        reason = _("an Excel sheet holds 16,384 columns; save it as CSV")
        raise SaveError("save.failed", file=name, reason=reason)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "tmpdir": str(goal.parent),
    }
    try:
        with Workbook(str(goal), options) as book:
            sheet = book.add_worksheet()
            write = _writer(book, sheet, name)
            for column, field in enumerate(going.fields):
                write(0, column, field.heading)
            widths = [_width(field.heading) for field in going.fields]
            for row, cells in enumerate(_cells(duck, going), start=1):
                for column, cell in enumerate(cells):
                    if cell is not None:
                        write(row, column, cell)
                        widths[column] = max(widths[column], _width(cell))
            for column, width in enumerate(widths):  # they stand in the file before the rows, written last
                sheet.set_column(column, column, min(width, _WIDEST))
    except FileCreateError as error:
        raise error.args[0] from error  # the fault of the disk that it wraps


def check_sheet(rows: int, name: str) -> None:
    """Raise SaveError where a sheet cannot hold so many rows below its headings."""
    if rows >= _MOST_ROWS:
        raise SaveError("save.sheet_full", file=name, rows=rows, most=_MOST_ROWS - 1)


def _width(cell: object) -> int:
    """Return for how many letters a cell needs room; a day that has too little is shown as "####"."""
    if isinstance(cell, datetime.datetime):
        return _DAY_WIDTH if cell.time() == datetime.time() else _MOMENT_WIDTH
    return max(_NARROWEST, len(f"{cell:.10g}" if isinstance(cell, float) else str(cell)) + 1)


def _cells(duck: "DuckDBPyConnection", going: Outgoing) -> Iterator[list[Any]]:
    """Yield the rows, each cell as Excel has it or as the text that stands there."""
    cells = ", ".join(
        f"{field.excel}, CASE WHEN ({field.excel}) IS NULL THEN {field.text} END" for field in going.fields
    )
    found = duck.execute(f"SELECT {cells} FROM {going.source.sql}{going.order}", [*going.source.bound])  # noqa: S608 - our names
    while batch := found.fetchmany(_ROWS_AT_A_TIME):
        for row in batch:
            yield [value if text is None else text for value, text in zip(row[::2], row[1::2], strict=True)]


def _writer(book: Any, sheet: Any, name: str) -> Callable[[int, int, Any], None]:
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def write(row: int, column: int, cell: object) -> None:
        if isinstance(cell, datetime.datetime):
            is_day = cell.time() == datetime.time()
            sheet.write_datetime(row, column, cell, day if is_day else moment)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, float | int):
            sheet.write_number(row, column, cell)
        else:
            text = str(cell)
            if len(text) > _LONGEST_CELL:
                reason = _("an Excel cell holds 32,767 letters, and one of these has more; save it as CSV")
                raise SaveError("save.failed", file=name, reason=reason)
            sheet.write_string(row, column, text)

    return write

"""A workbook with all that people keep in one."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import xlsxwriter

NAMES = ("name", "age", "total")
ROWS = 6
TOP = 2  # row of the names, from 0
PIVOT = "xl/pivotTables/pivotTable1.xml"


def a_picture() -> io.BytesIO:
    """Return a PNG of one dot."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0\xff\0\0")
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def full_book(path: Path, *, macros: bytes = b"", as_table: bool = False) -> Path:
    """Write a workbook with formulas, formats, a chart, a picture, rules, a filter and a second sheet."""
    with xlsxwriter.Workbook(str(path)) as book:
        if macros:
            part = path.with_suffix(".bin")
            part.write_bytes(macros)
            book.add_vba_project(str(part))
        sheet = book.add_worksheet("My data")
        bold = book.add_format({"bold": True, "bg_color": "#FFCC00", "border": 1})
        sheet.write(0, 0, "People of the year", bold)
        for column, name in enumerate(NAMES):
            sheet.write(TOP, column, name, bold)
        for row in range(TOP + 1, TOP + 1 + ROWS):
            sheet.write(row, 0, f"person {row}")
            sheet.write(row, 1, 20 + row)
            sheet.write_formula(row, 2, f"=B{row + 1}*2", None, 2 * (20 + row))
        last = TOP + ROWS
        if as_table:
            sheet.add_table(
                TOP, 0, last, 2, {"name": "People", "columns": [{"header": name} for name in NAMES]}
            )
        else:
            sheet.autofilter(TOP, 0, last, 2)
        _adorn(book, sheet, last)
        other = book.add_worksheet("Sums")
        other.write_formula("A1", "=SUM('My data'!B:B)", None, 150)
        book.define_name("Ages", "='My data'!$B$4:$B$9")
    _add_parts(path)
    return path


def _adorn(book: Any, sheet: Any, last: int) -> None:
    sheet.freeze_panes(TOP + 1, 1)
    sheet.conditional_format(TOP + 1, 1, last, 1, {"type": "3_color_scale"})
    sheet.conditional_format(TOP + 1, 1, last, 1, {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation(TOP + 1, 1, last, 1, {"validate": "integer", "criteria": ">", "value": 0})
    sheet.write_comment(TOP + 1, 0, "a note")
    sheet.write_url(TOP + 12, 0, "https://example.org")
    sheet.set_row(TOP + 2, None, None, {"hidden": True})
    sheet.set_landscape()
    sheet.insert_image(20, 8, "dot.png", {"image_data": a_picture()})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": ["My data", TOP + 1, 1, last, 1]})
    sheet.insert_chart(24, 8, chart)


def _add_parts(path: Path) -> None:
    """Add parts that nothing here knows."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(PIVOT, b"<pivotTableDefinition name='\xc3\xa4'/>")
        archive.writestr("customXml/item1.xml", b"<any/>")

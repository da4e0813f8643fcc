"""The lines of the computing sheet, and the package of a workbook with them.

They are written here, as formulas that many cells share: those of a model with many trees would else be two
hundred times in the file.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from desktop_app.models.handover.workbook.cells import FIRST, Work

_OTHER_SHEET = "!"  # Excel shares no formula that names cells of another sheet
_ROWS = "</sheetData>"
_WRITER = (b"<Application>Microsoft Excel</Application>", b"<Application>Hunch</Application>")
_EXTENT = re.compile(rb'(<dimension ref="A1:[A-Z]+)\d+')
_NO_VALUE = re.compile(rb"<v></v>|<v/>")
_AT = (1980, 1, 1, 0, 0, 0)  # so that the same model gives the same file


def repacked(content: bytes, work: Work, sheet: int, last: int) -> bytes:
    """Return a workbook in which the lines up to *last* are computed; *sheet* counts from 1.

    It says who wrote it: LibreOffice does not compute what Excel has written. For the same reason cells of
    formulas hold no value.
    """
    place = f"xl/worksheets/sheet{sheet}.xml"
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == place:
                lines = "".join(_lines(work, last)) + _ROWS
                part = _EXTENT.sub(rb"\g<1>%d" % last, part, count=1)
                part = part.replace(_ROWS.encode(), lines.encode(), 1)
            if name == "docProps/app.xml":
                part = part.replace(*_WRITER)
            new.writestr(zipfile.ZipInfo(name, _AT), _NO_VALUE.sub(b"", part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _lines(work: Work, last: int) -> Iterator[str]:
    """Yield the lines of formulas; the first one holds those that all below it share."""
    columns = [xl_col_to_name(place) for place in range(len(work.formulas))]
    for line in range(FIRST, last + 1):
        cells = [
            f'<c r="{column}{line}">{_formula(work, place, column, (line, last))}</c>'
            for place, column in enumerate(columns)
        ]
        yield f'<row r="{line}">{"".join(cells)}</row>'


def _formula(work: Work, place: int, column: str, lines: tuple[int, int]) -> str:
    line, last = lines
    if _OTHER_SHEET in work.formulas[place] or last == FIRST:
        return f"<f>{escape(work.formula(place, line))}</f>"
    if line > FIRST:
        return f'<f t="shared" si="{place}"/>'
    area = f"{column}{FIRST}:{column}{last}"
    return f'<f t="shared" ref="{area}" si="{place}">{escape(work.formula(place, line))}</f>'

"""Charts and pictures of a sheet: whether one lies over the columns that are added."""

import zipfile
from collections.abc import Iterator

from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.out.workbook.areas import meet
from desktop_app.tables.out.workbook.elements import elements_of
from desktop_app.tables.out.workbook.packages import Parts, read_part
from desktop_app.tables.out.workbook.reasons import NotSafeError

_WIDE, _HIGH = 609_600, 190_500  # of a usual cell, in the unit of drawings
_ANCHORS = ("twoCellAnchor", "oneCellAnchor")  # those without cells lie at a place of the page
_LARGEST = 2**31


def is_covered(archive: zipfile.ZipFile, parts: Parts, new: CellRange) -> bool:
    """Whether a drawing of the sheet is anchored over these cells; one that cannot be read is none."""
    try:
        return any(meet(area, new) for part in parts.drawings for area in _areas(read_part(archive, part)))
    except NotSafeError:
        return False


def _areas(xml: bytes) -> Iterator[CellRange]:
    """Yield the cells that lie under each drawing; where only its size is told, about those."""
    told: dict[str, int] = {}
    for element in elements_of(xml, of_sheets=False):
        if element.name in _ANCHORS:
            yield from _area(told)
            told = {}
        elif element.path[-1:] in (("from",), ("to",)) and element.name in ("col", "row"):
            told[f"{element.path[-1]} {element.name}"] = _whole(
                xml[element.end : xml.find(b"<", element.end)]
            )
        elif element.name == "ext" and element.path[-1:] == ("oneCellAnchor",):
            told["wide"] = _whole(element.get("cx").encode()) // _WIDE
            told["high"] = _whole(element.get("cy").encode()) // _HIGH
    yield from _area(told)


def _area(told: dict[str, int]) -> Iterator[CellRange]:
    if "from col" in told and "from row" in told:
        left, top = told["from col"], told["from row"]
        right = told.get("to col", left + told.get("wide", 0))
        bottom = told.get("to row", top + told.get("high", 0))
        yield CellRange(top=top, left=left, bottom=bottom, right=right)


def _whole(written: bytes) -> int:
    text = written.strip()
    return min(int(text), _LARGEST) if text.isdigit() and len(text) < 20 else 0  # noqa: PLR2004 - digits of any place

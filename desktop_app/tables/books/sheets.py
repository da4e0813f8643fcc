"""The sheets of a workbook: which there are, and which one is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.notices import Notice

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of cells."""

    index: int  # among all sheets of the workbook, from 0
    name: str
    is_hidden: bool


def sheets_in(workbook: "CalamineWorkbook") -> list[Sheet]:
    """Return the sheets that hold cells, in the order of the workbook."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        Sheet(index=index, name=sheet.name, is_hidden=sheet.visible != SheetVisibleEnum.Visible)
        for index, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def candidates(sheets: Sequence[Sheet], wished: str, name: str) -> list[Sheet]:
    """Return the sheets that may be read, the likeliest first; raises FileError where there is none.

    *wished* is the name of the one to read, hidden or not; *name* is that of the workbook.
    """
    if wished:
        exact = [sheet for sheet in sheets if sheet.name == wished]
        alike = [sheet for sheet in sheets if sheet.name.strip().casefold() == wished.strip().casefold()]
        if not exact and not alike:
            names = [sheet.name for sheet in sheets]
            raise FileError("refuse.no_sheet", file=name, sheet=wished, names=names)
        return (exact or alike)[:1]
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    if not visible:
        raise FileError("refuse.not_table", file=name, kind=_("a workbook without a visible sheet"))
    return visible


def said_of_sheets(sheets: Sequence[Sheet], read: Sheet, skipped: Sequence[Sheet]) -> list[Notice]:
    """Return what is said of the sheets that are not read; *skipped* ones hold no table."""
    said = []
    if others := sum(not sheet.is_hidden for sheet in sheets) - (not read.is_hidden):
        said.append(Notice(code="import.sheet", values={"sheet": read.name, "count": others}))
    if skipped:
        names = [sheet.name for sheet in skipped]
        said.append(Notice(code="import.skipped_sheets", values={"count": len(names), "names": names}))
    if hidden := [sheet.name for sheet in sheets if sheet.is_hidden and sheet != read]:
        said.append(Notice(code="import.hidden_sheets", values={"count": len(hidden), "names": hidden}))
    return said

"""Reads workbooks for tests, without finding out what their columns are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import openpyxl

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Format, Wishes
from desktop_app.tables.books.workbooks import read_workbook
from desktop_app.tables.raw import Raw, Source

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that was read."""

    raw: Raw
    cells: list[tuple[str | None, ...]]

    def said(self, code: str) -> Notice:
        return next(notice for notice in self.raw.notices if notice.code == code)

    @property
    def codes(self) -> set[str]:
        """The codes of everything that is said."""
        return {notice.code for notice in self.raw.notices}


class Reader:
    """Reads workbooks, without finding out what their columns are."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "book"

    def __call__(self, content: bytes | None = None, kind: Format = "xlsx", **wishes: object) -> Sheet:
        if content is not None:
            self.path.write_bytes(content)
        scratch = self.path.parent / "scratch"
        scratch.mkdir(exist_ok=True)
        source = Source(path=self.path, name="book", scratch=scratch, wishes=Wishes(**wishes))  # type: ignore[arg-type]  # as a caller writes them
        raw = read_workbook(source, kind)
        cells = duckdb.execute("SELECT COLUMNS('r[0-9]+') FROM read_parquet(?)", [str(raw.path)]).fetchall()
        return Sheet(raw=raw, cells=cells)

    def sheet(self, rows: Rows, **wishes: object) -> Sheet:
        """Write a workbook of one sheet, and read it."""
        self.book({"Data": rows})
        return self(**wishes)  # type: ignore[arg-type]  # as a caller writes them

    def book(
        self, sheets: dict[str, Rows], change: Callable[[openpyxl.Workbook], object] | None = None
    ) -> None:
        """Write a workbook of these sheets, changed before it is saved."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        if change:
            change(book)
        book.save(self.path)

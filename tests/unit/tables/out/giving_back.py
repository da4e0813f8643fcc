"""Workbooks made up in a test, and what comes back of them with answers added."""

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from desktop_app.records.orders import Written
from desktop_app.records.tables import Wishes
from desktop_app.tables.duck import connect
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.workbook.new_columns import Answered
from tests.unit.tables.one_database import in_one_database
from tests.unit.tables.opening import Opened, Opener

HEADINGS = ("prediction", "probability")
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{relation}/{kind}" Target="{target}"/></Relationships>"""
WORKBOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>
<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
ROWS = """<row r="1"><c r="A1" t="str"><v>name</v></c><c r="B1" t="str"><v>age</v></c></row>
<row r="2"><c r="A2" t="str"><v>Ada</v></c><c r="B2"><v>36</v></c></row>
<row r="3"><c r="A3" t="str"><v>Bob</v></c><c r="B3"><v>41</v></c></row>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A workbook that came back."""

    path: Path
    before: Path
    written: Written

    @property
    def why(self) -> str:
        """Return the code of why it is a new one; nothing where it is not."""
        return self.written.why_new.code if self.written.why_new else ""

    @property
    def changed(self) -> list[str]:
        """Return the parts that are not as they were, byte for byte."""
        before, after = parts_of(self.before), parts_of(self.path)
        assert list(before) == list(after)
        return [name for name in before if before[name] != after[name]]

    def part(self, name: str) -> str:
        return parts_of(self.path)[name].decode()

    def cells(self, sheet: str = "") -> list[list[Any]]:
        book = loaded(self.path)
        return [list(row) for row in (book[sheet] if sheet else book.active).iter_rows(values_only=True)]


def loaded(path: Path) -> openpyxl.Workbook:
    """Return a workbook as openpyxl reads it, which warns of what it would lose when it saves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def answer(opened: Opened, rows: Sequence[tuple[str | None, float | None]]) -> Path:
    """Write answers to the rows of a table; the same ones again where there are more rows."""
    path = opened.folder / "answers.parquet"
    in_one_database(
        _write, path, [[number, *rows[number % len(rows)]] for number in range(opened.table.rows)]
    )
    return path


def _write(path: Path, given: Sequence[Sequence[object]]) -> None:
    with connect(folder=path.parent) as duck:
        duck.execute("CREATE TEMP TABLE answers (row BIGINT, a0 VARCHAR, a1 DOUBLE)")
        duck.executemany("INSERT INTO answers VALUES (?, ?, ?)", given)
        duck.execute("COPY answers TO ? (FORMAT parquet)", [str(path)])


class Giver:
    """Reads a workbook, answers its rows and saves it."""

    def __init__(self, open_file: Opener, folder: Path) -> None:
        self._open, self._folder = open_file, folder

    def __call__(
        self,
        before: Path,
        *,
        ending: str = ".xlsx",
        rows: Sequence[tuple[str | None, float | None]] = (("yes", 0.25), ("no", 1.0)),
        headings: Sequence[str] = HEADINGS,
        wishes: Wishes | None = None,
    ) -> Returned:
        opened = self._open(before, wishes=wishes)
        out = self._folder / f"out{ending}"
        written = in_one_database(deliver, self.answered(opened, before, rows, headings), out)
        return Returned(path=out, before=before, written=written)

    def answered(
        self,
        opened: Opened,
        before: Path | None,
        rows: Sequence[tuple[str | None, float | None]] = (("yes", 0.25), ("no", 1.0)),
        headings: Sequence[str] = HEADINGS,
    ) -> Answered:
        return Answered(
            folder=opened.folder,
            table=opened.table,
            answers=answer(opened, rows),
            headings=headings,
            source=before,
        )

    def book(self, sheet: str | bytes, parts: Mapping[str, str | bytes] | None = None) -> Path:
        """Return a workbook whose only sheet has this XML; *parts* are others, or take the place of one."""
        path = self._folder / "book.xlsx"
        path.write_bytes(packed(sheet, parts or {}))
        return path

    def sheet(self, rows: str = ROWS, *, head: str = "", tail: str = "", **parts: str) -> Path:
        """Return a workbook whose only sheet has these rows, and something in front of them and behind."""
        data = f"<sheetData>{rows}</sheetData>"
        return self.book(
            f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATION}">{head}{data}{tail}</worksheet>', parts
        )


def packed(sheet: str | bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """Return the bytes of a workbook with one sheet."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(relation=RELATION, kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            relation=RELATION, kind="worksheet", target="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": sheet,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**usual, **parts}.items():
            archive.writestr(name, content)
    return file.getvalue()

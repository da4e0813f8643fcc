"""Small files of each kind that can be opened, for `mutations` to damage."""

import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pyreadstat
from openpyxl import Workbook

from tests.unit.tables.binary_books import (
    binary_number,
    binary_text,
    binary_workbook,
    old_number,
    old_text,
    old_workbook,
)

_TEXTS = (".csv", ".tsv", ".txt", ".html", ".json", ".ndjson", ".gz")
_BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_OTHERS = (".parquet", ".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt")
_LARGEST_SEED = 60_000  # bytes


def seeds(folder: Path | None = None) -> list[tuple[str, bytes]]:
    """Return names and contents of small files, with those of a folder where one is given."""
    found = [
        ("plain.csv", _CSV.encode()),
        ("semicolons.csv", _CSV.replace(",", ";").encode("cp1252")),
        ("wide.csv", _CSV.replace(",", "\t").encode("utf-16")),
        ("one.json", json.dumps([{"a": 1, "b": "x", "c": {"d": [1, 2]}}, {"a": 2.5, "b": None}]).encode()),
        ("lines.ndjson", b'{"a": 1, "b": "x"}\n{"a": 2, "b": "2024-01-02"}\n{"a": 3}\n'),
        (
            "page.html",
            b"<html><table><tr><th>a<th>b</tr><tr><td>1<td>x</tr><tr><td>2<td>y</tr></table></html>",
        ),
        ("sheet.xlsx", _xlsx()),
        ("sheet.ods", _ods()),
        ("old.xls", old_workbook([old_text(0, 0, "name"), old_text(1, 0, "Zoë"), old_number(1, 1, 2.5)])),
        ("binary.xlsb", binary_workbook([[binary_text(0, "name")], [binary_number(0, 2.5)]])),
        ("packed.csv.gz", gzip.compress(_CSV.encode(), mtime=0)),
        *_by_libraries(),
    ]
    return [*found, *_small_files(folder)] if folder else found


def _small_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if (
            path.is_file()
            and path.suffix.lower() in (*_TEXTS, *_BOOKS, *_OTHERS)
            and 0 < path.stat().st_size <= _LARGEST_SEED
        ):
            yield path.name, path.read_bytes()


_CSV = (
    'name,amount,when,note\nAnna,"1.5",2024-01-02,"says ""yes"", twice"\nJürgen,12,2024-02-03,"two\nlines"\n'
    "Zoë,-3.25,2024-03-04,\nMax,n/a,2024-04-05,x\n"
)


def _xlsx() -> bytes:
    book, content = Workbook(), io.BytesIO()
    page = book.active
    for row in (("name", "amount", "share"), ("Anna", 1.5, 0.25), ("Jürgen", "12", 0.5), ("Zoë", None, 1)):
        page.append(row)
    page.merge_cells("A6:C6")
    page["C2"].number_format = "0.0%"
    book.create_sheet("Other").append(["x"])
    book.save(content)
    return content.getvalue()


def _ods() -> bytes:
    rows = "".join(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{name}</text:p>'
        "</table:table-cell>"
        f'<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p>'
        "</table:table-cell></table:table-row>"
        for name, number in (("a", 1), ("b", 2), ("c", 3))
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return content.getvalue()


def _by_libraries() -> Iterator[tuple[str, bytes]]:
    """Yield the kinds that libraries write to a path only."""
    frame = pd.DataFrame({"a": [1.0, 2.5, None], "b": ["x", "Zoë", ""]})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with duckdb.connect() as duck:
            duck.execute(
                "CREATE TABLE t AS SELECT i AS a, 'x' || i AS b, DATE '2024-01-01' + i::INT AS c "
                "FROM range(20) r(i)"
            )
            duck.execute(f"COPY t TO '{folder / 't.parquet'}' (FORMAT parquet)")
        pyreadstat.write_sav(frame, str(folder / "t.sav"), variable_value_labels={"a": {1.0: "one"}})
        pyreadstat.write_dta(frame, str(folder / "t.dta"))
        pyreadstat.write_xport(frame, str(folder / "t.xpt"))
        for path in sorted(folder.iterdir()):
            yield path.name, path.read_bytes()

"""Files made to exhaust whatever reads them: small on disk, endless inside, or lying about their size.

Each is written in a fraction of a second; *times* makes those larger that are as dangerous as they are big.
"""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.unit.tables import binary_books as books

MIB = 1024**2
_TEXTS = "xl/sharedStrings.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_SPACE = "http://schemas.openxmlformats.org"
_MAIN, _LINKS = f"{_SPACE}/spreadsheetml/2006/main", f"{_SPACE}/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
    '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    _TEXTS: f'<sst xmlns="{_MAIN}" count="2"><si><t>name</t></si><si><t>one</t></si></sst>',
    _SHEET: f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    "</sheetData></worksheet>",
}
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE lolz [<!ENTITY e0 "lol">{_ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Bomb:
    """A file, and the codes of the refusals that are an answer to it."""

    name: str  # of the file
    codes: tuple[str, ...]
    write: Callable[[Path, int], None]  # to that path, so many times as large as it has to be


def _book(part: str, old: str, new: str) -> bytes:
    """Return a workbook with something else in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content.replace(old, new) if name == part else content)
    return file.getvalue()


def _far_cell(path: Path, _times: int) -> None:
    path.write_bytes(_book(_SHEET, 'r="B2"', 'r="XFD1048576"'))


def _large_string(path: Path, times: int) -> None:
    path.write_bytes(_book(_TEXTS, ">one<", f">{'x' * (16 * MIB * times)}<"))


def _large_sheet(path: Path, times: int) -> None:
    rows = "<row><c><v>1</v></c></row>" * (400_000 * times)
    path.write_bytes(_book(_SHEET, "</sheetData>", f"{rows}</sheetData>"))


def _one_string_many_times(path: Path, _times: int) -> None:
    """A text of 7 MB, just below the size that is measured, in ten thousand cells."""
    parts = {
        _TEXTS: _PARTS[_TEXTS].replace(">one<", f">{'x' * (7 * MIB)}<"),
        _SHEET: _PARTS[_SHEET].replace(
            "</sheetData>", '<row><c t="s"><v>1</v></c></row>' * 10_000 + "</sheetData>"
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (_PARTS | parts).items():
            archive.writestr(name, content)


def _laughing_book(path: Path, _times: int) -> None:
    _with_entity(path, LAUGHS)


def _curious_book(path: Path, _times: int) -> None:
    _with_entity(path, OUTSIDE)


def _with_entity(path: Path, head: str) -> None:
    texts = _PARTS[_TEXTS].replace("<sst", f"{head}<sst").replace(">one<", ">&e9;<")
    path.write_bytes(_book(_TEXTS, _PARTS[_TEXTS], texts))


def _laughing_document(path: Path, _times: int) -> None:
    path.write_bytes(books.open_workbook(books.open_row("&e9;"), before=LAUGHS))


def _endless_document(path: Path, _times: int) -> None:
    """A cell in each of 16,384 columns of each of a million rows."""
    row = books.open_row(books.open_cell("float", "1", "1", times=16_384), times=1_048_576)
    path.write_bytes(books.open_workbook(row))


def _many_members(path: Path, times: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_000 * times):
            archive.writestr(f"xl/{number}", b"")


def _overlapping(path: Path, _times: int) -> None:
    """Two thousand members that are the same bytes of the file, 7 MB each."""
    made = _book(_SHEET, "</worksheet>", "</worksheet>" + " " * (7 * MIB))
    end = made.rindex(b"PK\5\6")
    size, start = struct.unpack_from("<II", made, end + 12)
    entries = made[start : start + size]
    begin = entries.rindex(b"PK\1\2", 0, entries.index(_SHEET.encode()))
    again = entries + entries[begin:] * 2_000
    count = len(_PARTS) + 2_000
    path.write_bytes(
        made[:start] + again + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(again), start, 0)
    )


def _packed(path: Path, times: int) -> None:
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _piece in range(12 * times):
            file.write(b"a,b\n" * (MIB // 4))


def _one_line(path: Path, times: int) -> None:
    with path.open("wb") as file:
        for _piece in range(8 * times):
            file.write(b"x," * (MIB // 2))


def _open_quote(path: Path, times: int) -> None:
    path.write_bytes(b'a,b\n"' + b"x,y\n" * (4 * MIB * times))


def _too_wide(path: Path, _times: int) -> None:
    path.write_text("\n".join(",".join(map(str, range(16_385))) for _row in range(3)), encoding="utf-8")


def _a_million_columns(path: Path, _times: int) -> None:
    path.write_bytes(b"\n".join(b",".join([b"1"] * 1_000_000) for _row in range(3)))


def _deep(path: Path, times: int) -> None:
    path.write_bytes(b'[{"a": ' + b"[" * (200_000 * times) + b"]" * (200_000 * times) + b"}]")


def _many_names(path: Path, _times: int) -> None:
    path.write_bytes(b"\n".join(b'{"name %d": 1}' % number for number in range(20_000)))


def _tall_parquet(path: Path, times: int) -> None:
    """Twenty million rows of one value: a few kilobytes."""
    import duckdb

    with duckdb.connect() as duck:
        duck.execute(
            f"COPY (SELECT repeat('long ', 40) AS a, 1 AS b FROM range({20_000_000 * times})) "  # noqa: S608 - our numbers
            f"TO '{path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000000)"
        )


def _lying_parquet(path: Path, _times: int) -> None:
    """Where the numbers of rows and values stand in its end, there is a far greater one."""
    import duckdb

    with duckdb.connect() as duck:
        duck.execute(
            f"COPY (SELECT range AS a, 'x' || range AS b FROM range(200)) TO '{path}' (FORMAT parquet)"  # noqa: S608 - ours
        )
    content = path.read_bytes()
    length = struct.unpack("<I", content[-8:-4])[0]
    footer = content[-8 - length : -8]
    lying = footer.replace(b"\x16\x90\x03", b"\x16\xfe\xff\xff\xff\xff\xff\xff\xff\x7f")
    path.write_bytes(content[: -8 - length] + lying + struct.pack("<I", len(lying)) + b"PAR1")


def _lying_statistics(path: Path, _times: int) -> None:
    """An SPSS file that says it has two thousand million rows and as many columns."""
    head = b"$FL2" + b"@(#) SPSS DATA FILE".ljust(60)
    path.write_bytes(
        head + struct.pack("<iiiiid", 2, 2**31 - 1, 0, 0, 2**31 - 1, 100.0) + b" " * 9 + bytes(8 + 64 + 3 + 4)
    )


def _endless_old_book(path: Path, _times: int) -> None:
    """A table of shared texts that says there are four thousand million of them."""
    record = struct.pack("<HHII", 0xFC, 8, 0xFFFFFFFF, 0xFFFFFFFF)
    path.write_bytes(books.old_workbook([books.old_number(65_535, 255, 1.0)], before=record))


def _many_sheets(path: Path, times: int) -> None:
    """Five thousand sheets that are the same part of the file, and hold names without rows."""
    sheets = "".join(
        f'<sheet name="s{number}" sheetId="{number}" r:id="rId1"/>' for number in range(5_000 * times)
    )
    path.write_bytes(_book("xl/workbook.xml", "<sheets>", f"<sheets>{sheets}"))


def _wide_page(path: Path, _times: int) -> None:
    path.write_bytes(b'<html><table><tr><td colspan="999999999" rowspan="999999999">a</table></html>')


_UNSAFE, _BIG, _DAMAGED = "refuse.unsafe", "refuse.too_big", "refuse.damaged"
_READ = "read"  # it may be: what is in it is a table, and costs no more than others


def _bombs(*rows: tuple[str, Sequence[str], Callable[[Path, int], None]]) -> dict[str, Bomb]:
    return {
        write.__name__.strip("_").replace("_", " "): Bomb(name=name, codes=tuple(codes), write=write)
        for name, codes, write in rows
    }


BOMBS = _bombs(
    ("far.xlsx", ["refuse.sparse", _UNSAFE], _far_cell),
    ("string.xlsx", [_BIG], _large_string),
    ("sheet.xlsx", [_BIG], _large_sheet),
    ("again.xlsx", [_UNSAFE], _one_string_many_times),
    ("laughs.xlsx", [_DAMAGED], _laughing_book),
    ("curious.xlsx", [_DAMAGED], _curious_book),
    ("laughs.ods", [_DAMAGED], _laughing_document),
    ("endless.ods", ["refuse.sparse"], _endless_document),
    ("members.xlsx", [_DAMAGED], _many_members),
    ("overlap.xlsx", [_BIG], _overlapping),
    ("packed.csv.gz", [_BIG], _packed),
    ("line.csv", [_DAMAGED, "refuse.too_wide"], _one_line),
    ("wide.csv", ["refuse.too_wide"], _too_wide),
    ("wider.csv", ["refuse.too_wide"], _a_million_columns),
    ("deep.json", [_DAMAGED], _deep),
    ("names.ndjson", ["refuse.too_wide", "refuse.not_table"], _many_names),
    ("lies.parquet", [_DAMAGED], _lying_parquet),
    ("lies.sav", [_DAMAGED], _lying_statistics),
    ("wide.html", [_DAMAGED, "refuse.html"], _wide_page),
    ("sheets.xlsx", [_READ], _many_sheets),
    ("endless.xls", [_READ], _endless_old_book),
    ("quote.csv", [_READ, _UNSAFE], _open_quote),
    ("tall.parquet", [_READ, _UNSAFE], _tall_parquet),
)

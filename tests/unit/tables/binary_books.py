"""Small workbooks of the older and the binary kind, and OpenDocument ones, as bytes."""

import io
import struct
import zipfile
from collections.abc import Sequence

_SECTOR = 512
_END, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def ole_file(name: str, stream: bytes) -> bytes:
    """Return an OLE file that holds one stream."""
    stream += bytes(max(4096 - len(stream), -len(stream) % _SECTOR))
    sectors = len(stream) // _SECTOR
    chain = [_TABLE, _END, *range(3, sectors + 2), _END]
    table = struct.pack(f"<{_SECTOR // 4}I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    header += struct.pack("<108I", *[_FREE] * 108)
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(stream)) + bytes(256)
    return header + table + directory + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1)
    return head + struct.pack("<III", _FREE, _FREE, child) + bytes(36) + struct.pack("<III", start, size, 0)


def old_workbook(cells: Sequence[bytes], *, formats: Sequence[str] = (), before: bytes = b"") -> bytes:
    """Return an .xls workbook of one sheet; style 0 is plain, the next ones have the number formats."""
    books = b"".join(
        _record(0x41E, struct.pack("<HHB", 164 + number, len(code), 0) + code.encode())
        for number, code in enumerate(formats)
    )
    styles = b"".join(_record(0xE0, struct.pack("<HH16x", 0, number)) for number in [0, *_numbers(formats)])
    begin, end = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + b"".join(cells) + end
    place = len(begin + before + books + styles + end) + 4 + 8 + len(b"Data")
    bound = _record(0x85, struct.pack("<IBBBB", place, 0, 0, 4, 0) + b"Data")
    return ole_file("Workbook", begin + before + books + styles + bound + end + sheet)


def _numbers(formats: Sequence[str]) -> list[int]:
    return [164 + number for number in range(len(formats))]


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def old_number(row: int, column: int, number: float, style: int = 0) -> bytes:
    """Return a cell of an .xls sheet."""
    return _record(0x203, struct.pack("<HHHd", row, column, style, number))


def old_text(row: int, column: int, text: str) -> bytes:
    """Return a cell of an .xls sheet."""
    return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))


def old_error(row: int, column: int, code: int) -> bytes:
    """Return a cell of an .xls sheet that holds an error."""
    return _record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def binary_workbook(rows: Sequence[Sequence[bytes]], *, formats: Sequence[str] = ()) -> bytes:
    """Return an .xlsb workbook of one sheet, made of `binary_*` cells; its styles as in `old_workbook`."""
    sheet = b"".join(
        _short(0, struct.pack("<IIHBB", number, 0, 300, 0, 0) + bytes(5)) + b"".join(row)
        for number, row in enumerate(rows)
    )
    styles = b"".join(
        _short(44, struct.pack("<H", 164 + number) + _wide(code)) for number, code in enumerate(formats)
    )
    kinds = b"".join(_short(47, struct.pack("<HH12x", 0xFFFF, number)) for number in [0, *_numbers(formats)])
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.bin": _short(143, b"")
        + _short(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data"))
        + _short(144, b"")
        + _short(157, bytes(26))
        + _short(132, b""),
        "xl/_rels/workbook.bin.rels": b'<Relationships><Relationship Id="rId1" '
        b'Target="worksheets/sheet1.bin" Type="http://x/relationships/worksheet"/></Relationships>',
        "xl/worksheets/sheet1.bin": _short(129, b"")
        + _short(148, struct.pack("<IIII", 0, 9, 0, 9))
        + _short(145, b"")
        + sheet
        + _short(146, b"")
        + _short(130, b""),
        "xl/styles.bin": _short(615, struct.pack("<I", len(formats)))
        + styles
        + _short(616, b"")
        + _short(617, struct.pack("<I", 1 + len(formats)))
        + kinds
        + _short(618, b""),
    }
    return _zipped(parts)


def binary_number(column: int, number: float, style: int = 0) -> bytes:
    """Return a cell of an .xlsb sheet."""
    return _short(5, struct.pack("<IId", column, style, number))


def binary_text(column: int, text: str) -> bytes:
    """Return a cell of an .xlsb sheet."""
    return _short(6, struct.pack("<II", column, 0) + _wide(text))


def binary_error(column: int, code: int) -> bytes:
    """Return a cell of an .xlsb sheet that holds an error."""
    return _short(3, struct.pack("<IIB", column, 0, code))


def _short(kind: int, content: bytes) -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = (
        bytes([len(content)])
        if len(content) < 128
        else bytes([len(content) & 0x7F | 0x80, len(content) >> 7])
    )
    return number + length + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def open_workbook(*rows: str, before: str = "", lock: str = "") -> bytes:
    """Return an .ods workbook of one sheet, of rows of `open_*` cells; *before* stands above its root."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content xmlns:office="o" '
        'xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Data">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return _zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{lock}</manifest>".encode(),
            "content.xml": content.encode(),
        }
    )


def open_row(*cells: str, times: int = 1) -> str:
    """Return a row of an .ods sheet that is there so many times."""
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def open_cell(kind: str, value: str, shown: str, *, times: int = 1) -> str:
    """Return a cell of an .ods sheet: what it is, its value, what is shown of it, and how many times."""
    name = {"float": "office:value", "time": "office:time-value", "date": "office:date-value"}.get(kind, "x")
    return (
        f'<table:table-cell table:number-columns-repeated="{times}" office:value-type="{kind}" '
        f'{name}="{value}"><text:p>{shown}</text:p></table:table-cell>'
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()

"""What a text holds: rows of cells, JSON, or the table of a web page."""

import codecs
import json
import re
import unicodedata
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _, mark
from desktop_app.records.tables import Format

_PIECE = 1024 * 1024
_MOST_NULS = 0.2  # of the first bytes; a few are an accident, half of them is UTF-16
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\x00\t\n\r\x0b\x0c\x1a\x1b")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, which begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_SAMPLE = 4096  # bytes

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:!--|([a-z_][\w.:-]*)(?:\s[^<>]*)?>)", re.IGNORECASE)
_TABLE = re.compile(rb"<\0{0,3}t\0{0,3}a\0{0,3}b\0{0,3}l\0{0,3}e\0{0,3}[\s>]", re.IGNORECASE)
_OVERLAP = 64  # bytes: no match is longer
_NAMED = re.compile(r'(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:')  # an object that names a value
_OPENING = re.compile(r"[\[{][ \t]*\r?(?:\n|$)|\[\s*[\[{]\s*[\]}]")
_MARKED_UP = (
    ("urn:schemas-microsoft-com:office:spreadsheet", mark("an Excel workbook in XML, as of 2003")),
    ("urn:oasis:names:tc:opendocument", mark("a flat OpenDocument file")),
    ("http://www.w3.org/1999/xhtml", ""),
)
_OTHERS = (
    # Its lines begin so; a table with the columns "ID" and "Price" does, too, in its first one.
    (r"(?-i:ID;P[^\n]*\n(?:[A-Z]{1,2};[^\n]*\n){0,99}?C;[XYK][0-9\";])", mark("a spreadsheet in SYLK")),
    (r'TABLE\r?\n0,\d+\r?\n"', mark("a spreadsheet in DIF")),
    (r"(?:%[^\n]*\n|\s)*@relation\s", mark("a file of Weka (ARFF)")),
    (r"MIME-Version:[^\0]{0,1000}?multipart/related", mark("a web archive")),
    (r"BEGIN:(?:VCARD|VCALENDAR)\s", mark("an address or a calendar")),
    (r"(?:--[^\n]*\n|\s)*(?:CREATE TABLE|INSERT INTO|DROP TABLE) ", mark("a script for a database")),
)


def is_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text, in whatever letters."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head.count(0) <= _MOST_NULS * len(head) and controls <= _MOST_CONTROLS * len(head):
        return True
    return encoding_of(head) != "utf-8"


def encoding_of(head: bytes) -> str:
    """Return the letters by their mark at the start, or by where the NUL bytes stand; else UTF-8."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    if b"\0" not in head:
        return "utf-8"
    return next((encoding for encoding, width in _WIDE if _is_wide(head, encoding, width)), "utf-8")


def format_of_text(path: Path, head: bytes, name: str) -> Format:
    """Return whether a text is CSV, JSON or a web page with a table; raises FileError for other markup."""
    text = head.decode(encoding_of(head), errors="replace").lstrip("\ufeff").lstrip()
    if text.startswith("<") and (kind := _kind_of_markup(path, text)):
        if kind == "html":
            return "html"
        raise FileError("refuse.not_table", file=name, kind=_(kind))
    for start, kind in _OTHERS:
        if re.match(start, text, re.IGNORECASE):
            raise FileError("refuse.not_table", file=name, kind=_(kind))
    if text[:1] in ("{", "[") and _is_json(text, is_whole=len(head) >= path.stat().st_size):
        return "json"
    return "csv"


def _is_wide(head: bytes, encoding: str, width: int) -> bool:
    """Whether the bytes make sense as letters of *width* bytes, of which the upper ones are mostly NUL."""
    sample = head[:_SAMPLE]
    top = 0 if encoding.endswith("be") else width - 1
    nuls = sample[top::width].count(0)
    others = sample.count(0) - nuls if width == 2 else 0
    if nuls < _MOST_CONTROLS * len(sample) or others > _MOST_CONTROLS * len(sample):
        return False
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    odd = sum(unicodedata.category(letter) in ("Cc", "Cn", "Co") for letter in text if letter not in "\t\r\n")
    return bool(text) and odd <= _MOST_CONTROLS * len(text)


def _kind_of_markup(path: Path, text: str) -> str:
    """Return *html* for a page with a table, words for other markup, and nothing for text with a bracket."""
    if text[:64].lower().startswith("<?xml"):
        known = next((kind for sign, kind in _MARKED_UP if sign in text), mark("an XML file"))
        if known:
            return known
    elif not _PAGE.match(text):
        return _kind_of_part(path, text)
    return "html" if _has_table(path) else mark("a web page without a table")


def _kind_of_part(path: Path, text: str) -> str:
    """Return *html* for a piece of a page that holds a table, words for XML, and nothing for other text."""
    element = _ELEMENT.match(text)
    if element and _has_table(path):
        return "html"
    is_closed = (
        element
        and element[1]
        and last_bytes(path, _OVERLAP).rstrip(b" \t\r\n\0").endswith(f"</{element[1]}>".encode())
    )
    return mark("an XML file") if is_closed else ""


def last_bytes(path: Path, count: int) -> bytes:
    """Return the last bytes of a file, *count* at most."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - count))
        return file.read()


def _has_table(path: Path) -> bool:
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if _TABLE.search(tail + piece):
                return True
            tail = piece[-_OVERLAP:]
    return False


def _is_json(text: str, *, is_whole: bool) -> bool:
    """Whether text that begins with a bracket goes on as JSON, and not as the first heading of a table."""
    if _NAMED.match(text) or _OPENING.match(text):
        return True
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except RecursionError:
        return True
    except ValueError as error:
        has_begun = text[1:].lstrip()[:1] in ("[", "{", '"')
        return has_begun and not is_whole and getattr(error, "pos", 0) > len(text) // 2
    rest = text[end:].lstrip()[:1]
    return rest == "" or (bool(value) and rest in ("[", "{"))

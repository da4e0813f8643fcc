"""What a file is, by its first bytes and never by the ending of its name."""

import stat
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _, mark
from desktop_app.records.tables import Format
from desktop_app.tables.kinds.archives import format_of_archive
from desktop_app.tables.kinds.compound import first_stream
from desktop_app.tables.kinds.text_kinds import format_of_text, is_text, last_bytes

_HEAD = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAS = b"\0" * 12 + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"$FL2@(#)", "sav"),
    (b"$FL3@(#)", "sav"),
    (b"<stata_dta>", "dta"),
    (_SAS, "sas7bdat"),
    (b"HEADER RECORD*******LIBRARY HEADER RECORD", "xpt"),
    (b"HEADER RECORD*******LIBV8 ", "xpt"),
)
_STREAMS = {
    "EncryptedPackage": "",
    "WordDocument": mark("a Word document"),
    "PowerPoint Document": mark("a presentation"),
    "Workbook": "xls",
    "Book": "xls",
}
_PARQUET = b"PAR1"
_PORTABLE = "SPSS PORT FILE"
_FIRST_RECORD = tuple(length.to_bytes(2, "little") for length in (4, 6, 8, 16))  # of Excel 2 to 5, in bytes

_KINDS = (
    (b"%PDF", mark("a PDF document")),
    (b"\x89PNG", mark("a picture")),
    (b"\xff\xd8\xff", mark("a picture")),
    (b"GIF8", mark("a picture")),
    (b"RIFF", mark("a picture, a sound or a film")),
    (b"PARE", mark("an encrypted Parquet file")),
    (b"ARROW1", mark("an Arrow file")),
    (b"FEA1", mark("a Feather file")),
    (b"ORC", mark("an ORC file")),
    (b"Obj\x01", mark("an Avro file")),
    (b"\x1f\x8b", mark("a packed file (gzip)")),
    (b"BZh", mark("a packed file (bzip2)")),
    (b"\xfd7zXZ", mark("a packed file (xz)")),
    (b"\x28\xb5\x2f\xfd", mark("a packed file (zstd)")),
    (b"7z\xbc\xaf", mark("a packed file (7z)")),
    (b"Rar!", mark("a packed file (rar)")),
    (b"SQLite format 3", mark("a database")),
    (b"\x00\x01\x00\x00Standard ", mark("an Access database")),
    (b"\x89HDF", mark("an HDF5 file")),
    (b"\x93NUMPY", mark("a NumPy file")),
    (b"RDX", mark("an R file")),
    (b"X\n\0\0\0", mark("an R file")),
    (b"**COMPRESSED**", mark("a SAS transport file of another kind (CPORT)")),
    (b"\0" * 12 + b"\xc2\xea\x81\x63", mark("a SAS catalogue without rows")),
    (b"\x7fELF", mark("a program")),
    (b"MZ", mark("a program")),
    (b"{\\rtf", mark("a text document")),
)


def recognise(path: Path, name: str) -> Format:
    """Return which format a file that can be read is in; raises FileError for everything else."""
    head = read_head(path, name)
    if not head.strip(b"\xef\xbb\xbf\xfe\xff \t\r\n\x00"):
        raise FileError("refuse.empty", file=name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return format_of_archive(path, name)
    if head.startswith(_OLE):
        return _format_of_ole(path, name)
    if head[:1] == b"\x80" and head[1:2] in b"\x02\x03\x04\x05":
        raise FileError("refuse.pickle", file=name)
    if known := _statistics(head) or _binary(path, head, name):
        return known
    if kind := _kind_of(head):
        raise FileError("refuse.not_table", file=name, kind=_(kind))
    return format_of_text(path, head, name)


def read_head(path: Path, name: str, most: int = _HEAD) -> bytes:
    """Return the first bytes of a file, *most* at most.

    Raises FileError where it is not there, is no file but a folder, a pipe or a device, or cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError("error.file_unreadable", file=name, reason=_("it is not a file"))
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise FileError("error.file_gone", file=name) from error
    except PermissionError as error:
        raise FileError("error.file_unreadable", file=name, reason=_("you may not read it")) from error
    except (OSError, ValueError) as error:
        raise FileError("error.file_unreadable", file=name, reason=_("the disk reports an error")) from error


def _format_of_ole(path: Path, name: str) -> Format:
    stream = first_stream(path, _STREAMS)
    if stream == "EncryptedPackage":
        raise FileError("refuse.password", file=name)
    kind = _STREAMS.get(stream, mark("an older Office file without a workbook"))
    if kind != "xls":
        raise FileError("refuse.not_table", file=name, kind=_(kind))
    return "xls"


def _statistics(head: bytes) -> Format | None:
    """Return the format of a statistics program that the file is in."""
    for start, format_ in _STARTS:
        if head.startswith(start):
            return format_
    if _is_old_stata(head):
        return "dta"
    is_portable = _PORTABLE.encode() in head[:200] and b"SPSSPORT" in head[:600]
    return "por" if is_portable or _PORTABLE.encode("cp037") in head[:200] else None


def _is_old_stata(head: bytes) -> bool:
    """Whether the file begins as Stata 5 to 12 wrote it: version, order of bytes, 1 and 0."""
    return head[:1] in b"hijklmnopqrs" and head[1:2] in (b"\x01", b"\x02") and head[2:4] == b"\x01\x00"


def _binary(path: Path, head: bytes, name: str) -> Format | None:
    """Return the format of a file that is no text; raises FileError where its end is missing."""
    if head[:1] == b"\x09" and head[1:2] in b"\x00\x02\x04\x08" and head[2:4] in _FIRST_RECORD:
        return "xls"
    if not head.startswith(_PARQUET):
        return None
    if last_bytes(path, len(_PARQUET)) == _PARQUET and path.stat().st_size > 2 * len(_PARQUET):
        return "parquet"
    if b"\0" in head:
        raise FileError("refuse.damaged", file=name, what=_("its end is missing"))
    return None  # a heading may read so


def _kind_of(head: bytes) -> str:
    """Return what else the file is, in words; nothing when it is text."""
    for start, kind in _KINDS:
        if head.startswith(start) and (b"\0" in head or not start.isalnum()):  # "MZ" may be a heading
            return kind
    if head[257:262] == b"ustar":
        return mark("a packed file (tar)")
    return "" if is_text(head) else mark("a file for programs, not text")

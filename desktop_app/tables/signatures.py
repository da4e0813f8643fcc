"""What a file is, by its first bytes and never by the ending of its name."""

import stat
from pathlib import Path
from typing import Literal

from desktop_app.errors import FileError
from desktop_app.language import _, mark
from desktop_app.tables.archives import name_of_archive

Format = Literal["csv", "xlsx"]

_HEAD = 64 * 1024
_PIECE = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_NULS = 0.2  # of the first bytes; a few are an accident, half of them is UTF-16
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\x00\t\n\r\x0b\x0c\x1a\x1b")

_KINDS = (
    (b"%PDF", mark("a PDF document")),
    (b"\x89PNG", mark("a picture")),
    (b"\xff\xd8\xff", mark("a picture")),
    (b"GIF8", mark("a picture")),
    (b"RIFF", mark("a picture, a sound or a film")),
    (b"PAR1", mark("a Parquet file")),
    (b"ARROW1", mark("an Arrow file")),
    (b"\x1f\x8b", mark("a packed file (gzip)")),
    (b"BZh", mark("a packed file (bzip2)")),
    (b"\xfd7zXZ", mark("a packed file (xz)")),
    (b"\x28\xb5\x2f\xfd", mark("a packed file (zstd)")),
    (b"7z\xbc\xaf", mark("a packed file (7z)")),
    (b"Rar!", mark("a packed file (rar)")),
    (b"SQLite format 3", mark("a database")),
    (b"\x89HDF", mark("an HDF5 file")),
    (b"\x93NUMPY", mark("a NumPy file")),
    (b"$FL2", mark("an SPSS file")),
    (b"<stata_dta>", mark("a Stata file")),
    (b"\x7fELF", mark("a program")),
    (b"MZ", mark("a program")),
    (b"{\\rtf", mark("a text document")),
    (b"\xff\xfe", mark("text in UTF-16 letters")),
    (b"\xfe\xff", mark("text in UTF-16 letters")),
)
_TEXTS = (
    (b"<!doctype html", mark("a web page")),
    (b"<html", mark("a web page")),
    (b"<table", mark("a web page")),
    (b"<?xml", mark("an XML file")),
)


def recognise(path: Path, name: str) -> Format:
    """Return whether *path* holds text or a workbook; raises FileError for everything else."""
    head = read_head(path, name)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise FileError("refuse.empty", file=name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if kind := name_of_archive(path, name):
            raise _not_table(name, kind)
        return "xlsx"
    if head.startswith(_OLE):
        if _contains(path, _ENCRYPTED):
            raise FileError("refuse.password", file=name)
        raise _not_table(name, _("an older Office file, such as an Excel workbook ending in .xls"))
    if head[:1] == b"\x80" and head[1:2] in b"\x02\x03\x04\x05":
        raise FileError("refuse.pickle", file=name)
    if kind := _kind_of(path, head):
        raise _not_table(name, _(kind))
    return "csv"


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


def _not_table(name: str, kind: str) -> FileError:
    return FileError("refuse.not_table", file=name, kind=kind)


def _kind_of(path: Path, head: bytes) -> str:
    """Return what else the file is, in words; nothing when it is text."""
    for start, kind in _KINDS:
        if head.startswith(start) and (b"\0" in head or not start.isalnum()):  # "PAR1" may be a heading
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for start, kind in _TEXTS:
        if text[:64].lower().startswith(start):
            return kind
    if text[:1] in (b"{", b"[") and text[1:].lstrip()[:1] in (b"{", b"[", b'"') and _ends_like_json(path):
        return mark("a JSON file")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head.count(0) > _MOST_NULS * len(head) or controls > _MOST_CONTROLS * len(head):
        return mark("a file for programs, not text")
    return ""


def _ends_like_json(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 256))
        return file.read().rstrip().endswith((b"}", b"]"))


def _contains(path: Path, wanted: bytes) -> bool:
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            if wanted in tail + piece:
                return True
            tail = piece[-len(wanted) :]
    return False

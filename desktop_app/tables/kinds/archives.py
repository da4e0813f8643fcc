"""What a zip file holds, from its list of members: hardly anything is unpacked."""

import zipfile
from pathlib import Path, PurePosixPath

from desktop_app.errors import FileError
from desktop_app.language import _, mark, size
from desktop_app.records.tables import ENDINGS, Format

LARGEST = 1024**3  # bytes, all members together
LARGE_MEMBER = 8 * 1024**2  # bytes: smaller ones may be packed as tightly as they like
TIGHTEST = 200  # bytes for each packed byte

_KINDS = (
    ("word/", mark("a Word document")),
    ("ppt/", mark("a presentation")),
    ("Index/Document.iwa", mark("a Numbers document of Apple")),
    ("Index.zip", mark("a Numbers document of Apple")),
)
_MODEL = {"manifest.json", "estimators.skops"}
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def format_of_archive(path: Path, name: str) -> Format:
    """Return which workbook a zip file is.

    Raises FileError when it is none or damaged, is a model of ours, or unpacks to more than a table can be.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            format_ = _format_of(archive, [member.filename for member in members], name)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, KeyError) as error:
        raise FileError("refuse.damaged", file=name, what=_("its end is missing")) from error
    _check_size(members, name)
    return format_


def _format_of(archive: zipfile.ZipFile, names: list[str], name: str) -> Format:
    if _MODEL.issubset(names):
        raise FileError("refuse.model", file=name, command="hunch predict")
    for start, kind in _KINDS:
        if any(found.startswith(start) for found in names):
            raise FileError("refuse.not_table", file=name, kind=_(kind))
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names:
        return _open_document(archive, names, name)
    if "[Content_Types].xml" in names or any(found.startswith("xl/") for found in names):
        return "xlsx"
    raise _packed(names, name)


def _open_document(archive: zipfile.ZipFile, names: list[str], name: str) -> Format:
    """Return *ods* for a spreadsheet; a member named mimetype says what kind of document it is."""
    start = b""
    if "mimetype" in names:
        with archive.open("mimetype") as member:
            start = member.read(len(_SPREADSHEET))
    if start and start != _SPREADSHEET:
        raise FileError("refuse.not_table", file=name, kind=_("an OpenDocument file that is no spreadsheet"))
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as member:
            if b"encryption-data" in member.read(LARGE_MEMBER):
                raise FileError("refuse.password", file=name)
    return "ods"


def _packed(names: list[str], name: str) -> FileError:
    """Return why another zip file is refused; a table in it is named."""
    tables = [
        found for found in names if found.lower().endswith(ENDINGS) and not found.startswith("__MACOSX/")
    ]
    if len(tables) == 1:
        return FileError("refuse.packed", file=name, member=PurePosixPath(tables[0]).name)
    return FileError("refuse.not_table", file=name, kind=_("a packed file (zip)"))


def _check_size(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST:
        raise FileError("refuse.too_big", file=name, size=size(unpacked), limit=size(LARGEST))
    for member in members:
        limit = max(LARGE_MEMBER, TIGHTEST * member.compress_size)
        if member.file_size > limit:
            raise FileError("refuse.too_big", file=name, size=size(member.file_size), limit=size(limit))

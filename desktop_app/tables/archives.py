"""What a zip file holds, from its list of members alone: nothing is unpacked."""

import zipfile
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _, mark, size

LARGEST = 1024**3  # bytes, all members together
_LARGE_MEMBER = 8 * 1024**2  # bytes: smaller ones may be packed as tightly as they like
_TIGHTEST = 200  # bytes for each packed byte

_KINDS = (
    ("xl/workbook.bin", mark("a binary Excel workbook (.xlsb)")),
    ("word/", mark("a Word document")),
    ("ppt/", mark("a presentation")),
    ("content.xml", mark("an OpenDocument file")),
)
_MODEL = {"manifest.json", "estimators.skops"}


def name_of_archive(path: Path, name: str) -> str:
    """Return what a zip file is, in the person's words; nothing when it is a workbook that can be read.

    Raises FileError when it is damaged, is a model of ours, or unpacks to more than a table can be.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileError("refuse.damaged", file=name, what=_("its end is missing")) from error
    names = [member.filename for member in members]
    if _MODEL.issubset(names):
        raise FileError("refuse.model", file=name)
    for start, kind in _KINDS:
        if any(found.startswith(start) for found in names):
            return _(kind)
    if "[Content_Types].xml" not in names and not any(found.startswith("xl/") for found in names):
        return _("a packed file (zip)")
    _check_size(members, name)
    return ""


def _check_size(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST:
        raise FileError("refuse.too_big", file=name, size=size(unpacked), limit=size(LARGEST))
    for member in members:
        limit = max(_LARGE_MEMBER, _TIGHTEST * member.compress_size)
        if member.file_size > limit:
            raise FileError("refuse.too_big", file=name, size=size(member.file_size), limit=size(limit))

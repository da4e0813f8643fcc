"""The package of a workbook: which parts belong to a sheet, what forbids to change it, and its copy."""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from desktop_app.tables.out.workbook.elements import Element, elements_of
from desktop_app.tables.out.workbook.reasons import NotSafeError

_LARGEST = 64 * 1024**2  # bytes of a part that is read as a whole
_LARGE = 1024**3  # bytes of a part beyond which a package has other numbers
_PIECE = 1024 * 1024
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = "application/vnd.ms-excel.sheet.macroenabled.main+xml"
_OF_PACKAGE = ""

Copy = Callable[[IO[bytes]], Iterator[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Which parts of a package matter to a sheet."""

    workbook: str
    styles: str
    sheet: str
    index: int  # of the sheet among all of the workbook, from 0
    tables: tuple[str, ...]
    drawings: tuple[str, ...]
    has_macros: bool


def parts_of(archive: zipfile.ZipFile, sheet: str) -> Parts:
    """Return the parts of a workbook that matter to the sheet of this name.

    Raises NotSafeError where the workbook must not be changed, or is not put together as it should be.
    """
    names = archive.namelist()
    if len(set(names)) < len(names):
        raise NotSafeError("damaged")
    roots = _relations(archive, _OF_PACKAGE)
    if any(name.lower().startswith("_xmlsignatures/") for name in names) or _targets(roots, "origin"):
        raise NotSafeError("signed")
    workbook = _only(_targets(roots, "officeDocument"))
    has_macros = _has_macros(archive, workbook)
    relations = _relations(archive, workbook)
    elements = elements_of(read_part(archive, workbook))
    for element in elements:
        if element.name == "workbookProtection" and element.is_set("lockStructure"):
            raise NotSafeError("protected_workbook")
    sheets = [one for one in elements if one.name == "sheet" and one.path == ("workbook", "sheets")]
    index, number = _number(sheets, sheet)
    part = _only([target for _kind, found, target in relations if found == number])
    of_sheet = _relations(archive, part)
    return Parts(
        workbook=workbook,
        styles=next(iter(_targets(relations, "styles")), ""),
        sheet=part,
        index=index,
        tables=tuple(_targets(of_sheet, "table")),
        drawings=tuple(_targets(of_sheet, "drawing")),
        has_macros=has_macros,
    )


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a small part as a whole; raises NotSafeError where it is missing or large."""
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise NotSafeError("damaged") from error
    if info.file_size > _LARGEST:
        raise NotSafeError("unusual")
    return archive.read(info)


def copy_package(
    archive: zipfile.ZipFile, goal: IO[bytes], changed: Mapping[str, bytes], sheet: str, copy: Copy
) -> None:
    """Write all parts to *goal* in their order: those of *changed* anew, the *sheet* through *copy*."""
    with zipfile.ZipFile(goal, "w", zipfile.ZIP_DEFLATED) as out:
        for info in archive.infolist():
            if info.compress_type not in _WAYS:
                raise NotSafeError("unusual")
            new = zipfile.ZipInfo(info.filename, info.date_time)
            new.compress_type, new.external_attr = info.compress_type, info.external_attr
            is_large = info.file_size > _LARGE
            with archive.open(info) as part, out.open(new, "w", force_zip64=is_large) as written:
                if info.filename in changed:
                    written.write(changed[info.filename])
                elif info.filename == sheet:
                    for piece in copy(part):
                        written.write(piece)
                else:
                    while piece := part.read(_PIECE):
                        written.write(piece)


@contextmanager
def faults_of_package() -> Iterator[None]:
    """Raise NotSafeError for what is wrong with a package."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise NotSafeError("damaged") from error
    except RuntimeError as error:
        if "encrypted" in str(error) or "password" in str(error):
            raise NotSafeError("damaged") from error
        raise


def _has_macros(archive: zipfile.ZipFile, workbook: str) -> bool:
    """Whether a workbook brings macros along; raises NotSafeError where it is a template or none at all."""
    kinds: dict[str, str] = {}
    for element in elements_of(read_part(archive, "[Content_Types].xml"), of_sheets=False):
        if element.name == "Override":
            kinds[element.get("PartName").lstrip("/").lower()] = element.get("ContentType").lower()
        elif element.name == "Default":
            kinds["." + element.get("Extension").lower()] = element.get("ContentType").lower()
    kind = kinds.get(workbook.lower()) or kinds.get(posixpath.splitext(workbook)[1].lower(), "")
    if kind not in (_PLAIN, _MACROS):
        raise NotSafeError("template" if "template" in kind else "unusual")
    return kind == _MACROS


def _number(sheets: list[Element], name: str) -> tuple[int, str]:
    """Return the place of a sheet and the number of its relation."""
    for index, element in enumerate(sheets):
        if element.get("name") == name:
            return index, element.get("id")
    raise NotSafeError("unusual")


def _relations(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str, str]]:
    """Return what a part is related to within the package: kind, number and part."""
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive.namelist():
        return []
    found = []
    for element in elements_of(read_part(archive, source), of_sheets=False):
        if element.name == "Relationship" and element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target"))).lstrip("/")
            found.append((element.get("Type"), element.get("Id"), target))
    return found


def _targets(relations: list[tuple[str, str, str]], kind: str) -> list[str]:
    return [target for found, _number, target in relations if found.endswith(f"/{kind}")]


def _only(parts: list[str]) -> str:
    if len(parts) != 1:
        raise NotSafeError("unusual")
    return parts[0]

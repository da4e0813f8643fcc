"""The parts of a workbook's package: their names, and the tags of the small ones. No parser reads them."""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

_LARGEST = 64 * 1024**2  # bytes of a part that is read as a whole
_VALUE = rb"(?:\"([^\"]*)\"|'([^']*)')"
_TAG = re.compile(rb"<(?:[\w.-]+:)?(\w+)((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*/?>")
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*" + _VALUE)


def part_of(archive: zipfile.ZipFile, member: str) -> bytes:
    """Return a part of a package; nothing where it is missing, or too large to be what its name says."""
    try:
        return archive.read(member) if archive.getinfo(member).file_size <= _LARGEST else b""
    except KeyError:
        return b""


def tags(xml: bytes, *names: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each opening tag of these names, without its prefix, and its attributes."""
    for tag in _TAG.finditer(xml):
        if (name := tag[1].decode()) in names:
            yield name, attributes_of(tag[2])


def attributes_of(written: bytes) -> dict[str, str]:
    """Return the attributes of a tag by their names, prefixes included."""
    return {
        name.decode("utf-8", "replace"): html.unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in _ATTRIBUTE.findall(written)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Which parts of a package are what."""

    workbook: str
    styles: str
    targets: dict[str, str]  # number of a relation of the workbook -> part


def package_of(archive: zipfile.ZipFile, ending: str) -> Package:
    """Return which parts a workbook consists of; the usual names where the package names none.

    *ending* is that of its parts: xml or bin.
    """
    roots = [part for kind, part in _relations(archive, "") if kind.endswith("/officeDocument")]
    workbook = roots[0][1] if roots else f"xl/workbook.{ending}"
    relations = _relations(archive, workbook)
    styles = [part for kind, (_number, part) in relations if kind.endswith("/styles")]
    return Package(
        workbook=workbook,
        styles=styles[0] if styles else f"xl/styles.{ending}",
        targets=dict(part for _kind, part in relations),
    )


def sheets_of_package(archive: zipfile.ZipFile, package: Package) -> list[str]:
    """Return the parts that hold the sheets, in the workbook's order; nothing for a missing one."""
    return [
        package.targets.get(next((value for name, value in found.items() if name.endswith(":id")), ""), "")
        for _name, found in tags(part_of(archive, package.workbook), "sheet")
    ]


def _relations(archive: zipfile.ZipFile, member: str) -> list[tuple[str, tuple[str, str]]]:
    """Return what a part is related to, of the parts that are there: kind, and number and part."""
    folder, name = posixpath.split(member)
    members = set(archive.namelist())
    found = []
    for _name, relation in tags(
        part_of(archive, posixpath.join(folder, "_rels", f"{name}.rels")), "Relationship"
    ):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if target in members:
            found.append((relation.get("Type", ""), (relation.get("Id", ""), target)))
    return found

"""The small parts of a workbook that say how wide the table on a sheet is: its table, a filter's name."""

import re
import zipfile
from collections.abc import Iterator, Sequence

from desktop_app.tables.out.workbook.areas import Surroundings, area_of, meet
from desktop_app.tables.out.workbook.elements import Element, edited, elements_of, with_attribute
from desktop_app.tables.out.workbook.new_cells import in_xml
from desktop_app.tables.out.workbook.packages import Parts, read_part
from desktop_app.tables.out.workbook.xml_pieces import plain_of
from desktop_app.tables.out.workbook.reasons import NotSafeError

_FILTER = "_xlnm._FilterDatabase"
_FIXED = re.compile(rb"(\$[A-Z]{1,3}\$[0-9]{1,7}:)(\$[A-Z]{1,3})(\$[0-9]{1,7})$")
_PREFIX = re.compile(rb"<((?:[^\s<>/=!?:]+:)?)table[\s>]")
_OF_CELLS = ("", "worksheet")  # the other kinds of tables are fetched from elsewhere, with these columns


def names_in_tables(archive: zipfile.ZipFile, parts: Parts) -> list[str]:
    """Return the names of all columns of the tables on a sheet."""
    return [
        element.get("name")
        for part in parts.tables
        for element in elements_of(read_part(archive, part))
        if element.name == "tableColumn"
    ]


def wider_parts(
    archive: zipfile.ZipFile, parts: Parts, around: Surroundings, headings: Sequence[str]
) -> dict[str, bytes]:
    """Return the parts that must follow when columns are added to a sheet, as they are then.

    Raises NotSafeError where another table stands in the way.
    """
    changed = {}
    for part in parts.tables:
        xml = read_part(archive, part)
        if wide := _table(xml, around, headings):
            changed[part] = wide
    workbook = read_part(archive, parts.workbook)
    if edits := list(_filter_names(workbook, parts.index, around)):
        changed[parts.workbook] = edited(workbook, edits)
    return changed


def _table(xml: bytes, around: Surroundings, headings: Sequence[str]) -> bytes:
    """Return a wider table; nothing where it is not as wide as what was read."""
    elements = elements_of(xml)
    root = elements[0]
    area = area_of(root.get("ref"))
    if root.name != "table" or area is None:
        raise NotSafeError("unusual")
    if meet(area, around.new):
        raise NotSafeError("table", table=root.get("displayName") or root.get("name"))
    is_ours = bool(around.widened(root.get("ref"))) and root.get("headerRowCount", "1") == "1"
    if not is_ours or root.get("tableType") not in _OF_CELLS:
        return b""
    return edited(xml, _wider(xml, elements, around, headings))


def _wider(
    xml: bytes, elements: Sequence[Element], around: Surroundings, headings: Sequence[str]
) -> Iterator[tuple[int, int, bytes]]:
    ids = [
        int(found.get("id"))
        for found in elements
        if found.name == "tableColumn" and found.get("id").isdecimal()
    ]
    for element in elements:
        tag = xml[element.start : element.end]
        if element.name == "tableColumns" and element.path == ("table",):
            yield element.start, element.end, with_attribute(tag, "count", str(len(ids) + len(headings)))
        is_range = element.name == "table" or (element.name == "autoFilter" and element.path == ("table",))
        if is_range and (wide := around.widened(element.get("ref"))):
            yield element.start, element.end, with_attribute(tag, "ref", wide)
    plain = plain_of(xml)
    prefix = _PREFIX.search(plain)
    place = plain.rfind(b"</%btableColumns" % prefix[1]) if prefix else -1
    if place < 0 or not ids or prefix is None:
        raise NotSafeError("unusual")
    new = (
        b'<%btableColumn id="%d" name="%b"/>' % (prefix[1], number, _quoted(heading))
        for number, heading in enumerate(headings, start=max(ids) + 1)
    )
    yield place, place, b"".join(new)


def _quoted(heading: str) -> bytes:
    return in_xml(heading).replace('"', "&quot;").encode("ascii", "xmlcharrefreplace")


def _filter_names(xml: bytes, index: int, around: Surroundings) -> Iterator[tuple[int, int, bytes]]:
    """Yield the hidden name that repeats how far the filter of a sheet reaches."""
    for element in elements_of(xml):
        is_ours = element.name == "definedName" and element.get("localSheetId") == str(index)
        if not is_ours or element.get("name") != _FILTER:
            continue
        end = xml.find(b"<", element.end)
        found = _FIXED.search(xml, element.end, end)
        written = (found[1] + found[2] + found[3]).decode() if found else ""
        if found and (wide := around.widened(written)):
            last = re.sub(r"([A-Z]+)([0-9]+)$", r"$\1$\2", wide.partition(":")[2])
            yield found.start(2), found.end(3), last.encode()

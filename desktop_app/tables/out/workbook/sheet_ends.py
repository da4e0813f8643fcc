"""What stands in front of the rows of a sheet and behind them: how far it reaches, widths, filters, locks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.tables.out.workbook.areas import Surroundings, area_of, meet
from desktop_app.tables.out.workbook.elements import Element, edited, elements_of, with_attribute
from desktop_app.tables.out.workbook.xml_pieces import plain_of
from desktop_app.tables.out.workbook.reasons import NotSafeError

_ROOT = re.compile(rb"<([^\s<>/=!?]+)")
_ON_SHEET = ("worksheet",)
_IN_COLUMNS = ("worksheet", "cols")

Edit = tuple[int, int, bytes]


class Ends:
    """Changes the two ends of a sheet's XML; *widths* are those of the new columns, in letters."""

    def __init__(self, around: Surroundings, widths: Sequence[float]) -> None:
        self._around, self._widths = around, widths
        self._opened = b""  # what makes a document of the other end

    def head(self, head: bytes, prefix: bytes) -> bytes:
        """Return what stands in front of the rows; *prefix* is that of the sheet's tags."""
        root = _ROOT.search(plain_of(head))
        if root is None:
            raise NotSafeError("unusual")
        elements = elements_of(head + b"<%bsheetData/></%b>" % (prefix, root[1]))
        if elements[0].name != "worksheet" or (elements[-1].name, elements[-1].path) != (
            "sheetData",
            _ON_SHEET,
        ):
            raise NotSafeError("unusual")
        self._opened = head[: elements[0].end] + b"<%bsheetData>" % prefix
        return edited(head, [*self._dimension(head, elements), *self._columns(head, elements, prefix)])

    def tail(self, tail: bytes) -> bytes:
        """Return what stands behind the rows; it is asked for after `head`.

        Raises NotSafeError where the sheet is protected, or merged cells stand in the way.
        """
        document = self._opened + tail
        edits: list[Edit] = []
        for element in elements_of(document):
            if element.name == "sheetProtection" and element.path == _ON_SHEET and element.is_set("sheet"):
                raise NotSafeError("protected")
            if element.name == "mergeCell":
                merged = area_of(element.get("ref"))
                if merged is None or meet(merged, self._around.new):
                    raise NotSafeError("merged", cell=element.get("ref"))
            if element.name == "autoFilter" and element.path == _ON_SHEET:
                edits += self._range(document, element)
        return edited(document, edits)[len(self._opened) :]

    def _range(self, document: bytes, element: Element) -> Iterator[Edit]:
        if wide := self._around.widened(element.get("ref")):
            yield _changed(document, element, {"ref": wide})

    def _dimension(self, head: bytes, elements: Sequence[Element]) -> Iterator[Edit]:
        for element in elements:
            if element.name == "dimension" and element.path == _ON_SHEET:
                area = area_of(element.get("ref"))
                if area and area.right < self._around.last:
                    yield _changed(head, element, {"ref": str(replace(area, right=self._around.last))})

    def _columns(self, head: bytes, elements: Sequence[Element], prefix: bytes) -> Iterator[Edit]:
        """Yield the widths of the new columns, where the sheet says nothing of them or hides them."""
        known = [element for element in elements if element.name == "col" and element.path == _IN_COLUMNS]
        bounds = [(_whole(element, "min"), _whole(element, "max"), element) for element in known]
        first, last = self._around.first + 1, self._around.last + 1
        unknown = set(range(first, last + 1))
        for low, high, element in bounds:
            within = range(max(low, first), min(high, last) + 1)
            unknown -= set(within)
            if within and element.is_set("hidden"):
                yield self._shown(head, element, within, prefix)
        new = [(column, self._column(column, prefix)) for column in sorted(unknown)]
        if new and not known:
            written = b"".join(tag for _column, tag in new)
            yield len(head), len(head), b"<%(p)bcols>%(c)b</%(p)bcols>" % {b"p": prefix, b"c": written}
            return
        for column, tag in new:
            behind = [element.start for low, _high, element in bounds if low > column]
            place = min(behind) if behind else plain_of(head).rfind(b"</%bcols" % prefix)
            if place < 0:
                raise NotSafeError("unusual")
            yield place, place, tag

    def _shown(self, head: bytes, element: Element, within: range, prefix: bytes) -> Edit:
        """Return a run of hidden columns, some of which are not hidden any more."""
        tag = head[element.start : element.end]
        if not tag.endswith(b"/>"):
            raise NotSafeError("unusual")
        parts = [self._column(column, prefix) for column in within]
        if (low := _whole(element, "min")) < within.start:
            parts.insert(
                0, with_attribute(with_attribute(tag, "min", str(low)), "max", str(within.start - 1))
            )
        if (high := _whole(element, "max")) >= within.stop:
            parts.append(with_attribute(with_attribute(tag, "min", str(within.stop)), "max", str(high)))
        return element.start, element.end, b"".join(parts)

    def _column(self, column: int, prefix: bytes) -> bytes:
        width = self._widths[column - self._around.first - 1]
        values = {b"p": prefix, b"c": b"%d" % column, b"w": f"{width:g}".encode()}
        return b'<%(p)bcol min="%(c)b" max="%(c)b" width="%(w)b" customWidth="1"/>' % values


def _changed(document: bytes, element: Element, values: dict[str, str]) -> Edit:
    tag = document[element.start : element.end]
    for name, value in values.items():
        tag = with_attribute(tag, name, value)
    return element.start, element.end, tag


def _whole(element: Element, name: str) -> int:
    written = element.get(name)
    if not written.isdecimal():
        raise NotSafeError("unusual")
    return int(written)

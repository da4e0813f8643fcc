"""The elements of a small XML part with their places in its bytes, so that one tag can be changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop_app.tables.out.workbook.reasons import NotSafeError

_MAIN = frozenset(
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",  # of a strict workbook
    )
)
_TAG = re.compile(rb"<[^\s<>/=]+(?:\s+[^\s<>/=]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*/?>")
_ATTRIBUTE = re.compile(rb"\s([^\s<>/=]+)\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_DEEPEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element by its name without a prefix, empty where it belongs to another language than sheets."""

    name: str
    path: tuple[str, ...]  # the names of those around it, the outermost first
    attributes: Mapping[str, str]  # prefixed ones under the address of their language, a blank and their name
    start: int  # of its tag
    end: int

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, whatever its prefix."""
        if name in self.attributes:
            return self.attributes[name]
        return next((text for key, text in self.attributes.items() if key.endswith(f" {name}")), default)

    def is_set(self, name: str) -> bool:
        """Whether an attribute says yes."""
        return self.get(name) in ("1", "true", "on")


@dataclass(slots=True)
class _Found:
    elements: list[Element] = field(default_factory=list)
    path: list[str] = field(default_factory=list)


def elements_of(xml: bytes, *, of_sheets: bool = True) -> list[Element]:
    """Return the elements of a part in their order; raises NotSafeError where it is not XML as it should be.

    Where not *of_sheets*, the names of any language count.
    """
    found = _Found()
    parser = parser_of_sheets()

    def begin(written: str, attributes: dict[str, str]) -> None:
        language, _blank, name = written.rpartition(" ")
        name = name if not of_sheets or language in _MAIN else ""
        start = parser.CurrentByteIndex
        tag = _TAG.match(xml, start)
        if tag is None or len(found.path) > _DEEPEST:
            raise NotSafeError("unusual")
        found.elements.append(
            Element(name=name, path=tuple(found.path), attributes=attributes, start=start, end=tag.end())
        )
        found.path.append(name)

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _name: found.path.pop()
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - it takes no name
    except expat.ExpatError as error:
        raise NotSafeError("damaged") from error
    return found.elements


def parser_of_sheets() -> expat.XMLParserType:
    """Return a parser that takes no document with declarations of its own, as entities need them."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_declared: object) -> None:
    raise NotSafeError("unusual")


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return a tag with another value of an attribute that it has; the value needs no escaping."""
    for found in _ATTRIBUTE.finditer(tag):  # one after the other, so that none is looked for within a value
        if found[1] == name.encode():
            return tag[: found.start(2)] + b'"%b"' % value.encode() + tag[found.end(2) :]
    raise NotSafeError("unusual")


def edited(xml: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return a part in which bytes from one place to another are others; the places do not overlap."""
    parts, place = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [xml[place:start], new]
        place = end
    return b"".join([*parts, xml[place:]])

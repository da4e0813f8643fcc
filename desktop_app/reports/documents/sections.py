"""The sections of the documents, as plain text: what is looked through when something is looked for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.paths import bundled
from desktop_app.reports.documents.catalogue import DOCUMENTS, Document

_HEADING, _FENCE = re.compile(r"#{1,6} +(.+)"), "```"
_LETTERS = re.compile(r"[^\w\- ]")
_MARKS = re.compile(r"[`*]|\[|\]\([^)]*\)")


class Section(NamedTuple):
    """A part of a document: its heading, where that is on the page, and all that stands under it."""

    heading: str  # "" of what stands before the first heading but the title
    anchor: str
    text: str


class Found(NamedTuple):
    """A place in which the words stand that are looked for."""

    document: Document
    section: Section


def anchor_of(heading: str) -> str:
    """Return where a heading is on its page, by the habit of those who read Markdown on the web.

    The letter in front keeps it apart from every other part of the page.
    """
    return "s-" + _LETTERS.sub("", plain(heading).lower()).replace(" ", "-")


def plain(line: str) -> str:
    """Return a line of Markdown without its marks."""
    return _MARKS.sub("", line).strip()


def read_document(source: str) -> str:
    """Return the text of a file that travels with the program."""
    return bundled(*source.split("/")).read_text(encoding="utf-8")


def found(text: str) -> tuple[Found, ...]:
    """Return the sections in which every part of a text stands, headings first; none for no text."""
    parts = text.casefold().split()
    if not parts:
        return ()
    places = [
        Found(document, section)
        for document in DOCUMENTS
        for section in sections(document.source)
        if all(part in f"{section.heading} {section.text}".casefold() for part in parts)
    ]
    return tuple(sorted(places, key=lambda one: not _is_named(one, parts)))


@cache
def sections(source: str) -> tuple[Section, ...]:
    """Return the sections of a document in their order."""
    return tuple(_sections(read_document(source).splitlines()))


def _sections(lines: list[str]) -> Iterator[Section]:
    heading, gathered, is_code = "", list[str](), False
    for line in lines[1:]:  # the first line is the title
        is_code ^= line.startswith(_FENCE)
        begun = None if is_code else _HEADING.fullmatch(line)
        if begun:
            yield _section(heading, gathered)
            heading, gathered = begun.group(1), []
        else:
            gathered.append(line)
    yield _section(heading, gathered)


def _section(heading: str, lines: list[str]) -> Section:
    return Section(plain(heading), anchor_of(heading) if heading else "", plain("\n".join(lines)))


def _is_named(place: Found, parts: list[str]) -> bool:
    return all(part in place.section.heading.casefold() for part in parts)

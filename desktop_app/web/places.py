"""The places in Help's documents in which what is looked for stands."""

from flask import url_for

from desktop_app.language import _
from desktop_app.records.record import dataclass
from desktop_app.reports.documents.sections import found

_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A section of a document, and the address that leads to it."""

    title: str
    heading: str  # "" where it stands before the first one
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The first places, and how many there are beside them."""

    shown: tuple[Place, ...]
    more: int


def places_of(find: str) -> Places:
    """Return where a text stands; no place for no text."""
    there = found(find)
    shown = tuple(
        Place(
            title=_(one.document.title),
            heading=one.section.heading,
            address=url_for("documents.show", key=one.document.key, _anchor=one.section.anchor or None),
        )
        for one in there[:_MOST]
    )
    return Places(shown=shown, more=len(there) - len(shown))

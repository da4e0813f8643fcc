"""Long lists in parts, each with a cursor that leads to the next one."""

import base64
import binascii

from desktop_app.api.asked import PartQuery
from desktop_app.api.problems import refused, wrong
from desktop_app.service.problems import saying
from desktop_app.web.context import context
from desktop_app.workspace.parts import FIRST, Kind


def ids_of(kind: Kind, query: PartQuery) -> tuple[tuple[str, ...], str | None]:
    """Return the ids of the part that is asked for, and the cursor of the next one."""
    found = context().workspace.parts.of(kind, place_in(query, kind, FIRST), query.limit)
    return found.ids, None if found.below is None else cursor(kind, found.below)


def cursor(kind: str, place: int) -> str:
    """Return a place in a list of some kind as a text that means nothing to others."""
    return base64.urlsafe_b64encode(f"{kind} {place}".encode()).decode().rstrip("=")


def place_in(query: PartQuery, kind: str, begin: int) -> int:
    """Return the place that a cursor stands for, *begin* where there is none; raises RefusedError."""
    if not query.cursor:
        return begin
    try:
        padded = query.cursor + "=" * (-len(query.cursor) % 4)
        named, _, place = (
            base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii").partition(" ")
        )
        found = int(place)
    except (binascii.Error, ValueError):
        named, found = "", 0
    if named != kind or not 0 < found <= FIRST or cursor(kind, found) != query.cursor:
        raise refused(wrong(saying("field.cursor", {}), "cursor", where="query"))
    return found

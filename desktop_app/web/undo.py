"""What was just deleted or put out of sight, and the way to bring it back."""

from typing import Any

from flask import request, url_for

from desktop_app.language import _, say
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The sentence over a page after something was put out of sight, and where its button leads."""

    sentence: str
    address: str


def asked_undo(endpoint: str, parameter: str) -> Undo | None:
    """Return what the address of this page says was deleted, if anything."""
    deleted, name = request.args.get(f"undo_{parameter}", ""), request.args.get("name", "")
    if not deleted:
        return None
    sentence = say('"{name}" is deleted. You can undo this until you close Hunch.', {"name": name})
    return Undo(sentence=sentence, address=_address(endpoint, {parameter: deleted}))


def asked_fine(stored: StoredTable) -> Undo | None:
    """Return what the address of this page says was just found fine; nothing once that is undone."""
    key = request.args.get("fine", "")
    if key not in stored.fine:
        return None
    sentence = _("This note is fine, and it is not shown any more.")
    address = _address("findings.show_again", {"table_id": stored.id, "finding": key})
    return Undo(sentence=sentence, address=address)


def _address(endpoint: str, values: dict[str, Any]) -> str:
    return url_for(endpoint, **values)

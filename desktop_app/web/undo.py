"""What was just deleted, and the way to bring it back."""

from dataclasses import field
from typing import Any

from flask import request, url_for

from desktop_app.language import say
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The sentence over a page after something was deleted, and where its button leads."""

    sentence: str
    address: str
    fields: dict[str, str] = field(default_factory=dict)  # that go with it


def asked_undo(endpoint: str, parameter: str) -> Undo | None:
    """Return what the address of this page says was deleted, if anything."""
    deleted, name = request.args.get(f"undo_{parameter}", ""), request.args.get("name", "")
    if not deleted:
        return None
    sentence = say('"{name}" is deleted. You can undo this until you close Hunch.', {"name": name})
    values: dict[str, Any] = {parameter: deleted}
    return Undo(sentence=sentence, address=url_for(endpoint, **values))

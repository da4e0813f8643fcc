"""The seals of a model file, set again after a change: as one who means harm would do it."""

import contextlib
import json
from collections.abc import Callable
from typing import Any

from desktop_app.models.archive import Limits, read_archive, write_archive
from desktop_app.models.canonical import read_json, write_json
from desktop_app.models.content import content_of, unpack
from desktop_app.models.package import MANIFEST, Manifest, pack
from desktop_app.records.jsonable import from_json
from tests.unit.models.crafting import Change, Crafted

Members = dict[str, bytes]
LIMITS = Limits(members=64, total=2**30)


def members_of(data: bytes) -> Members:
    """Return the parts of a model file."""
    return {name: bytes(content) for name, content in read_archive(memoryview(data), LIMITS).items()}


def resealed(members: Members, **facts: Any) -> bytes:
    """Return a file whose every hash is right, as one who means harm would make it."""
    manifest = from_json(Manifest, json.loads(members[MANIFEST]))
    with contextlib.suppress(ValueError):  # it is refused before its content is looked at
        facts = {"content": content_of(members, unpack(members)), **facts}
    packed = members_of(pack(manifest, members))
    packed[MANIFEST] = write_json(read_json(packed[MANIFEST]) | facts)
    return write_archive(packed)


def crafted(data: bytes, change: Change, **facts: Any) -> bytes:
    """Return a file whose estimators were changed."""
    members = members_of(data)
    payload = Crafted(members["estimators.skops"])
    change(payload)
    return resealed(members | {"estimators.skops": payload.packed()}, **facts)


def edited(data: bytes, member: str, change: Callable[[Any], object], **facts: Any) -> bytes:
    """Return a file in which what one JSON member says was changed."""
    members = members_of(data)
    said = read_json(members[member])
    change(said)
    return resealed(members | {member: write_json(said)}, **facts)

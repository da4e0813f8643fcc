"""A model file that somebody changed without mending its hashes is refused."""

import functools
import hashlib
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.archive import write_archive
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from desktop_app.models.package import FORMAT, MANIFEST, MEMBERS
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import members_of, resealed


def test_a_resealed_file_that_was_not_changed_still_opens(
    originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    for kind, data in originals.items():
        (tmp_path / "model.hunch").write_bytes(resealed(members_of(data)))

        assert open_model(tmp_path / "model.hunch").card.estimator_types, kind


def renamed(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old, new)


def with_member(name: str) -> Callable[[bytes], bytes]:
    return lambda data: write_archive(members_of(data) | {name: b"{}"})


def other_name(data: bytes) -> bytes:
    members = members_of(data)
    return write_archive({name.replace("golden", "silver"): content for name, content in members.items()})


def without_member(data: bytes) -> bytes:
    members = members_of(data)
    del members["golden.json"]
    return write_archive(members)


def flipped(data: bytes) -> bytes:
    place = data.index(b"schema.json") + 200
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def loose(data: bytes) -> bytes:
    """Say the same in JSON of another form, with the right hash."""
    members = members_of(data)
    return resealed(members | {"plan.json": json.dumps(json.loads(members["plan.json"]), indent=1).encode()})


def newer(data: bytes) -> bytes:
    return resealed(members_of(data), format=FORMAT + 1, versions={"hunch": "9.1"})


@functools.cache
def huge() -> bytes:
    """Return twice as much as is ever unpacked of so few bytes; packed once, where it is asked for."""
    return write_archive({"a.npy": bytes(2**26)}, deflate=True)


def bomb(member: str) -> Callable[[bytes], bytes]:
    return lambda data: resealed(members_of(data) | {member: huge()})


def deflated(data: bytes) -> bytes:
    return write_archive(members_of(data), deflate=True)


FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda _: b"", "model.not_model"),
    "a table": (lambda _: b"a,b\n1,2\n", "model.not_model"),
    "a pickle with our ending": (
        lambda _: pickle.dumps(functools.partial(os.system, "touch canary")),
        "model.pickle",
    ),
    "another zip": (lambda _: write_archive({"word.xml": b"<a/>"}), "model.not_model"),
    "a deflated member": (deflated, "model.changed"),
    "a name that leads out": (renamed(b"golden.json", b"../../a.txt"), "model.changed"),
    "a member twice": (renamed(b"recipe.json", b"schema.json"), "model.changed"),
    "a folder": (renamed(b"golden.json", b"golden.jso/"), "model.changed"),
    "another name": (other_name, "model.extra_parts"),
    "one member more": (with_member("run.py"), "model.extra_parts"),
    "one member less": (without_member, "model.extra_parts"),
    "cut off": (lambda data: data[:-100], "model.changed"),
    "cut in half": (lambda data: data[: len(data) // 2], "model.changed"),
    "longer": (lambda data: data + b"\0" * 22, "model.changed"),
    "one bit changed": (flipped, "model.changed"),
    "another form of JSON": (loose, "model.changed"),
    "a newer format": (newer, "model.newer"),
    "another content": (lambda data: resealed(members_of(data), content="0" * 64), "model.changed"),
    "other types than it says": (
        lambda data: resealed(members_of(data), estimator_types=[]),
        "model.unsound",
    ),
    "a bomb among the arrays": (bomb("arrays.npz"), "model.too_big"),
    "a bomb among the estimators": (bomb("estimators.skops"), "model.too_big"),
}


@pytest.mark.parametrize("attack", FILES)
def test_a_file_that_was_tampered_with_is_refused(
    attack: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    change, code = FILES[attack]

    assert refusal(change(originals["forest"]), tmp_path / "model.hunch") == code


def test_the_card_of_a_tampered_file_is_refused_as_well(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    (tmp_path / "model.hunch").write_bytes(flipped(originals["forest"]))

    with pytest.raises(ModelError):
        read_card(tmp_path / "model.hunch")


def test_the_hashes_in_the_manifest_are_those_of_the_members(originals: dict[Kind, bytes]) -> None:
    members = members_of(originals["forest"])
    files = json.loads(members[MANIFEST])["files"]

    assert {name: hashlib.sha256(members[name]).hexdigest() for name in MEMBERS} == {
        name: files[name]["sha256"] for name in MEMBERS
    }

"""Whoever sends a model file can end nothing, run nothing and hang nothing: every attack is a refusal."""

import functools
import hashlib
import json
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.errors import ModelError
from desktop_app.models.archive import write_archive
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from desktop_app.models.package import MANIFEST, MEMBERS
from desktop_app.models.payload import DESCRIPTION
from tests.unit.models.crafting import Change, Crafted, scalar, set_field
from tests.unit.models.made import Kind, save
from tests.unit.models.sealing import Members, crafted, edited, members_of, resealed

SEED = 20261122
MUTATIONS = 210


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, bytes]:
    folder = tmp_path_factory.mktemp("models")
    kinds: tuple[Kind, ...] = ("forest", "boosting", "linear")
    for kind in kinds:
        save(folder / f"{kind}.hunch", kind)
    return {kind: (folder / f"{kind}.hunch").read_bytes() for kind in kinds}


@pytest.fixture(autouse=True)
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every payload tries to make a file of this name where it runs."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / "canary").exists()


def refusal(data: bytes, path: Path) -> str:
    """Return the code with which the file is refused."""
    path.write_bytes(data)
    with pytest.raises(ModelError) as caught:
        open_model(path)
    assert caught.value.message
    return caught.value.code


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
    return resealed(members_of(data), format=2, versions={"hunch": "9.1"})


def bomb(member: str) -> Callable[[bytes], bytes]:
    huge = write_archive({"a.npy": bytes(2**28)}, deflate=True)
    return lambda data: resealed(members_of(data) | {member: huge})


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


def call(node: dict[str, Any]) -> Change:
    def change(payload: Crafted) -> None:
        place = payload.attribute("ExtraTreesClassifier", "criterion")
        place.clear()
        place.update(node)

    return change


def partial_of_system(payload: Crafted) -> None:
    head = {"__class__": "partial", "__module__": "functools", "__loader__": "PartialNode"}
    system = {"__class__": "system", "__module__": "os", "__loader__": "FunctionNode"}
    content = {
        "func": system,
        "args": scalar("touch canary"),
        "kwds": scalar(None),
        "namespace": scalar(None),
    }
    call(head | {"content": content})(payload)


def other_estimator(payload: Crafted) -> None:
    node = payload.nodes("ExtraTreesClassifier")[0]
    node["__module__"], node["__class__"] = "sklearn.ensemble._iforest", "IsolationForest"


INSIDE: dict[str, tuple[Kind, Change, str]] = {
    "os.system": ("forest", partial_of_system, "model.forbidden"),
    "another estimator": ("forest", other_estimator, "model.forbidden"),
    "a child out of range": ("forest", set_field("Tree", "left_child", 10**6), "model.unsound"),
    "a tree that never ends": ("forest", set_field("Tree", "right_child", 0), "model.unsound"),
    "a column out of range": ("forest", set_field("Tree", "feature", 999), "model.unsound"),
    "boosting out of range": ("boosting", set_field("TreePredictor", "left", 10**6), "model.unsound"),
    "boosting that never ends": ("boosting", set_field("TreePredictor", "right", 0), "model.unsound"),
}


@pytest.mark.parametrize("attack", INSIDE)
def test_estimators_that_were_crafted_are_refused(
    attack: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    kind, change, code = INSIDE[attack]

    assert refusal(crafted(originals[kind], change), tmp_path / "model.hunch") == code


def flatter(schema: Any) -> None:
    schema["classes"] = ["no"]


def stranger(schema: Any) -> None:
    schema["features"][0]["name"] = "shoe size"


def endless(schema: Any) -> None:
    schema["features"][1]["maximum"] = 1e300


def liar(golden: Any) -> None:
    golden["answers"][0] = [0.0, 1.0] if golden["answers"][0][0] > 0.5 else [1.0, 0.0]


def ragged(golden: Any) -> None:
    golden["columns"]["age"].pop()


def worded(golden: Any) -> None:
    golden["columns"]["age"][0] = "old"


def unknown_kind(features: Any) -> None:
    features["kind"] = "oracle"


def swapped_classes(features: Any) -> None:
    features["classes"].reverse()


def silent(golden: Any) -> None:
    golden["answers"] = []
    golden["columns"] = {name: [] for name in golden["columns"]}


def fewer_levels(features: Any) -> None:
    features["levels"] = []


FACTS: dict[str, tuple[str, Callable[[Any], None], str]] = {
    "another number of classes": ("schema.json", flatter, "model.unsound"),
    "another column": ("schema.json", stranger, "model.unsound"),
    "a day after the end of days": ("schema.json", endless, "model.unsound"),
    "another stored answer": ("golden.json", liar, "model.older_refused"),
    "a stored row too few": ("golden.json", ragged, "model.unsound"),
    "a word where a number is meant": ("golden.json", worded, "model.unsound"),
    "another kind of model": ("features.json", unknown_kind, "model.unsound"),
    "classes in another order": ("features.json", swapped_classes, "model.unsound"),
    "no stored rows any more": ("golden.json", silent, "model.unsound"),
    "levels that do not fit": ("features.json", fewer_levels, "model.unsound"),
}


@pytest.mark.parametrize("attack", FACTS)
def test_facts_that_do_not_fit_the_model_are_refused(
    attack: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    member, change, code = FACTS[attack]

    assert refusal(edited(originals["forest"], member, change), tmp_path / "model.hunch") == code


def test_bytes_changed_at_random_are_refused(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    dice = np.random.default_rng(SEED)
    data = originals["linear"]
    codes = set()

    for _ in range(MUTATIONS):
        codes.add(refusal(mutated(data, dice), tmp_path / "model.hunch"))

    assert codes <= {"model.not_model", "model.changed", "model.extra_parts"}


@pytest.mark.parametrize("kind", ["forest", "boosting", "linear"])
def test_parts_changed_at_random_by_one_who_mends_the_hashes_are_refused_or_harmless(
    kind: Kind, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    """Not every change does harm (a card may say anything), but none may raise anything but a refusal."""
    dice = np.random.default_rng(SEED)
    members = members_of(originals[kind])
    refused = 0

    for _ in range(MUTATIONS // 3):
        (tmp_path / "model.hunch").write_bytes(changed_inside(members, dice))
        try:
            open_model(tmp_path / "model.hunch")
        except ModelError:
            refused += 1

    assert refused > MUTATIONS // 6


def mutated(data: bytes, dice: np.random.Generator) -> bytes:
    """Return the bytes with one place changed, cut out, doubled or overwritten."""
    place = int(dice.integers(0, len(data)))
    length = int(dice.integers(1, 40))
    piece = data[place : place + length]
    match int(dice.integers(0, 4)):
        case 0:
            return data[:place] + bytes([data[place] ^ (1 << int(dice.integers(0, 8)))]) + data[place + 1 :]
        case 1:
            return data[:place] + data[place + length :]
        case 2:
            return data[:place] + piece + data[place:]
        case _:
            other = dice.integers(0, 256, len(piece), dtype=np.uint8).tobytes()
            return (
                data[:place] + (other if other != piece else bytes(len(piece) + 1)) + data[place + length :]
            )


def changed_inside(members: Members, dice: np.random.Generator) -> bytes:
    """Return the file with a few bytes of an array, or of a part, changed and sealed again."""
    name = str(
        dice.choice(["estimators.skops", "estimators.skops", "features.json", "golden.json", "schema.json"])
    )
    if name != "estimators.skops":
        return resealed(members | {name: mutated(members[name], dice)})
    payload = Crafted(members[name])
    inner = str(dice.choice(sorted(payload.members)))
    if dice.random() < 0.3:
        text = mutated(json.dumps(payload.description).encode(), dice)
        return resealed(members | {name: write_archive({DESCRIPTION: text} | payload.members, deflate=True)})
    content = bytearray(payload.members[inner])
    for place in dice.integers(0, len(content), 4):
        content[int(place)] = int(dice.integers(0, 256))
    payload.members[inner] = bytes(content)
    return resealed(members | {name: payload.packed()})


def test_the_part_that_was_changed_is_named(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    place = originals["forest"].index(b'"target":"left"')
    data = originals["forest"][:place] + b'"target":"lift"' + originals["forest"][place + 15 :]
    (tmp_path / "model.hunch").write_bytes(data)

    with pytest.raises(ModelError) as caught:
        open_model(tmp_path / "model.hunch")

    assert caught.value.values["part"] == "schema.json"


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

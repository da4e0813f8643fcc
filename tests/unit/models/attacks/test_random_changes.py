"""Bytes of a model file that are changed at random do no harm."""

import json
from pathlib import Path

import numpy as np
import pytest

from desktop_app.errors import ModelError
from desktop_app.models.archive import write_archive
from desktop_app.models.opening import open_model
from desktop_app.models.payload import DESCRIPTION
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.crafting import Crafted
from tests.unit.models.made import Kind
from tests.unit.models.sealing import Members, members_of, resealed

SEED = 20261122
MUTATIONS = 210


def test_bytes_changed_at_random_are_refused(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    dice = np.random.default_rng(SEED)
    data = originals["linear"]
    codes = set()

    for _ in range(MUTATIONS):
        codes.add(refusal(mutated(data, dice), tmp_path / "model.hunch"))

    assert codes <= {"model.not_model", "model.changed", "model.extra_parts"}


@pytest.mark.parametrize("kind", ["forest", "boosting", "linear", "together"])
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

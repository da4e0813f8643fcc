"""What chance makes of a model file: its bytes, or its parts with their hashes mended."""

import json

import numpy as np

from desktop_app.models.archive import write_archive
from desktop_app.models.payload import DESCRIPTION
from tests.unit.models.crafting import Crafted
from tests.unit.models.sealing import Members, resealed


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

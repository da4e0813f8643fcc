"""What a model is, apart from the day, the computer and the seconds it took: one hash over its parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.models.arrays import unpack_arrays
from desktop_app.models.canonical import read_json, write_json
from desktop_app.models.package import COMPARED, FORECAST, content_hash
from desktop_app.models.payload import unpack_estimators

_PLAIN = ("schema.json", "recipe.json", "features.json", "golden.json")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The members of the two archives inside a model file, by their names."""

    arrays: Mapping[str, memoryview]
    estimators: Mapping[str, memoryview]


def unpack(members: Mapping[str, bytes | memoryview]) -> Unpacked:
    """Return what is inside the inner archives. Raises BadArchiveError where one is not in our form."""
    return Unpacked(
        unpack_arrays(memoryview(members["arrays.npz"])),
        unpack_estimators(memoryview(members["estimators.skops"])),
    )


def content_of(members: Mapping[str, bytes | memoryview], unpacked: Unpacked) -> str:
    """Return the hash that models share when one plan learned from one table with one seed.

    The card is left out: it says the same in the language of its maker.
    """
    parts: dict[str, bytes | memoryview] = {name: members[name] for name in _PLAIN}
    parts |= {f"arrays/{name}": content for name, content in unpacked.arrays.items()}
    parts |= {f"estimators/{name}": content for name, content in unpacked.estimators.items()}
    if FORECAST in members:
        parts[FORECAST] = write_json(read_json(bytes(members[FORECAST])) | {"seconds": 0.0})
        return content_hash(parts)
    if COMPARED in members:
        parts[COMPARED] = _untimed(bytes(members[COMPARED]))
        return content_hash(parts)
    parts["plan.json"] = members["plan.json"]
    parts["evaluation.json"] = _timeless(bytes(members["evaluation.json"]))
    return content_hash(parts)


def _timeless(evaluation: bytes) -> bytes:
    """Return the evaluation without how long anything took, and where it was learned.

    As it stands in the file, not as a record of ours: a later version, whose record has more fields, must
    find the same.
    """
    said = read_json(evaluation)
    if "on_cluster" in said:  # of which no number depends
        said["on_cluster"] = None
    timed = [said, *said["candidates"]]
    for one in timed:
        one["seconds"] = 0.0
    return write_json(said)


def _untimed(found: bytes) -> bytes:
    """Return what was found in groups, or of odd rows, without how long it took."""
    said = read_json(found)
    for name in ("grouping", "oddness"):
        if said.get(name):
            said[name]["seconds"] = 0.0
    return write_json(said)

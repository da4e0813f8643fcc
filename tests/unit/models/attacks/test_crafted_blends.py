"""A model file whose members were crafted is refused: a blend that is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited, members_of, resealed


def member(place: int, **said: Any) -> Callable[[Any], None]:
    def change(features: Any) -> None:
        features["members"][place] |= said

    return change


def swapped(features: Any) -> None:
    features["members"].reverse()


def doubled(features: Any) -> None:
    features["members"] = [features["members"][1] | {"weight": 0.5}] * 2


def very_many(features: Any) -> None:
    features["members"] = [features["members"][1] | {"weight": 1e-4}] * 10_000


def one_too_many(features: Any) -> None:
    features["members"].append({"kind": "forest", "weight": 0.0})


def softened_away(features: Any) -> None:
    features["weight"] = -1.0


BLENDS: dict[str, Callable[[Any], None]] = {
    "a member that nobody knows": member(0, kind="oracle"),
    "the simplest guess as a member": member(0, kind="baseline"),
    "a member of another kind than it says": member(0, kind="forest"),
    "members in another order": swapped,
    "a member twice": doubled,
    "very many members": very_many,
    "a member of which nothing is there": one_too_many,
    "a weight below 0": member(0, weight=-0.4),
    "a weight that is no number": member(0, weight="much"),
    "a weight of 0": member(0, weight=0),
    "a weight beyond the whole": member(0, weight=1e300),
    "weights that add up to more than the whole": member(0, weight=0.5),
    "a guess that takes away": softened_away,
}


@pytest.mark.parametrize("attack", BLENDS)
def test_members_that_are_no_blend_are_refused(
    attack: str, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    data = edited(originals["together"], "features.json", BLENDS[attack])

    assert refusal(data, tmp_path / "model.hunch") == "model.unsound"


@pytest.mark.parametrize("weight", [b"NaN", b"Infinity", b"-Infinity"])
def test_a_weight_that_no_json_knows_is_refused(
    weight: bytes, originals: dict[Kind, bytes], tmp_path: Path
) -> None:
    members = members_of(originals["together"])
    said = members["features.json"].replace(b'"weight":0.4', b'"weight":' + weight)
    assert said != members["features.json"]

    data = resealed(members | {"features.json": said})

    assert refusal(data, tmp_path / "model.hunch") in {"model.changed", "model.unsound"}

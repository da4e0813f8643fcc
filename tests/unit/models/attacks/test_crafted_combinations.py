"""A model file whose combinations are not in their form is refused before they are looked up."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.card import read_card
from desktop_app.models.opening import open_model
from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.made import Kind
from tests.unit.models.sealing import edited

STEPS: list[dict[str, Any]] = [
    {"column": "age", "ends": [18.0, 40.0, 79.0], "levels": []},
    {"column": "plan", "ends": [], "levels": ["basic", "gold", "silver"]},
]
UNMET: list[dict[str, Any]] = [{"first": "age", "second": "plan", "cells": [0, 4]}]


def crafted(change: Callable[[Any], None]) -> Callable[[Any], None]:
    def put(schema: Any) -> None:
        known = {"steps": [{**one} for one in STEPS], "unmet": [{**one} for one in UNMET]}
        change(known)
        schema["combinations"] = known

    return put


def with_steps(place: int, **facts: Any) -> Callable[[Any], None]:
    return crafted(lambda known: known["steps"][place].update(facts))


def with_pair(**facts: Any) -> Callable[[Any], None]:
    return crafted(lambda known: known["unmet"][0].update(facts))


ATTACKS: dict[str, Callable[[Any], None]] = {
    "a column that is not there": with_steps(0, column="shoe size"),
    "a text": with_steps(1, column="remarks"),
    "ends that fall": with_steps(0, ends=[79.0, 40.0, 18.0]),
    "one end": with_steps(0, ends=[18.0]),
    "more steps than bits": with_steps(0, ends=[float(end) for end in range(70)]),
    "values of numbers": with_steps(0, levels=["basic"]),
    "numbers of values": with_steps(1, ends=[1.0, 2.0, 3.0]),
    "a value it has never seen": with_steps(1, levels=["basic", "gold", "lead"]),
    "a value twice": with_steps(1, levels=["basic", "gold", "gold"]),
    "a column twice": crafted(lambda known: known["steps"].append(known["steps"][0])),
    "a pair twice": crafted(
        lambda known: known["unmet"].append({"first": "plan", "second": "age", "cells": [0, 0, 1]})
    ),
    "a pair of one column": with_pair(second="age"),
    "a pair of a column without steps": with_pair(second="joined"),
    "fewer cells than steps": with_pair(cells=[1]),
    "more cells than steps": with_pair(cells=[0, 0, 1]),
    "a bit beyond the steps": with_pair(cells=[0, 8]),
    "a number beyond all machines": with_pair(cells=[0, 2**70]),
    "a number below 0": with_pair(cells=[0, -1]),
}


def test_combinations_in_their_form_are_taken(originals: dict[Kind, bytes], tmp_path: Path) -> None:
    path = tmp_path / "model.hunch"
    path.write_bytes(edited(originals["forest"], "schema.json", crafted(lambda _: None)))

    assert open_model(path).card.schema.combinations.unmet[0].cells == (0, 4)


@pytest.mark.parametrize("attack", ATTACKS)
def test_crafted_combinations_are_refused(attack: str, originals: dict[Kind, bytes], tmp_path: Path) -> None:
    data = edited(originals["forest"], "schema.json", ATTACKS[attack])

    assert refusal(data, tmp_path / "model.hunch") == "model.unsound"
    with pytest.raises(ModelError):  # a new file is compared with the card alone
        read_card(tmp_path / "model.hunch")

"""A model file whose hashes fit, and whose estimators or facts were crafted, is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unit.models.attacks.refusing import refusal
from tests.unit.models.crafting import Change, Crafted, scalar, set_field
from tests.unit.models.made import Kind
from tests.unit.models.sealing import crafted, edited

DEEP = 100_000


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


def endless_questions(payload: Crafted) -> None:
    """One question behind the other, which reading tools that call themselves do not survive."""
    place = payload.attribute("TreePredictor", "nodes")
    first = payload.array(place)[:1]
    nodes = np.repeat(first, 2 * DEEP + 1)
    nodes["is_leaf"], asking = 1, 2 * np.arange(DEEP)
    nodes["is_leaf"][asking] = 0
    nodes["left"][asking], nodes["right"][asking] = asking + 1, asking + 2
    payload.put_array(place, nodes)


INSIDE: dict[str, tuple[Kind, Change, str]] = {
    "os.system": ("forest", partial_of_system, "model.forbidden"),
    "another estimator": ("forest", other_estimator, "model.forbidden"),
    "a child out of range": ("forest", set_field("Tree", "left_child", 10**6), "model.unsound"),
    "a tree that never ends": ("forest", set_field("Tree", "right_child", 0), "model.unsound"),
    "a column out of range": ("forest", set_field("Tree", "feature", 999), "model.unsound"),
    "boosting out of range": ("boosting", set_field("TreePredictor", "left", 10**6), "model.unsound"),
    "boosting that never ends": ("boosting", set_field("TreePredictor", "right", 0), "model.unsound"),
    "boosting without a bottom": ("boosting", endless_questions, "model.unsound"),
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
    features["members"][0]["kind"] = "oracle"


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

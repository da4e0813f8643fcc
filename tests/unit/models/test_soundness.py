"""Known types with crafted content are refused before anything is made of them."""

from typing import Any

import numpy as np
import pytest

from desktop_app.models.grammar import ForbiddenError, UnsoundError
from desktop_app.models.payload import read_estimators, unpack_estimators
from tests.unit.models.crafting import Change, Crafted, crafted, scalar, set_field, set_scalar
from tests.unit.models.fitted import fitted

TREE, GROWN = "Tree", "TreePredictor"


def read(name: str, change: Change) -> Any:
    return read_estimators(unpack_estimators(memoryview(crafted({name: fitted()[name]}, change))))


def test_an_unchanged_payload_is_read() -> None:
    assert read("extra_two", lambda _: None).by_name.keys() == {"extra_two"}


STRUCTURES = {
    "a child beyond the end": ("extra_two", set_field(TREE, "left_child", 10**6)),
    "a child before the start": ("extra_two", set_field(TREE, "right_child", -5)),
    "a child that is the root: a walk without end": ("extra_two", set_field(TREE, "left_child", 0)),
    "a leaf with one child": ("extra_two", set_field(TREE, "right_child", 1, inner=False)),
    "a node with two parents": ("extra_two", set_field(TREE, "left_child", 2)),
    "a column that is not there": ("extra_two", set_field(TREE, "feature", 4)),
    "a column before the first": ("extra_number", set_field(TREE, "feature", -2)),
    "more nodes counted than there are": ("extra_two", set_scalar(TREE, "node_count", 10**9)),
    "boosting: a child beyond the end": ("boosting_two", set_field(GROWN, "left", 2**31)),
    "boosting: a walk without end": ("boosting_two", set_field(GROWN, "right", 0)),
    "boosting: a column that is not there": ("boosting_two", set_field(GROWN, "feature_idx", 4)),
    "boosting: a column before the first": ("boosting_two", set_field(GROWN, "feature_idx", -1)),
    "boosting: a set of categories that is not there": (
        "boosting_two",
        set_field(GROWN, "is_categorical", 1),
    ),
    "boosting: neither leaf nor branch": ("boosting_two", set_field(GROWN, "is_leaf", 2, inner=False)),
    "another number of columns": ("extra_two", set_scalar("ExtraTreesClassifier", "n_features_in_", 3)),
    "another number of classes": ("extra_three", set_scalar("ExtraTreesClassifier", "n_classes_", 2)),
    "a million threads": ("extra_two", set_scalar("ExtraTreesClassifier", "n_jobs", 10**6)),
    "printing": ("extra_two", set_scalar("ExtraTreesClassifier", "verbose", 3)),
    "a folder to remember in": ("line_two", lambda p: add(p, "LogisticRegression", "memory", "//evil/share")),
    "reading files": ("words", set_scalar("TfidfVectorizer", "input", "filename")),
    "a pattern that takes for ever": ("words", set_scalar("TfidfVectorizer", "token_pattern", "(a+)+$")),
    "a word without a place": ("words", lambda p: put_word(p, 10**9)),
    "two words in one place": ("words", lambda p: put_word(p, 0)),
    "spans of a thousand words": ("words", lambda p: put_span(p, 1000)),
    "weights for other columns": ("line_two", set_scalar("LogisticRegression", "n_features_in_", 9)),
}


def add(payload: Crafted, type_name: str, name: str, value: Any) -> None:
    attributes = payload.nodes(type_name)[0]["content"]
    attributes["content"][name] = scalar(value)
    kinds = attributes["key_types"]["content"]
    kinds.append(kinds[0])


def put_word(payload: Crafted, place: int) -> None:
    words = payload.attribute("TfidfVectorizer", "vocabulary_")["content"]
    last = max(words, key=lambda word: int(words[word]["content"]))
    words[last] = scalar(place)


def put_span(payload: Crafted, longest: int) -> None:
    payload.attribute("TfidfVectorizer", "ngram_range")["content"][1] = scalar(longest)


@pytest.mark.parametrize("attack", STRUCTURES)
def test_a_structure_that_could_end_or_hang_the_program_is_refused(attack: str) -> None:
    name, change = STRUCTURES[attack]

    with pytest.raises(UnsoundError):
        read(name, change)


def objects(payload: Crafted) -> None:
    payload.put_bytes(payload.attribute("LogisticRegression", "coef_"), npy("|O", (1, 4), b"cos\nsystem\n."))


def huge(payload: Crafted) -> None:
    payload.put_bytes(payload.attribute("LogisticRegression", "coef_"), npy("<f8", (10**6, 10**6), bytes(32)))


def short(payload: Crafted) -> None:
    payload.put_bytes(payload.attribute("LogisticRegression", "coef_"), npy("<f8", (1, 4), bytes(24)))


def overflowing(payload: Crafted) -> None:
    shape = (2**32, 2**32)  # 2**64 cells, which is 0 in a machine word
    payload.put_bytes(payload.attribute("LogisticRegression", "coef_"), npy("<f8", shape, b""))


def other_words(payload: Crafted) -> None:
    payload.put_bytes(payload.attribute("LogisticRegression", "coef_"), b"\x93NUMPY\x01\x00\xff\xff{'descr'")


def unused(payload: Crafted) -> None:
    payload.members["spare.npy"] = npy("<f8", (1,), bytes(8))


def missing(payload: Crafted) -> None:
    payload.attribute("LogisticRegression", "coef_")["file"] = "nowhere.npy"


def repeated(payload: Crafted) -> None:
    """Use one array of 8 MB two hundred times: small in the file, 1.6 GB in memory."""
    node = payload.attribute("LogisticRegression", "coef_")
    payload.put_array(node, np.zeros((1, 2**20)))
    many = {"__class__": "list", "__module__": "builtins", "__loader__": "ListNode", "content": [node] * 200}
    add(payload, "LogisticRegression", "more", 0)
    payload.nodes("LogisticRegression")[0]["content"]["content"]["more"] = many


def deep(payload: Crafted) -> None:
    node: Any = scalar(0)
    for _ in range(400):
        node = {"__class__": "list", "__module__": "builtins", "__loader__": "ListNode", "content": [node]}
    add(payload, "LogisticRegression", "more", 0)
    payload.nodes("LogisticRegression")[0]["content"]["content"]["more"] = node


def protocol(payload: Crafted) -> None:
    payload.description["protocol"] = 0  # whose loaders trusted more


def npy(kind: str, shape: tuple[int, ...], content: bytes) -> bytes:
    header = repr({"descr": kind, "fortran_order": False, "shape": shape}).encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + content


@pytest.mark.parametrize(
    "change", [objects, huge, short, overflowing, other_words, unused, missing, repeated, deep, protocol]
)
def test_arrays_that_are_not_what_they_say_are_refused(change: Change) -> None:
    with pytest.raises(UnsoundError):
        read("line_two", change)


CALLS = {
    "os.system": {"__class__": "system", "__module__": "os", "__loader__": "FunctionNode"},
    "a type of ours": {"__class__": "Path", "__module__": "pathlib", "__loader__": "TypeNode"},
    "an object": {"__class__": "Popen", "__module__": "subprocess", "__loader__": "ObjectNode"},
    "a partial": {
        "__class__": "partial",
        "__module__": "functools",
        "__loader__": "PartialNode",
        "content": {},
    },
    "a method": {
        "__class__": "Ridge",
        "__module__": "sklearn.linear_model._ridge",
        "__loader__": "MethodNode",
    },
    "an operator": {"__class__": "methodcaller", "__module__": "operator", "__loader__": "OperatorFuncNode"},
    "a factory": {"__class__": "defaultdict", "__module__": "collections", "__loader__": "DefaultDictNode"},
    "a known name with another loader": {
        "__class__": "Ridge",
        "__module__": "sklearn.linear_model._ridge",
        "__loader__": "ConstructorFromReduceNode",
    },
    "a loader that trusts a name": {"__class__": "str", "__module__": "builtins", "__loader__": "CachedNode"},
    "a loss of another module": {
        "__class__": "system",
        "__module__": "os",
        "__loader__": "LossNode",
        "content": scalar(None),
        "__reduce__": {"args": scalar("touch canary")},
    },
    "a whole search": {
        "__class__": "Pipeline",
        "__module__": "sklearn.pipeline",
        "__loader__": "ObjectNode",
        "content": scalar(None),
    },
}


@pytest.mark.parametrize("attack", CALLS)
def test_what_could_be_called_is_refused_by_name(attack: str) -> None:
    def change(payload: Crafted) -> None:
        payload.attribute("LogisticRegression", "penalty").clear()
        payload.attribute("LogisticRegression", "penalty").update(CALLS[attack])

    with pytest.raises(ForbiddenError):
        read("line_two", change)

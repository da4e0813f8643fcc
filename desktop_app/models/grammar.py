"""What a skops payload says, read as plain facts before skops makes anything of it.

The payload's own description (`schema.json`) is walked by a closed grammar: known loaders, known types, known
keys. What comes out are dicts, lists, numbers, arrays and `Thing`s, none of which can do anything.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sklearn.ensemble._hist_gradient_boosting.common import PREDICTOR_RECORD_DTYPE
from sklearn.tree._tree import NODE_DTYPE

from desktop_app.models import closed
from desktop_app.models.arrays import BadArrayError, read_array

PROTOCOL = 2  # of skops; another one would choose other loaders
_LONGEST = 16 * 2**20  # of the description
_MOST_BYTES = 2**30  # of all arrays, each counted as often as it is used
_HEAD = frozenset({"__class__", "__module__", "__loader__"})
_RECORDS = (NODE_DTYPE, PREDICTOR_RECORD_DTYPE)


class ForbiddenError(ValueError):
    """The payload names a type that is not on the closed list."""


class UnsoundError(ValueError):
    """The payload is of known types, but not built as they are built."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that skops would make: its type, its attributes, and what its constructor would be given."""

    type: str
    state: dict[str, Any]
    arguments: tuple[Any, ...] = ()


class Named(NamedTuple):
    """A type that stands for itself, such as the type of the numbers a vectorizer makes."""

    type: str


def describe(text: bytes, members: Mapping[str, memoryview]) -> dict[str, Thing]:
    """Return the estimators that the payload's description *text* would make, by their names.

    Raises ForbiddenError or UnsoundError.
    """
    if len(text) > _LONGEST:
        raise UnsoundError("the description is too long")
    reader = _Reader(members)
    try:
        estimators = reader.read(_without_head(json.loads(text)))
    except (ForbiddenError, UnsoundError):
        raise
    except (ValueError, RecursionError) as error:
        raise UnsoundError("the description cannot be read") from error
    if reader.used != members.keys():
        raise UnsoundError("there are arrays that nothing uses")
    return _top(estimators)


def _without_head(root: Any) -> dict[str, Any]:
    if not isinstance(root, dict) or root.pop("protocol", None) != PROTOCOL:
        raise UnsoundError("the payload is of another protocol")
    if not isinstance(root.pop("_skops_version", None), str):
        raise UnsoundError("the payload does not say who wrote it")
    return root


def _top(estimators: Any) -> dict[str, Thing]:
    if not isinstance(estimators, dict):
        raise UnsoundError("the estimators have no names")
    for thing in estimators.values():
        if not isinstance(thing, Thing):
            raise UnsoundError("one of the estimators is none")
        if thing.type not in closed.ESTIMATORS:
            raise ForbiddenError(thing.type)
    return estimators


class _Reader:
    """One walk through a description; remembers which arrays were used."""

    def __init__(self, members: Mapping[str, memoryview]) -> None:
        self.used: set[str] = set()
        self._members = members
        self._bytes = 0
        self._loaders: dict[str, tuple[frozenset[str], Callable[[Any, str], Any]]] = {
            "ObjectNode": (frozenset({"content"}), self._object),
            "TreeNode": (frozenset({"content", "__reduce__"}), self._reduced),
            "LossNode": (frozenset({"content", "__reduce__"}), self._reduced),
            "DictNode": (frozenset({"content", "key_types"}), self._dict),
            "ListNode": (frozenset({"content"}), self._list),
            "TupleNode": (frozenset({"content"}), self._list),
            "JsonNode": (frozenset({"content", "is_json"}), self._scalar),
            "NdArrayNode": (frozenset({"type", "file"}), self._array),
            "TypeNode": (frozenset(), self._type),
        }

    def read(self, node: Any) -> Any:
        """Return what a node of the description stands for."""
        if not isinstance(node, dict) or not node.keys() >= _HEAD:
            raise UnsoundError("a part of the description is not in its form")
        name = f"{node['__module__']}.{node['__class__']}"
        loader = node["__loader__"]
        if not isinstance(loader, str) or loader not in self._loaders:
            raise ForbiddenError(f"{loader} {name}")
        if name not in closed.CLOSED:
            raise ForbiddenError(name)
        keys, reading = self._loaders[loader]
        if node.keys() != _HEAD | keys:
            raise UnsoundError(f"{name} is described in another way")
        return reading(node, name)

    def _object(self, node: Any, name: str) -> Thing:
        if name not in closed.OBJECTS:
            raise ForbiddenError(name)
        return Thing(name, self._state(node["content"]))

    def _reduced(self, node: Any, name: str) -> Thing:
        allowed = {closed.TREE} if node["__loader__"] == "TreeNode" else closed.COMPILED_LOSSES
        if name not in allowed:
            raise ForbiddenError(name)
        reduced = node["__reduce__"]
        if not isinstance(reduced, dict) or reduced.keys() != {"args"}:
            raise UnsoundError(f"{name} is described in another way")
        arguments = self.read(reduced["args"])
        if not isinstance(arguments, tuple):
            raise UnsoundError(f"{name} is made in another way")
        return Thing(name, self._state(node["content"]), arguments)

    def _state(self, node: Any) -> dict[str, Any]:
        state = self.read(node)
        if state is None:
            return {}
        if not isinstance(state, dict):
            raise UnsoundError("an object has no attributes")
        return state

    def _dict(self, node: Any, name: str) -> dict[str, Any]:
        _must_be(name, "builtins.dict")
        content, kinds = node["content"], self.read(node["key_types"])
        if not isinstance(content, dict) or kinds != [Named("builtins.str")] * len(content):
            raise UnsoundError("a dict has keys that are not text")
        read = {}
        for key, value in content.items():
            read[key] = self.read(value)
            if isinstance(read[key], Named) and (key != "dtype" or read[key].type not in closed.NAMED_TYPES):
                raise ForbiddenError(read[key].type)
        return read

    def _list(self, node: Any, name: str) -> list[Any] | tuple[Any, ...]:
        listed = node["__loader__"] == "ListNode"
        _must_be(name, "builtins.list" if listed else "builtins.tuple")
        if not isinstance(node["content"], list):
            raise UnsoundError("a list is none")
        items = [self.read(item) for item in node["content"]]
        return items if listed else tuple(items)

    def _scalar(self, node: Any, name: str) -> Any:
        _must_be(name, "builtins.str")
        value = json.loads(node["content"]) if isinstance(node["content"], str) else node
        if isinstance(value, dict | list):
            raise UnsoundError("a value is more than one value")
        return value

    def _array(self, node: Any, name: str) -> Any:
        if name not in closed.ARRAYS or node["type"] != "numpy":
            raise ForbiddenError(name)
        file = node["file"]
        if not isinstance(file, str) or file not in self._members:
            raise UnsoundError("an array is not there")
        self.used.add(file)
        self._bytes += len(self._members[file])
        if self._bytes > _MOST_BYTES:
            raise UnsoundError("the arrays are too large together")
        try:
            array = read_array(self._members[file], _RECORDS)
        except BadArrayError as error:
            raise UnsoundError("an array is not in its form") from error
        if name != "numpy.ndarray" and (array.shape != () or f"numpy.{array.dtype.name}" != name):
            raise UnsoundError("a number is not one number")
        return array

    def _type(self, _node: Any, name: str) -> Named:
        if name not in closed.NAMED_TYPES | {"builtins.str"}:
            raise ForbiddenError(name)
        return Named(name)


def _must_be(name: str, expected: str) -> None:
    if name != expected:
        raise ForbiddenError(name)

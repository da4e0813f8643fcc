"""Tools of an attacker: change one place in a payload and pack it again as if it had always been so."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn.ensemble._hist_gradient_boosting.common import PREDICTOR_RECORD_DTYPE
from sklearn.tree._tree import NODE_DTYPE

from desktop_app.models.archive import write_archive
from desktop_app.models.arrays import array_bytes, read_array
from desktop_app.models.payload import DESCRIPTION, unpack_estimators, write_estimators

RECORDS = (NODE_DTYPE, PREDICTOR_RECORD_DTYPE)
Change = Callable[["Crafted"], None]


class Crafted:
    """A payload laid open: its description as JSON and its arrays."""

    def __init__(self, payload: bytes) -> None:
        members = unpack_estimators(memoryview(payload))
        self.description = json.loads(bytes(members.pop(DESCRIPTION)))
        self.members = {name: bytes(content) for name, content in members.items()}

    def nodes(self, type_name: str) -> list[Any]:
        """Return every node of the description that stands for this type."""
        return [node for node in _walk(self.description) if node.get("__class__") == type_name]

    def attribute(self, type_name: str, name: str) -> Any:
        """Return the description of an attribute of the first object of this type."""
        return self.nodes(type_name)[0]["content"]["content"][name]

    def array(self, node: Any) -> Any:
        """Return a copy of the array that a node stands for."""
        return read_array(memoryview(self.members[node["file"]]), RECORDS).copy()

    def put_array(self, node: Any, array: Any) -> None:
        """Let a node, and no other, stand for another array."""
        self.put_bytes(node, array_bytes(array))

    def put_bytes(self, node: Any, content: bytes) -> None:
        """Let a node, and no other, stand for these bytes."""
        old, node["file"] = node["file"], f"new{len(self.members)}.npy"
        self.members[node["file"]] = content
        if not any(other.get("file") == old for other in _walk(self.description)):
            del self.members[old]

    def packed(self) -> bytes:
        """Return the payload as it is now."""
        text = json.dumps(self.description).encode()
        return write_archive({DESCRIPTION: text} | self.members, deflate=True)


def crafted(estimators: dict[str, Any], change: Change) -> bytes:
    """Return the payload of estimators after a change."""
    payload = Crafted(write_estimators(estimators))
    change(payload)
    return payload.packed()


def scalar(value: Any) -> dict[str, Any]:
    """Return the node of a plain value."""
    head = {"__class__": "str", "__module__": "builtins", "__loader__": "JsonNode"}
    return head | {"content": json.dumps(value), "is_json": True}


def set_scalar(type_name: str, name: str, value: Any) -> Change:
    """Return the change of one attribute to a plain value."""

    def change(payload: Crafted) -> None:
        payload.attribute(type_name, name).clear()
        payload.attribute(type_name, name).update(scalar(value))

    return change


def set_field(type_name: str, field: str, value: int, *, inner: bool = True) -> Change:
    """Return the change of one field in the first node of a tree that has, or has no, children."""

    def change(payload: Crafted) -> None:
        node = payload.attribute(type_name, "nodes")
        nodes = payload.array(node)
        is_inner = nodes["left_child"] != -1 if "left_child" in nodes.dtype.names else nodes["is_leaf"] == 0
        nodes[field][np.flatnonzero(is_inner == inner)[0]] = value
        payload.put_array(node, nodes)

    return change


def _walk(node: Any) -> Any:
    if isinstance(node, dict):
        yield node
        for item in node.values():
            yield from _walk(item)
    elif isinstance(node, list):
        for item in node:
            yield from _walk(item)

"""Whether the nodes of a tree lead from the root to a leaf, whatever the row."""

from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble._hist_gradient_boosting.common import PREDICTOR_RECORD_DTYPE
from sklearn.tree._tree import NODE_DTYPE

from desktop_app.models.grammar import Thing, UnsoundError

_LEAF = -1
_MOST_CLASSES = 10_000
_BITSET = 8  # words of 32 bits
_MOST_DEEP = 1_000  # questions in a row: ONNX Runtime reads a tree by calls within calls, one a question
Whole = npt.NDArray[np.int64]


def check_tree(thing: Thing) -> None:
    """Raise UnsoundError unless scikit-learn can build this tree and walk it for every row."""
    features, width = _arguments(thing.arguments)
    nodes, values = thing.state.get("nodes"), thing.state.get("values")
    if not isinstance(nodes, np.ndarray) or nodes.dtype != NODE_DTYPE or nodes.ndim != 1:
        raise UnsoundError("the nodes are not in their form")
    if (
        not isinstance(values, np.ndarray)
        or values.shape != (len(nodes), 1, width)
        or values.dtype != np.float64
    ):
        raise UnsoundError("the values do not fit the nodes")
    depth = thing.state.get("max_depth")
    if thing.state.get("node_count") != len(nodes) or not isinstance(depth, int) or not 0 <= depth < 2**31:
        raise UnsoundError("the nodes are not counted")
    left, right = nodes["left_child"].astype(np.int64), nodes["right_child"].astype(np.int64)
    inner = left != _LEAF
    if (right[~inner] != _LEAF).any():
        raise UnsoundError("a leaf has a child")
    _check_paths(left[inner], right[inner], np.flatnonzero(inner), len(nodes))
    asked = nodes["feature"][inner]
    if asked.size and (asked.min() < 0 or asked.max() >= features):
        raise UnsoundError("a node asks for a column that is not there")


def check_predictor(thing: Thing) -> None:
    """Raise UnsoundError unless boosting can walk this tree for every row; no categories of its own."""
    nodes = thing.state.get("nodes")
    if not isinstance(nodes, np.ndarray) or nodes.dtype != PREDICTOR_RECORD_DTYPE or nodes.ndim != 1:
        raise UnsoundError("the nodes are not in their form")
    for name in ("binned_left_cat_bitsets", "raw_left_cat_bitsets"):
        bits = thing.state.get(name)
        if not isinstance(bits, np.ndarray) or bits.shape != (0, _BITSET) or bits.dtype != np.uint32:
            raise UnsoundError("the sets of categories are not in their form")
    inner = nodes["is_leaf"] == 0
    if nodes["is_categorical"].any() or not np.isin(nodes["is_leaf"], (0, 1)).all():
        raise UnsoundError("a node is of no known kind")
    left, right = nodes["left"].astype(np.int64), nodes["right"].astype(np.int64)
    _check_paths(left[inner], right[inner], np.flatnonzero(inner), len(nodes))
    asked = nodes["feature_idx"][inner]
    if asked.size and asked.min() < 0:
        raise UnsoundError("a node asks for a column that is not there")


def feature_limit(thing: Thing) -> int:
    """Return the number of columns that a checked tree of boosting needs at least."""
    nodes = thing.state["nodes"]
    asked = nodes["feature_idx"][nodes["is_leaf"] == 0]
    return int(asked.max()) + 1 if asked.size else 0


def _arguments(arguments: tuple[Any, ...]) -> tuple[int, int]:
    """Return the numbers of columns and classes that a tree is built for."""
    if len(arguments) != 3:
        raise UnsoundError("a tree is built in another way")
    features, kinds, outputs = arguments
    if not isinstance(features, int) or not 0 < features < 2**31 or outputs != 1:
        raise UnsoundError("a tree is for no columns")
    if not isinstance(kinds, np.ndarray) or kinds.shape != (1,) or kinds.dtype != np.intp:
        raise UnsoundError("a tree has no classes")
    if not 1 <= kinds[0] <= _MOST_CLASSES:
        raise UnsoundError("a tree has too many classes")
    return features, int(kinds[0])


def _check_paths(left: Whole, right: Whole, parents: Whole, count: int) -> None:
    """Refuse nodes that are not one tree: a child stands after its parent, and has only that one.

    Because every step leads to a later node, every walk ends.
    """
    if count < 1:
        raise UnsoundError("there is no first node")
    children = np.concatenate([left, right])
    if (children <= np.concatenate([parents, parents])).any() or (children >= count).any():
        raise UnsoundError("a child is not behind its parent")
    if len(children) != count - 1 or len(np.unique(children)) != len(children):
        raise UnsoundError("a node has no parent, or two")
    if len(parents) > _MOST_DEEP:
        _check_depth(np.stack([left, right]), parents, count)


def _check_depth(children: Whole, parents: Whole, count: int) -> None:
    """Refuse a tree, of children (2, parents), in which a row may be asked too many questions."""
    below = np.full((2, count), _LEAF)
    below[:, parents] = children
    level = np.array([0])
    for _ in range(_MOST_DEEP):
        level = below[:, level].ravel()
        level = level[level != _LEAF]
        if not level.size:
            return
    raise UnsoundError("a tree is too deep")

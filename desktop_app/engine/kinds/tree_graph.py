"""Trees as one node of an ONNX graph (operator TreeEnsemble of ai.onnx.ml, version 5).

The operator holds questions and leaves in two lists; a child is a place in one of them.
"""

from typing import Any, NamedTuple

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.kinds.trees import Trees

INPUT, OUTPUT = "features", "sums"
DOMAIN, VERSION = "ai.onnx.ml", 5
PLAIN_VERSION = 21  # of the operators that every runtime has
FORMAT = 10  # of ONNX files; older readers stay able to open them
_SUM, _UNCHANGED, _AT_MOST = 1, 0, 0  # as the operator counts its choices


class Leaves(NamedTuple):
    """What a leaf adds, and to which of so many sums."""

    weights: Floats  # (leaves,), in the order of the nodes
    sums_of: Ints  # (leaves,)
    sums: int


def leaves_of_rounds(trees: Trees, answers: int) -> Leaves:
    """Return the leaves of a boosting: the trees of a round add to one sum each, for every answer."""
    is_leaf = trees.is_leaf
    return Leaves(trees.values[is_leaf, 0], trees.tree_of[is_leaf] % answers, answers)


def numbered_leaves(trees: Trees) -> Leaves:
    """Return leaves that add their own number, from 0, to a sum of each tree: it says which was reached."""
    is_leaf = trees.is_leaf
    return Leaves(
        np.arange(np.count_nonzero(is_leaf), dtype=np.float64), trees.tree_of[is_leaf], len(trees.roots)
    )


def graph_of(trees: Trees, leaves: Leaves, features: int) -> onnx.ModelProto:
    """Return a graph from INPUT (rows, features) to OUTPUT (rows, sums), both of double precision."""
    graph = helper.make_graph(
        [tree_node(trees, leaves, INPUT, OUTPUT)],
        "trees",
        [helper.make_tensor_value_info(INPUT, TensorProto.DOUBLE, [None, features])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.DOUBLE, [None, leaves.sums])],
    )
    return model_of(graph)


def model_of(graph: onnx.GraphProto) -> onnx.ModelProto:
    """Return a graph with the sets of operators that its nodes are of."""
    versions = [helper.make_opsetid("", PLAIN_VERSION), helper.make_opsetid(DOMAIN, VERSION)]
    return helper.make_model(graph, opset_imports=versions, ir_version=FORMAT, producer_name="Hunch")


def tree_node(trees: Trees, leaves: Leaves, features: str, sums: str) -> onnx.NodeProto:
    """Return the node that walks every row down all trees and adds up the leaves."""
    is_leaf = trees.is_leaf
    asking = np.flatnonzero(~is_leaf)
    places = np.where(is_leaf, np.cumsum(is_leaf), np.cumsum(~is_leaf)) - 1
    left, right = trees.left[asking], trees.right[asking]
    # A tree that is one leaf needs a question all the same: one with that leaf on both sides.
    bare = is_leaf[trees.roots]
    roots, leaf = places[trees.roots], places[trees.roots[bare]]
    roots[bare] = len(asking) + np.arange(len(leaf))
    none = np.zeros(len(leaf))
    return helper.make_node(
        "TreeEnsemble",
        [features],
        [sums],
        domain=DOMAIN,
        n_targets=leaves.sums,
        aggregate_function=_SUM,
        post_transform=_UNCHANGED,
        tree_roots=_whole(roots),
        nodes_modes=numpy_helper.from_array(np.full(len(asking) + len(leaf), _AT_MOST, dtype=np.uint8)),
        nodes_featureids=_whole(trees.features[asking], none),
        nodes_splits=numpy_helper.from_array(np.concatenate([trees.limits[asking], none])),
        nodes_missing_value_tracks_true=_whole(trees.gaps_left[asking], none),
        nodes_truenodeids=_whole(places[left], leaf),
        nodes_trueleafs=_whole(is_leaf[left], none + 1),
        nodes_falsenodeids=_whole(places[right], leaf),
        nodes_falseleafs=_whole(is_leaf[right], none + 1),
        leaf_weights=numpy_helper.from_array(leaves.weights),
        leaf_targetids=_whole(leaves.sums_of),
    )


def _whole(*pieces: Floats | Ints | Flags) -> Any:
    return np.concatenate(pieces).astype(np.int64).tolist()

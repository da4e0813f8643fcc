"""The trees of a boosting as one node of an ONNX graph (operator TreeEnsemble of ai.onnx.ml, version 5).

The operator holds questions and leaves in two lists; a child is a place in one of them.
"""

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.kinds.kind import Estimator

INPUT, OUTPUT = "features", "sums"
DOMAIN, VERSION = "ai.onnx.ml", 5
_PLAIN, _PLAIN_VERSION = "", 21
_FORMAT = 10  # of ONNX files; older readers stay able to open them
_SUM, _UNCHANGED, _AT_MOST = 1, 0, 0  # as the operator counts its choices


def graph_of(boosting: Estimator) -> onnx.ModelProto:
    """Return a graph from features (rows, features) to sums over the trees (rows, trees of a round).

    Both are of double precision, as in scikit-learn; where its sums start is not in the graph.
    """
    answers = boosting.n_trees_per_iteration_
    graph = helper.make_graph(
        [tree_node(boosting, INPUT, OUTPUT)],
        "trees",
        [helper.make_tensor_value_info(INPUT, TensorProto.DOUBLE, [None, boosting.n_features_in_])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.DOUBLE, [None, answers])],
    )
    versions = [helper.make_opsetid(_PLAIN, _PLAIN_VERSION), helper.make_opsetid(DOMAIN, VERSION)]
    return helper.make_model(graph, opset_imports=versions, ir_version=_FORMAT)


def tree_node(boosting: Estimator, features: str, sums: str) -> onnx.NodeProto:
    """Return the node that walks every row down all trees and adds up the leaves, a sum for each answer."""
    # The only place where scikit-learn keeps the trees.
    trees = [tree.nodes for one in boosting._predictors for tree in one]
    lengths = np.array([len(tree) for tree in trees])
    nodes, starts = np.concatenate(trees), np.cumsum(lengths) - lengths
    is_leaf = nodes["is_leaf"] == 1
    asking = nodes[~is_leaf]
    places = np.where(is_leaf, np.cumsum(is_leaf), np.cumsum(~is_leaf)) - 1
    offsets = np.repeat(starts, lengths)[~is_leaf]
    left, right = asking["left"] + offsets, asking["right"] + offsets
    # A tree that is one leaf needs a question all the same: one with that leaf on both sides.
    bare = is_leaf[starts]
    roots = places[starts]
    roots[bare] = len(asking) + np.arange(np.count_nonzero(bare))
    leaf, none = places[starts[bare]], np.zeros(np.count_nonzero(bare))
    of_answer = np.repeat(np.arange(len(trees)) % boosting.n_trees_per_iteration_, lengths)[is_leaf]
    return helper.make_node(
        "TreeEnsemble",
        [features],
        [sums],
        domain=DOMAIN,
        n_targets=boosting.n_trees_per_iteration_,
        aggregate_function=_SUM,
        post_transform=_UNCHANGED,
        tree_roots=_whole(roots),
        nodes_modes=_tensor(np.full(len(asking) + len(leaf), _AT_MOST, dtype=np.uint8)),
        nodes_featureids=_whole(asking["feature_idx"], none),
        nodes_splits=_tensor(_joined(asking["num_threshold"], none).astype(np.float64)),
        nodes_missing_value_tracks_true=_whole(asking["missing_go_to_left"], none),
        nodes_truenodeids=_whole(places[left], leaf),
        nodes_trueleafs=_whole(is_leaf[left], none + 1),
        nodes_falsenodeids=_whole(places[right], leaf),
        nodes_falseleafs=_whole(is_leaf[right], none + 1),
        leaf_weights=_tensor(nodes["value"][is_leaf].astype(np.float64)),
        leaf_targetids=_whole(of_answer),
    )


def _joined(*pieces: Floats | Ints | Flags) -> Any:
    return np.concatenate(pieces)


def _whole(*pieces: Floats | Ints | Flags) -> list[int]:
    return _joined(*pieces).astype(np.int64).tolist()  # type: ignore[no-any-return]


def _tensor(values: Any) -> onnx.TensorProto:
    return numpy_helper.from_array(values)

"""The operators of trees that name their nodes: TreeEnsembleClassifier and TreeEnsembleRegressor."""

from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

from desktop_app.engine.arrays import Ints
from desktop_app.engine.brought.audit.tree_paths import (
    MOST_ANSWERS,
    check,
    check_columns,
    check_paths,
    whole,
)

_QUESTIONS = frozenset(
    (b"BRANCH_LEQ", b"BRANCH_LT", b"BRANCH_GTE", b"BRANCH_GT", b"BRANCH_EQ", b"BRANCH_NEQ")
)
_LEAF = b"LEAF"
_NODES = ("nodeids", "featureids", "modes", "truenodeids", "falsenodeids")
_MOST_IDS = 2**31


def check_trees(node: onnx.NodeProto, width: int | None) -> None:
    """Raise RefusedGraphError unless every tree leads a row of *width* columns to a leaf of its own."""
    told = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    trees = whole(told.get("nodes_treeids", []))
    check(
        0 < len(trees) < _MOST_IDS
        and all(len(told.get(f"nodes_{name}", [])) == len(trees) for name in _NODES)
    )
    check(_count(told, "nodes_values") == len(trees))
    check(
        all(
            _count(told, f"nodes_{name}") in (0, len(trees))
            for name in ("hitrates", "missing_value_tracks_true")
        )
    )
    modes = np.array(told["nodes_modes"], dtype=np.object_)
    is_question = np.isin(modes.astype("S20"), list(_QUESTIONS))
    check(bool((is_question | (modes.astype("S20") == _LEAF)).all()))
    check_columns(whole(told["nodes_featureids"])[is_question], width)
    nodes = whole(told["nodes_nodeids"])
    known = _Known(trees, nodes)
    children = np.zeros((2, len(trees)), dtype=np.int64)
    for side, name in enumerate(("truenodeids", "falsenodeids")):
        asked = whole(told[f"nodes_{name}"])[is_question]
        children[side, is_question] = known.places(trees[is_question], asked)
    roots = _roots(children[:, is_question], trees)
    check_paths(children, is_question, roots)
    _check_leaves(node, told, known)


class _Known:
    """Where each node of each tree stands."""

    def __init__(self, trees: Ints, nodes: Ints) -> None:
        check(all(bool(((ids >= 0) & (ids < _MOST_IDS)).all()) for ids in (trees, nodes)))
        keys = trees * _MOST_IDS + nodes
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]
        check(bool((np.diff(self._keys) > 0).all()))

    def places(self, trees: Ints, nodes: Ints) -> Ints:
        """Return the places of nodes, all of which must be there."""
        check(all(bool(((ids >= 0) & (ids < _MOST_IDS)).all()) for ids in (trees, nodes)))
        wanted = trees * _MOST_IDS + nodes
        found = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        check(bool((self._keys[found] == wanted).all()))
        return np.asarray(self._order[found])


def _roots(children: Ints, trees: Ints) -> Ints:
    """Return the one node of each tree that is no child."""
    is_child = np.zeros(len(trees), dtype=bool)
    is_child[children.ravel()] = True
    roots = np.flatnonzero(~is_child)
    check(len(roots) == len(np.unique(trees)) == len(np.unique(trees[roots])))
    return roots


def _check_leaves(node: onnx.NodeProto, told: dict[str, Any], known: _Known) -> None:
    """Refuse what leaves add to answers that are not there."""
    kind = "class" if node.op_type == "TreeEnsembleClassifier" else "target"
    trees = whole(told.get(f"{kind}_treeids", []))
    answers = _answers(told, kind)
    check(len(trees) > 0 and 0 < answers <= MOST_ANSWERS)
    check(all(len(told.get(f"{kind}_{name}", [])) == len(trees) for name in ("nodeids", "ids")))
    check(_count(told, f"{kind}_weights") == len(trees))
    ids = whole(told[f"{kind}_ids"])
    check(bool(((ids >= 0) & (ids < answers)).all()))
    check(_count(told, "base_values") in (0, 1, answers))
    known.places(trees, whole(told[f"{kind}_nodeids"]))


def _answers(told: dict[str, Any], kind: str) -> int:
    if kind == "target":
        return int(told.get("n_targets", 0))
    labels = told.get("classlabels_int64s") or told.get("classlabels_strings") or []
    return len(labels)


def _count(told: dict[str, Any], name: str) -> int:
    """Return how many numbers an attribute has, or its twin that is a tensor."""
    tensor = told.get(f"{name}_as_tensor")
    check(tensor is None or not told.get(name))
    return len(told.get(name, [])) if tensor is None else int(numpy_helper.to_array(tensor).size)

"""The operator of trees that holds questions and leaves in two lists: TreeEnsemble of version 5."""

import numpy as np
import onnx
from onnx import helper, numpy_helper

from desktop_app.engine.brought.audit.tree_paths import (
    MOST_ANSWERS,
    check,
    check_columns,
    check_paths,
    whole,
)

_NODES = ("truenodeids", "trueleafs", "falsenodeids", "falseleafs")
_MOST_MODE = 5  # the sixth asks for members of sets, which no exporter writes


def check_listed_trees(node: onnx.NodeProto, width: int | None) -> None:
    """Raise RefusedGraphError unless every tree leads a row of *width* columns to a leaf that is there."""
    told = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    columns = whole(told.get("nodes_featureids", []))
    count = len(columns)
    check(count > 0 and all(len(told.get(f"nodes_{name}", [])) == count for name in _NODES))
    check(len(told.get("nodes_missing_value_tracks_true", [])) in (0, count))
    check(all(name in told for name in ("nodes_splits", "nodes_modes", "leaf_weights")))
    check("membership_values" not in told)
    modes = numpy_helper.to_array(told["nodes_modes"])
    check(modes.shape == (count,) and modes.dtype == np.uint8 and bool((modes <= _MOST_MODE).all()))
    check(numpy_helper.to_array(told["nodes_splits"]).shape == (count,))
    check("nodes_hitrates" not in told or numpy_helper.to_array(told["nodes_hitrates"]).shape == (count,))
    check_columns(columns, width)
    leaves, targets = numpy_helper.to_array(told["leaf_weights"]), whole(told.get("leaf_targetids", []))
    answers = int(told.get("n_targets", 0))
    check(0 < answers <= MOST_ANSWERS and leaves.shape == targets.shape and len(targets) > 0)
    check(bool(((targets >= 0) & (targets < answers)).all()))
    _check_ways(told, count, len(targets))


def _check_ways(told: dict[str, object], count: int, leaves: int) -> None:
    roots = whole(told.get("tree_roots", []))
    check(len(roots) > 0 and bool(((roots >= 0) & (roots < count)).all()))
    # Leaves stand behind the questions, so that both have a place in one list.
    sides = []
    for side in ("true", "false"):
        places, is_leaf = whole(told[f"nodes_{side}nodeids"]), whole(told[f"nodes_{side}leafs"])
        check(bool(np.isin(is_leaf, (0, 1)).all()))
        check(bool(((places >= 0) & (places < np.where(is_leaf == 1, leaves, count))).all()))
        sides.append(np.concatenate([places + count * is_leaf, np.zeros(leaves, dtype=np.int64)]))
    check_paths(np.stack(sides), np.arange(count + leaves) < count, roots)

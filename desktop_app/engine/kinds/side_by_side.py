"""The trees of a learned model side by side, so that one row walks down all of them at the same time.

scikit-learn goes from tree to tree, and a call for each takes longer than the walk of a row: through a
thousand trees it takes a tenth of a second. The answers are the same to the last bit, since they are added up
in the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kind import Estimator

FEW_ROWS = 32  # of more, scikit-learn is the faster one

_BOOSTING = (HistGradientBoostingClassifier, HistGradientBoostingRegressor)
_FOREST = (ExtraTreesClassifier, ExtraTreesRegressor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """The nodes of many trees, one tree behind the other; a leaf leads to itself."""

    roots: Ints  # (trees,)
    features: Ints  # (nodes,)
    limits: Floats  # (nodes,): a row with at most that much goes left
    gaps_left: Flags  # (nodes,): where a row without a number goes
    left: Ints  # (nodes,)
    right: Ints  # (nodes,)
    values: Floats  # (nodes, answers)

    def leaves(self, features: Floats) -> Floats:
        """Return (rows, trees, answers): the value of the leaf that each row reaches in each tree."""
        rows = np.arange(len(features))[:, None]
        at = np.tile(self.roots, (len(features), 1))
        while True:
            cells = features[rows, self.features[at]]
            goes_left = (cells <= self.limits[at]) | (np.isnan(cells) & self.gaps_left[at])
            after = np.where(goes_left, self.left[at], self.right[at])
            if np.array_equal(after, at):
                return np.asarray(self.values[at])
            at = after


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Answers of a boosting or a forest for a few rows."""

    estimator: Estimator
    trees: Trees

    @property
    def classes_(self) -> Ints:
        """Those it tells apart."""
        return np.asarray(self.estimator.classes_)

    def predict(self, features: Any) -> Floats:
        """Return (rows,) amounts."""
        found = self._sums(features)
        if isinstance(self.estimator, _FOREST):
            return found[:, 0]
        return np.asarray(self.estimator._loss.link.inverse(found[:, 0]))

    def predict_proba(self, features: Any) -> Floats:
        """Return (rows, classes) probabilities."""
        found = self._sums(features)
        if isinstance(self.estimator, _FOREST):
            return found
        return np.asarray(self.estimator._loss.predict_proba(found))

    def _sums(self, features: Any) -> Floats:
        leaves = self.trees.leaves(np.asarray(features))
        if isinstance(self.estimator, _FOREST):
            return _one_after_another(leaves) / len(self.trees.roots)
        start = self.estimator._baseline_prediction
        rounds = leaves.reshape(len(leaves), -1, self.estimator.n_trees_per_iteration_)
        first = np.broadcast_to(start, (len(leaves), 1, rounds.shape[2]))
        return _one_after_another(np.concatenate([first, rounds], axis=1))


def side_by_side(estimator: Estimator) -> Estimator | None:
    """Return what answers a few rows like *estimator*, only sooner; None where there are no trees."""
    if isinstance(estimator, Logarithm):
        inner = side_by_side(estimator.estimator)
        return None if inner is None else Logarithm(estimator=inner, factor=estimator.factor)
    if isinstance(estimator, _BOOSTING):
        return SideBySide(estimator=estimator, trees=_boosted(estimator))
    if isinstance(estimator, _FOREST):
        return SideBySide(estimator=estimator, trees=_grown(estimator))
    return None


def _one_after_another(values: Floats) -> Floats:
    """Return (rows, answers): sums over the trees, from the first to the last, as a loop adds them."""
    return np.asarray(np.add.accumulate(values, axis=1)[:, -1])


def _boosted(estimator: Estimator) -> Trees:
    several = [tree.nodes for one in estimator._predictors for tree in one]
    nodes, roots = np.concatenate(several), _roots([len(tree) for tree in several])
    starts = np.repeat(roots, [len(tree) for tree in several])
    is_leaf = nodes["is_leaf"] == 1
    return Trees(
        roots=roots,
        features=np.where(is_leaf, 0, nodes["feature_idx"]).astype(np.int64),
        limits=nodes["num_threshold"].astype(np.float64),
        gaps_left=nodes["missing_go_to_left"] == 1,
        left=_children(nodes["left"], starts, is_leaf),
        right=_children(nodes["right"], starts, is_leaf),
        values=nodes["value"].astype(np.float64)[:, None],
    )


def _grown(estimator: Estimator) -> Trees:
    several = [tree.tree_ for tree in estimator.estimators_]
    counts = [tree.node_count for tree in several]
    roots = _roots(counts)
    starts, left = np.repeat(roots, counts), np.concatenate([tree.children_left for tree in several])
    is_leaf = left < 0
    right = np.concatenate([tree.children_right for tree in several])
    return Trees(
        roots=roots,
        features=np.where(is_leaf, 0, np.concatenate([tree.feature for tree in several])).astype(np.int64),
        limits=np.concatenate([tree.threshold for tree in several]),
        gaps_left=np.concatenate([tree.missing_go_to_left for tree in several]) == 1,
        left=_children(left, starts, is_leaf),
        right=_children(right, starts, is_leaf),
        values=np.concatenate([tree.value[:, 0, :] for tree in several]),
    )


def _roots(counts: Sequence[int]) -> Ints:
    return np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)


def _children(inside: Any, starts: Ints, is_leaf: Flags) -> Ints:
    """Return where a child stands among all nodes; a leaf is its own."""
    return np.where(is_leaf, np.arange(len(starts)), inside.astype(np.int64) + starts)

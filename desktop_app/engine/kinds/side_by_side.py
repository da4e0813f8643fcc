"""The trees of a forest side by side, so that one row walks down all of them at the same time.

scikit-learn goes from tree to tree, and a call for each takes longer than the walk of a row: through three
hundred trees it takes a twentieth of a second. The answers are the same to the last bit, since they are added
up in the same order.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier, ExtraTreesRegressor

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.kinds.kind import Estimator

FEW_ROWS = 32  # of more, scikit-learn is the faster one
FOREST = (ExtraTreesClassifier, ExtraTreesRegressor)


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

    @classmethod
    def of(cls, forest: Estimator) -> "Trees":
        """Return the trees of a learned forest."""
        several = [tree.tree_ for tree in forest.estimators_]
        counts = np.array([tree.node_count for tree in several])
        roots = np.cumsum(counts) - counts
        starts, left = np.repeat(roots, counts), np.concatenate([tree.children_left for tree in several])
        right = np.concatenate([tree.children_right for tree in several])
        is_leaf, places = left < 0, np.arange(len(left))
        return cls(
            roots=roots,
            features=np.where(is_leaf, 0, np.concatenate([tree.feature for tree in several])),
            limits=np.concatenate([tree.threshold for tree in several]),
            gaps_left=np.concatenate([tree.missing_go_to_left for tree in several]) == 1,
            left=np.where(is_leaf, places, left + starts),
            right=np.where(is_leaf, places, right + starts),
            values=np.concatenate([tree.value[:, 0, :] for tree in several]),
        )

    def mean(self, features: Floats) -> Floats:
        """Return (rows, answers): the mean of the leaves that each row reaches."""
        rows = np.arange(len(features))[:, None]
        at = np.tile(self.roots, (len(features), 1))
        while True:
            cells = features[rows, self.features[at]]
            goes_left = (cells <= self.limits[at]) | (np.isnan(cells) & self.gaps_left[at])
            after = np.where(goes_left, self.left[at], self.right[at])
            if np.array_equal(after, at):
                # From the first to the last, as a loop adds them.
                return np.asarray(np.add.accumulate(self.values[at], axis=1)[:, -1] / len(self.roots))
            at = after


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Answers like the forest that it was made of; for a few rows sooner."""

    estimator: Estimator
    trees: Trees

    @property
    def classes_(self) -> Ints:
        """Those it tells apart."""
        return np.asarray(self.estimator.classes_)

    def predict(self, features: Any) -> Floats:
        """Return (rows,) amounts."""
        if len(features) > FEW_ROWS:
            return np.asarray(self.estimator.predict(features))
        return self.trees.mean(np.asarray(features))[:, 0]

    def predict_proba(self, features: Any) -> Floats:
        """Return (rows, classes) probabilities."""
        if len(features) > FEW_ROWS:
            return np.asarray(self.estimator.predict_proba(features))
        return self.trees.mean(np.asarray(features))

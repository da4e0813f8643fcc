"""The trees of a learned boosting or forest as plain arrays."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.kinds.kind import Estimator


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

    @property
    def is_leaf(self) -> Flags:
        """Which nodes (nodes,) are leaves."""
        return np.asarray(self.left == np.arange(len(self.left)))

    @property
    def tree_of(self) -> Ints:
        """The tree of each node (nodes,)."""
        return np.searchsorted(self.roots, np.arange(len(self.left)), side="right") - 1


def grown(forest: Estimator) -> Trees:
    """Return the trees of a forest; a leaf says the mean, or the share of each class, of its rows."""
    several = [tree.tree_ for tree in forest.estimators_]
    roots, starts = _places([tree.node_count for tree in several])
    left = np.concatenate([tree.children_left for tree in several])
    right = np.concatenate([tree.children_right for tree in several])
    is_leaf, own = left < 0, np.arange(len(left))
    return Trees(
        roots=roots,
        features=np.where(is_leaf, 0, np.concatenate([tree.feature for tree in several])),
        limits=np.concatenate([tree.threshold for tree in several]),
        gaps_left=np.concatenate([tree.missing_go_to_left for tree in several]).astype(bool),
        left=np.where(is_leaf, own, left + starts),
        right=np.where(is_leaf, own, right + starts),
        values=np.concatenate([tree.value[:, 0, :] for tree in several]),
    )


def boosted(boosting: Estimator) -> Trees:
    """Return the trees of a boosting, those of one round side by side; a leaf says what it adds."""
    # The only place where scikit-learn keeps them.
    several = [tree.nodes for one in boosting._predictors for tree in one]
    roots, starts = _places([len(tree) for tree in several])
    nodes = np.concatenate(several)
    is_leaf, own = nodes["is_leaf"] == 1, np.arange(len(nodes))
    return Trees(
        roots=roots,
        features=np.where(is_leaf, 0, nodes["feature_idx"]).astype(np.int64),
        limits=nodes["num_threshold"].astype(np.float64),
        gaps_left=nodes["missing_go_to_left"].astype(bool),
        left=np.where(is_leaf, own, nodes["left"] + starts),
        right=np.where(is_leaf, own, nodes["right"] + starts),
        values=nodes["value"].astype(np.float64)[:, None],
    )


def _places(lengths: list[int]) -> tuple[Ints, Ints]:
    """Return where each tree starts among all nodes, and the same for each node."""
    counts = np.array(lengths)
    roots = np.cumsum(counts) - counts
    return roots, np.repeat(roots, counts)

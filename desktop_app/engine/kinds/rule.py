"""The one-page rule: a tree of at most six answers, each for rows enough, that a person can follow by hand.

A classification or regression tree (Breiman, Friedman, Olshen and Stone, 1984) on the columns as they are
read. Kinds are put in the order of what they answer (`ordering`), which finds the best question of the form
"is it one of these". Borders are the roundest numbers or days between rows.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, answers_of
from desktop_app.engine.kinds.ordering import ranks_of, with_ranks
from desktop_app.engine.kinds.questions import ABOVE_ALL, Node, Questions
from desktop_app.engine.rounding import roundest, roundest_day
from desktop_app.records.results import KindName

SIZES = (2, 3, 4, 6)  # answers on the page
FEWEST_ROWS, FEWEST_SHARE = 20, 0.02  # of an answer
_NO_CHILD = -1


class OneRule:
    """A small decision tree; a setting is the number of its answers."""

    name: KindName = "rule"
    form: Form = "plain"
    most_rows = 20_000
    varies = False

    def settings(self, conditions: Conditions) -> tuple[float, ...]:  # noqa: ARG002 - as all kinds are asked
        """Return the numbers of answers, the shortest page first."""
        return tuple(float(size) for size in SIZES)

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers for each size, out of one tree: a shorter page is the start of a longer one."""
        grown = _Grown.of(conditions, learn)
        return np.stack(
            [answers_of(grown.questions(size), hidden.features, conditions.classes) for size in SIZES]
        )

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the rule of one size."""
        return _Grown.of(conditions, learn).questions(int(setting))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grown:
    """A tree of scikit-learn, grown best question first, and the rows that it was grown from."""

    learn: Lesson
    tree: Any
    ranks: dict[int, Ints]  # of the codes of each feature of kinds; -1 for a code that no row has
    seen: Floats  # (rows, features), as the tree has seen them: ranks instead of codes
    days: range  # the features that are dates
    classes: Ints

    @classmethod
    def of(cls, conditions: Conditions, learn: Lesson) -> "_Grown":
        layout, rows = conditions.layout, len(learn.values)
        days = range(len(layout.numbers), len(layout.numbers) + len(layout.dates))
        places = range(days.stop, days.stop + len(layout.categories))
        ranks = ranks_of(learn, places, conditions.classes)
        seen = with_ranks(learn.features, places, ranks)
        kind = DecisionTreeClassifier if conditions.classes else DecisionTreeRegressor
        fitted = kind(
            max_leaf_nodes=SIZES[-1],
            min_samples_leaf=max(FEWEST_ROWS, math.ceil(FEWEST_SHARE * rows)),
            random_state=conditions.seed,
        ).fit(seen, learn.values)
        classes = np.asarray(getattr(fitted, "classes_", ()), dtype=np.int64)
        return cls(learn=learn, tree=fitted.tree_, ranks=ranks, seen=seen, days=days, classes=classes)

    def questions(self, size: int) -> Questions:
        """Return the tree of at most so many answers.

        Its nodes are numbered in the order in which they were found, two for each question.
        """
        nodes = self._nodes(0, np.arange(len(self.learn.values)), last=2 * size - 1)
        return Questions.of(list(nodes), self.classes, self.learn.features.shape[1])

    def _nodes(self, place: int, rows: Ints, last: int) -> Iterator[Node]:
        """Give a node and all that comes after it, the part behind a yes first."""
        left, right = int(self.tree.children_left[place]), int(self.tree.children_right[place])
        if left == _NO_CHILD or left >= last:
            yield Node(answer=self._answer(rows))
            return
        node, is_left_yes = self._question(place, rows)
        is_yes = node.is_yes(self.learn.features[rows, node.asked])
        yes, no = rows[is_yes], rows[~is_yes]
        if min(len(yes), len(no)) < FEWEST_ROWS:  # rare kinds go the way of most rows, whatever the tree did
            yield Node(answer=self._answer(rows))
            return
        yield node
        yield from self._nodes(left if is_left_yes else right, yes, last)
        yield from self._nodes(right if is_left_yes else left, no, last)

    def _question(self, place: int, rows: Ints) -> tuple[Node, bool]:
        """Return the question of a node, and whether its left side in scikit-learn is that of a yes."""
        tree, feature = self.tree, int(self.tree.feature[place])
        cells = self.seen[rows, feature].astype(np.float32)  # as scikit-learn compares them
        is_left = cells <= tree.threshold[place]
        is_empty_left = bool(tree.missing_go_to_left[place])
        answer, gain = self._answer(rows), self._gain(place)
        if feature in self.ranks:
            is_left |= np.isnan(cells) & is_empty_left
            codes, is_left_yes = _fewer(self.ranks[feature], float(tree.threshold[place]), is_left)
            is_empty_yes = is_empty_left == is_left_yes
            node = Node(answer=answer, asked=feature, codes=codes, is_empty_yes=is_empty_yes, gain=gain)
            return node, is_left_yes
        known = self.learn.features[rows, feature]
        border = self._border(feature, known[is_left], known[~is_left & ~np.isnan(cells)])
        node = Node(answer=answer, asked=feature, border=border, is_empty_yes=is_empty_left, gain=gain)
        return node, True

    def _border(self, feature: int, below: Floats, above: Floats) -> float:
        """Return the roundest border between numbers; one above all where only empty cells are beyond it."""
        if not len(above) or not len(below):
            return ABOVE_ALL
        return (roundest_day if feature in self.days else roundest)(float(below.max()), float(above.min()))

    def _gain(self, place: int) -> float:
        tree = self.tree
        off = tree.weighted_n_node_samples * tree.impurity
        children = off[tree.children_left[place]] + off[tree.children_right[place]]
        return float(max(0.0, off[place] - children))

    def _answer(self, rows: Ints) -> Floats:
        """Return what is answered for these rows: the share of each class, or the mean."""
        values = self.learn.values[rows]
        if not len(self.classes):
            return np.array([np.mean(values)])
        return np.asarray(np.mean(values[:, None] == self.classes, axis=0))


def _fewer(ranks: Ints, threshold: float, is_left: Any) -> tuple[tuple[int, ...], bool]:
    """Return the codes of the side with fewer rows, and whether that is the left one.

    A kind that is not among them, as one that was never seen, goes with most rows.
    """
    left = np.flatnonzero((ranks >= 0) & (ranks <= threshold))
    right = np.flatnonzero(ranks > threshold)
    is_left_few = bool(2 * np.count_nonzero(is_left) <= len(is_left))
    is_left_yes = len(right) == 0 or (is_left_few and len(left) > 0)
    return tuple((left if is_left_yes else right).tolist()), is_left_yes

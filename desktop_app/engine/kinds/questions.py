"""Questions with yes or no that lead to an answer: a tree so small that a person can follow it.

It is kept as plain arrays: its few nodes stand in the order in which they are read, each followed by all that
comes after a yes, then by all that comes after a no; so what leads where need not be written down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_app.engine.arrays import ANY, Flags, Floats, Ints, checked, checked_classes

LEAF = -1
ABOVE_ALL = 1e31  # greater than any cell: with this border, all that is not empty means yes
_MOST_READ = 1_000  # nodes of a model file


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A question and what is answered so far, or an answer in the end."""

    answer: Floats  # (answers,)
    asked: int = LEAF
    border: float = 0.0
    codes: tuple[int, ...] = ()
    is_empty_yes: bool = False
    gain: float = 0.0

    def is_yes(self, cells: Floats) -> Flags:
        """Return whether cells (rows,) of the feature that is asked for mean yes."""
        found: Flags = np.isin(cells, self.codes) if self.codes else cells < self.border
        return np.where(np.isnan(cells), self.is_empty_yes, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question on the way to an answer, and what was said to it."""

    node: int
    is_yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """A small tree; a node asks whether a number is below a border, or whether a kind is one of some."""

    asked: Ints  # (nodes,): the feature that is asked for, or LEAF
    borders: Floats  # (nodes,): yes below it; where it asks for kinds it says nothing
    empties: Flags  # (nodes,): whether an empty cell means yes
    starts: Ints  # (nodes + 1,): where the codes of each node begin; none: it asks for a number
    codes: Ints  # of kinds that mean yes
    gains: Floats  # (features,): how much questions about each take away of what the answers are off by
    answers: Floats  # (nodes, answers)
    classes_: Ints  # those it tells apart; none for a number

    @classmethod
    def of(cls, nodes: Sequence[Node], classes: Ints, features: int) -> "Questions":
        """Return the tree of nodes, in the order in which they are read, about so many features."""
        gains = np.zeros(features)
        for node in nodes:
            gains[node.asked] += node.gain  # that of an answer is 0
        counts = [len(node.codes) for node in nodes]
        return cls(
            asked=np.array([node.asked for node in nodes], dtype=np.int64),
            borders=np.array([node.border for node in nodes]),
            empties=np.array([node.is_empty_yes for node in nodes]),
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            codes=np.array([code for node in nodes for code in node.codes], dtype=np.int64),
            gains=gains,
            answers=np.stack([node.answer for node in nodes]),
            classes_=classes,
        )

    def node(self, place: int) -> Node:
        """Return one of the nodes."""
        return Node(
            answer=self.answers[place],
            asked=int(self.asked[place]),
            border=float(self.borders[place]),
            codes=tuple(self.codes[self.starts[place] : self.starts[place + 1]].tolist()),
            is_empty_yes=bool(self.empties[place]),
        )

    def predict(self, features: Any) -> Floats:
        """Return (rows,) amounts."""
        return np.asarray(self.answers[self.leaves_of(features), 0])

    def predict_proba(self, features: Any) -> Floats:
        """Return (rows, classes) probabilities."""
        return np.asarray(self.answers[self.leaves_of(features)])

    def leaves_of(self, features: Floats) -> Ints:
        """Return the node (rows,) at which each row ends."""
        at = np.zeros(len(features), dtype=np.int64)
        noes = self.noes
        for node in np.flatnonzero(self.asked != LEAF).tolist():
            rows = np.flatnonzero(at == node)
            is_yes = self.node(node).is_yes(features[rows, self.asked[node]])
            at[rows] = np.where(is_yes, node + 1, noes[node])
        return at

    @property
    def noes(self) -> list[int]:
        """The node that a no leads to, for each node; 0 for a leaf."""
        size, found = [1] * len(self.asked), [0] * len(self.asked)
        for node in reversed(np.flatnonzero(self.asked != LEAF).tolist()):
            found[node] = node + 1 + size[node + 1]
            size[node] = 1 + size[node + 1] + size[found[node]]
        return found

    def ways(self) -> dict[int, tuple[Step, ...]]:
        """Return each leaf, in the order in which they are read, with the way that leads there."""
        ways: dict[int, tuple[Step, ...]] = {0: ()}
        for node in np.flatnonzero(self.asked != LEAF).tolist():
            before = ways.pop(node)
            ways[node + 1] = (*before, Step(node=node, is_yes=True))
            ways[self.noes[node]] = (*before, Step(node=node, is_yes=False))
        return dict(sorted(ways.items()))

    def to_arrays(self) -> dict[str, Any]:
        """Return the arrays of which `from_arrays` makes the same."""
        return {
            "asked": self.asked,
            "borders": self.borders,
            "empties": self.empties,
            "starts": self.starts,
            "codes": self.codes,
            "gains": self.gains,
            "answers": self.answers,
            "classes": self.classes_,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], features: int) -> "Questions":
        """Return the tree of these arrays. Raises ValueError or KeyError where they do not fit."""
        classes = checked_classes(arrays)
        asked: Ints = checked(arrays, "asked", (ANY,), np.int64)
        nodes = len(asked)
        if not 1 <= nodes <= _MOST_READ or (asked < LEAF).any() or (asked >= features).any():
            raise ValueError("a node asks for a column that is not there")
        waiting = 1 + np.cumsum(np.where(asked == LEAF, -1, 1))  # nodes that must still come
        if waiting[-1] != 0 or (waiting[:-1] < 1).any():
            raise ValueError("the nodes are not one tree")
        starts: Ints = checked(arrays, "starts", (nodes + 1,), np.int64)
        codes: Ints = checked(arrays, "codes", (ANY,), np.int64)
        if starts[0] != 0 or starts[-1] != len(codes) or (np.diff(starts) < 0).any():
            raise ValueError("the codes do not fit the nodes")
        answers = checked(arrays, "answers", (nodes, len(classes) or 1))
        if len(classes) and ((answers < 0).any() or (answers.sum(axis=1) <= 0).any()):
            raise ValueError("the answers are no probabilities")
        return cls(
            asked=asked,
            borders=checked(arrays, "borders", (nodes,)),
            empties=checked(arrays, "empties", (nodes,), np.bool_),
            starts=starts,
            codes=codes,
            gains=checked(arrays, "gains", (features,)),
            answers=answers,
            classes_=classes,
        )

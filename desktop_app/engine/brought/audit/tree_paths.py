"""Whether the questions of trees lead to a leaf, whatever the row: no circle, not too deep, nothing outside.

ONNX Runtime follows the numbers of a tree without looking: a column that is not there reads foreign memory,
and it reads the questions by calls within calls.
"""

from typing import Any

import numpy as np

from desktop_app.engine.arrays import Flags, Ints
from desktop_app.engine.brought.audit.refused import RefusedGraphError

MOST_DEEP = 1_000  # questions in a row
MOST_ANSWERS = 10_000


def check_paths(children: Ints, is_question: Flags, roots: Ints) -> None:
    """Raise RefusedGraphError unless every walk from a root ends.

    *children* (2, nodes) are places of nodes, which are read where *is_question* (nodes,). No question has
    two parents, each is behind a root, and none is deeper than `MOST_DEEP`.
    """
    count = len(is_question)
    asked = children[:, is_question]
    check(bool(((asked >= 0) & (asked < count)).all()))
    below = asked[is_question[asked]]
    parents = np.bincount(np.concatenate([below, roots[is_question[roots]]]), minlength=count)
    check(bool((parents[is_question] == 1).all()))
    level, reached = roots[is_question[roots]], 0
    for _ in range(MOST_DEEP):
        if not level.size:
            break
        reached += level.size
        level = children[:, level].ravel()
        level = level[is_question[level]]
    check(not level.size and reached == int(np.count_nonzero(is_question)))


def check_columns(columns: Ints, width: int | None) -> None:
    """Raise RefusedGraphError unless trees ask for columns that are there."""
    if width is None:
        raise RefusedGraphError("onnx.trees", what="columns")
    check(bool(((columns >= 0) & (columns < width)).all()))


def check(holds: bool) -> None:  # noqa: FBT001 - the word before it says what it is
    """Raise RefusedGraphError where something about trees does not hold."""
    if not holds:
        raise RefusedGraphError("onnx.trees", what="nodes")


def whole(values: Any) -> Ints:
    """Return whole numbers of an attribute."""
    return np.array(values, dtype=np.int64)

"""Trees as formulas of IF inside IF, in which a missing cell is a number beyond all others."""

from collections.abc import Callable

import numpy as np

from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.cells import Work, number
from desktop_app.models.handover.workbook.features import GAP_LEFT, GAP_RIGHT, Features

_DEEPEST = 50  # IF inside IF; Excel takes 64
# Letters of a part; what is longer gets a cell of its own. Excel takes 16,384 bytes of what it makes of them,
# and two parts of small numbers are three times as long there.
_LONGEST = 2_500
_MOST_DIGITS = 17
_ABOVE_ALL = "1E+299"  # of a limit that only a missing cell is beyond

Asked = Callable[[int], str]  # the condition of a node
Said = Callable[[int], str]  # the answer of a leaf


class TreeFormulas:
    """Writes one tree after the other; parts that are too long or too deep stand in cells of their own."""

    def __init__(self, work: Work, trees: Plain, asked: Asked, said: Said) -> None:
        self._work, self._asked, self._said = work, asked, said
        self._left, self._right = trees["left"].tolist(), trees["right"].tolist()

    def of(self, root: int) -> str:
        """Return the formula of the tree that begins at a node."""
        return self._written(root)[0]

    def _written(self, root: int) -> tuple[str, int]:
        """Return the formula and how deep it is; without calls inside calls, for trees may be deep."""
        done: dict[int, tuple[str, int]] = {}
        waiting = [root]
        while waiting:
            node = waiting[-1]
            left, right = self._left[node], self._right[node]
            if left == node:
                done[node] = (self._said(node), 0)
            elif left in done and right in done:
                done[node] = self._joined(node, done.pop(left), done.pop(right))
            else:
                waiting += [right, left]
                continue
            waiting.pop()
        return done[root]

    def _joined(self, node: int, left: tuple[str, int], right: tuple[str, int]) -> tuple[str, int]:
        parts = [
            (self._work.add("part of a tree", text), 0)
            if len(text) > _LONGEST or deep >= _DEEPEST
            else (text, deep)
            for text, deep in (left, right)
        ]
        return f"IF({self._asked(node)},{parts[0][0]},{parts[1][0]})", 1 + max(deep for _, deep in parts)


def conditions(trees: Plain, features: Features, cells: list[str]) -> Asked:
    """Return what tells of a node whether a row goes left."""

    def asked(node: int) -> str:
        gap = GAP_LEFT if trees["gaps_left"][node] else GAP_RIGHT
        cell = features.with_gap(cells[trees["features"][node]], gap)
        return f"{cell}<={short_limit(trees['limits'][node])}"

    return asked


def short_limit(limit: float) -> str:
    """Return the shortest number that parts numbers of single precision as a limit does."""
    if limit >= np.finfo(np.float32).max:
        return _ABOVE_ALL
    low = np.float32(limit)
    if low > limit:
        low = np.nextafter(low, np.float32(-np.inf))
    high = float(np.nextafter(low, np.float32(np.inf)))
    for digits in range(1, _MOST_DIGITS):
        text = f"{limit:.{digits}g}"
        if float(low) <= float(text) < high:
            return text.upper()
    return number(limit)

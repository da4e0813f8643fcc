"""Rows in the order of their times, cut into blocks of which none shares a time with another."""

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.arrays import Floats, Ints

LATEST = 0.2  # of the rows, that test
_FIRST = 0.4  # of the rows, that are learned from in every part
_FIRST_OF_ONE = 0.8  # where there is one part only

Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]


def latest(times: Floats, most: int) -> Bools:
    """Return which rows are the latest fifth, at most about *most*; at least two times come before them."""
    share = min(LATEST, most / len(times))
    return np.asarray(_blocks(times, [1 - share], least=1) > 0)


def chained(times: Floats, folds: int, most: int, *, least: int = 0) -> list[tuple[Bools, Bools]]:
    """Return which rows to learn from and which later ones to hide, for each part; fewer where times are few.

    In each part at least *least* + 1 times are learned from.
    """
    first = _FIRST if folds > 1 else max(_FIRST_OF_ONE, 1 - most / len(times))
    ends = [first + (1 - first) * fold / folds for fold in range(folds)]
    blocks = _blocks(times, ends, least=least)
    return [(blocks < block, blocks == block) for block in range(1, int(blocks.max()) + 1)]


def _blocks(times: Floats, ends: Sequence[float], *, least: int) -> Ints:
    """Return the block of each row; a block ends where about that share of the rows is reached."""
    _, place, counts = np.unique(times, return_inverse=True, return_counts=True)
    reached = (np.cumsum(counts) / len(times))[least:-1]
    cuts = np.unique([least + int(np.argmin(np.abs(reached - end))) for end in ends])
    return np.searchsorted(cuts, place, side="left").astype(np.int64)

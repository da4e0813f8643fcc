"""Codes that are short for what is frequent, and how LZX writes their lengths down."""

import heapq
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Field = tuple[int, int]  # a value, and the bits it takes

LONGEST_OF_LENGTHS = 15
ZEROS, MANY_ZEROS = 17, 18
MOST_ZEROS = 51


def lengths(counts: Numbers, longest: int) -> Numbers:
    """Return the bits that the code of each symbol takes, at most *longest*; at least two have one."""
    counts = counts.copy()
    missing = 2 - min(2, int(np.count_nonzero(counts)))
    counts[np.flatnonzero(counts == 0)[:missing]] = 1
    while True:
        found = _depths(counts)
        if found.max() <= longest:
            return found
        counts = np.where(counts > 0, (counts + 1) // 2, 0)


def _depths(counts: Numbers) -> Numbers:
    used = np.flatnonzero(counts)
    heap = [(int(counts[symbol]), number) for number, symbol in enumerate(used)]
    heapq.heapify(heap)
    above = [0] * (2 * len(used) - 1)
    for node in range(len(used), len(above)):
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        above[first[1]] = above[second[1]] = node
        heapq.heappush(heap, (first[0] + second[0], node))
    depths = [0] * len(above)
    for node in range(len(above) - 2, -1, -1):
        depths[node] = depths[above[node]] + 1
    found = np.zeros(len(counts), dtype=np.int64)
    found[used] = depths[: len(used)]
    return found


def codes(of: Numbers) -> Numbers:
    """Return the code of each symbol: shorter ones first, and those of one length in order."""
    code, found = 0, np.zeros(len(of), dtype=np.int64)
    for length in range(1, int(of.max()) + 1):
        which = np.flatnonzero(of == length)
        found[which] = code + np.arange(len(which))
        code = (code + len(which)) << 1
    return found


def told(new: Numbers, old: Numbers) -> Iterator[Field]:
    """Yield the fields that say the lengths *new* to whoever knows the lengths *old*."""
    steps = list(_steps(new, old))
    counts = np.bincount([symbol for symbol, _, _ in steps], minlength=20)
    of = lengths(counts, LONGEST_OF_LENGTHS)
    yield from ((int(length), 4) for length in of)
    code = codes(of)
    for symbol, value, bits in steps:
        yield int(code[symbol]), int(of[symbol])
        if bits:
            yield value, bits


def _steps(new: Numbers, old: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield symbols, each with a value and its bits: runs of nothing, or the difference of one length."""
    at = 0
    while at < len(new):
        following = np.flatnonzero(new[at : at + MOST_ZEROS])
        zeros = int(following[0]) if len(following) else min(MOST_ZEROS, len(new) - at)
        if zeros >= 20:
            yield MANY_ZEROS, zeros - 20, 5
        elif zeros >= 4:
            yield ZEROS, zeros - 4, 4
        else:
            zeros = 1
            yield int(old[at] - new[at]) % 17, 0, 0
        at += zeros

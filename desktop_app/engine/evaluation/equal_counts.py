"""Tests put into groups of about equal size by a number: those with the same number stay together."""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints


def equal_counts(values: Floats, most: int, fewest: int) -> list[Ints]:
    """Return the places of *values* (tests,) in at most so many groups, from low to high.

    Each group has *fewest* tests or more; where there are not so many at all, there is one group.
    """
    order = np.argsort(values, kind="stable")
    ordered, tests = values[order], len(values)
    groups = int(np.clip(tests // max(1, fewest), 1, most))
    wanted = np.arange(1, groups) * tests // groups
    before, after = (np.searchsorted(ordered, ordered[wanted - 1], side=side) for side in ("left", "right"))
    ends: list[int] = []
    for end in np.where(wanted - before < after - wanted, before, after).tolist():
        start = ends[-1] if ends else 0
        if end - start >= fewest and tests - end >= fewest:
            ends.append(end)
    return np.split(order, ends)

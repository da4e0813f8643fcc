"""How far a number is off where the answers are small, and where they are large."""

from itertools import pairwise

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.equal_counts import equal_counts
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.records.insights import Band

MOST_BANDS = 6
BAND_ROWS = 30


def bands_of(unseen: Unseen) -> tuple[Band, ...]:
    """Return the misses in bands of about equal size, from small answers to large ones.

    There are two at least, or none; none for classes.
    """
    if unseen.classes:
        return ()
    answers = unseen.answers[:, 0]
    groups = equal_counts(answers, MOST_BANDS, BAND_ROWS * unseen.repeats)
    if len(groups) < 2:
        return ()
    rows = unseen.shared_out(np.array([len(group) for group in groups]))
    ends = [answers.min(), *(_between(answers, *two) for two in pairwise(groups)), answers.max()]
    found = []
    for place, group in enumerate(groups):
        lean = answers[group] - unseen.values[group]
        half, tenth = np.quantile(np.abs(lean), [0.5, 0.9])
        found.append(
            Band(
                low=float(ends[place]),
                high=float(ends[place + 1]),
                rows=int(rows[place]),
                half=float(half),
                tenth=float(tenth),
                lean=float(np.mean(lean)),
            )
        )
    return tuple(found)


def _between(answers: Floats, lower: Ints, upper: Ints) -> float:
    """Return the middle of the gap between two bands."""
    return float(answers[lower].max() / 2 + answers[upper].min() / 2)

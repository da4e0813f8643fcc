"""The range beside a number: in 8 of 10 cases the real value lies in it (split-conformal).

The ends are quantiles of the misses on rows that were hidden while the model was learned. Answers of about
the same size share their quantiles, because large amounts are usually missed by more.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_app.engine.arrays import ANY, Floats, Ints, checked

OUTSIDE = 0.1  # of the real values on each side
MOST_BANDS = 10
BAND_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """How far below and above its answers the ends of the range are, for a few sizes of answer."""

    answers: Floats  # (bands,), rising
    below: Floats  # (bands,), never above 0
    above: Floats  # (bands,), never below 0

    @classmethod
    def learn(cls, answers: Floats, values: Floats) -> "Intervals":
        """Return the ranges that fit answers (rows,) for hidden rows and the real *values* (rows,)."""
        order = np.argsort(answers, kind="stable")
        bands = np.array_split(order, int(np.clip(len(order) // BAND_ROWS, 1, MOST_BANDS)))
        misses = values - answers
        ends = np.array([_ends(misses[band]) for band in bands])
        return cls(
            answers=np.array([np.median(answers[band]) for band in bands]),
            below=np.minimum(ends[:, 0], 0),
            above=np.maximum(ends[:, 1], 0),
        )

    def to_arrays(self) -> dict[str, Floats]:
        """Return the arrays that a file can hold."""
        return {"range.answers": self.answers, "range.below": self.below, "range.above": self.above}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any]) -> "Intervals | None":
        """Return the ranges of these arrays; None where there are none. Raises KeyError or ValueError."""
        if "range.answers" not in arrays:
            return None
        answers = checked(arrays, "range.answers", (ANY,))
        if len(answers) == 0:
            raise ValueError("range.answers")
        below, above = (checked(arrays, f"range.{side}", answers.shape) for side in ("below", "above"))
        return cls(answers=answers, below=below, above=above)

    def around(self, answers: Floats) -> tuple[Floats, Floats]:
        """Return the low and the high end for each answer."""
        below = np.interp(answers, self.answers, self.below)
        above = np.interp(answers, self.answers, self.above)
        return answers + below, answers + above


def coverage(answers: Floats, values: Floats, clusters: Ints) -> float:
    """Return the share of values inside ranges learned from the other half of the rows, half by half."""
    first = clusters % 2 == 0
    inside = np.zeros(len(answers), dtype=bool)
    for learn, asked in ((first, ~first), (~first, first)):
        if learn.any() and asked.any():
            inside[asked] = within(
                Intervals.learn(answers[learn], values[learn]), answers[asked], values[asked]
            )
    return float(np.mean(inside))


def within(intervals: Intervals, answers: Floats, values: Floats) -> Floats:
    """Return for each value whether it lies in its range."""
    low, high = intervals.around(answers)
    return np.asarray((low <= values) & (values <= high))


def _ends(misses: Floats) -> tuple[float, float]:
    """Return the quantiles of the misses, a little further out where there are few.

    Split-conformal: of n misses, the k-th smallest with k = (n + 1) (1 - share outside), rounded up
    (Lei et al., Distribution-free predictive inference for regression, 2018).
    """
    count = len(misses)
    place = min(count, math.ceil((count + 1) * (1 - OUTSIDE)))
    ordered = np.sort(misses)
    return float(ordered[count - place]), float(ordered[place - 1])

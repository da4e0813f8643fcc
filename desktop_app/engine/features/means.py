"""What the answer is on average for each level of a category, and how often the level was seen.

A level with few rows leans on the mean of all (Micci-Barreca, A preprocessing scheme for high-cardinality
categorical attributes, 2001). Rows that are learned from are told the means of other rows: with its own
answer in it, a rare level would give the answer away.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Codes, Floats, Floats32, Ints

FEWEST_LEVELS = 5  # fewer are told apart by their codes
MOST_ANSWERS = 12  # classes: for more, the means would be more columns than the table has
_LEANING = 10.0  # rows by which a level leans on the mean of all
_PARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Means and counts of the levels of some columns of categories, one column after the other."""

    columns: Ints  # their places among the categories
    starts: Ints  # (columns + 1,): where the levels of each begin
    means: Floats  # (levels, answers)
    counts: Floats  # (levels,): the logarithm of 1 + rows

    @classmethod
    def learn(cls, own: Codes, sizes: Ints, wanted: Floats) -> "Means":
        """Return what rows show: levels *own* (rows, columns) of *sizes*, and answers *wanted*."""
        answers = _told(wanted)
        fit = (sizes - 2 >= FEWEST_LEVELS) & (answers.shape[1] > 0)
        columns = np.flatnonzero(fit)
        starts = np.concatenate([[0], np.cumsum(sizes[columns])]).astype(np.int64)
        sums, counts = _sums(_places(own, columns, starts), answers, int(starts[-1]))
        return cls(
            columns=columns.astype(np.int64),
            starts=starts,
            means=_leaning(sums, counts, answers.mean(axis=0)),
            counts=np.log1p(counts),
        )

    @property
    def width(self) -> int:
        """How many features each column becomes."""
        return int(self.means.shape[1]) + 1

    def of(self, own: Codes) -> Floats32:
        """Return (rows, features) for rows it was not learned from."""
        places = _places(own, self.columns, self.starts)
        return self._beside(self.means[places], places)

    def of_learned(self, own: Codes, wanted: Floats, seed: int) -> Floats32:
        """Return (rows, features) for the rows it was learned from, each told by the others."""
        places, answers = _places(own, self.columns, self.starts), _told(wanted)
        part = np.random.default_rng([seed, 12]).integers(0, _PARTS, len(own))
        found = np.empty((*places.shape, answers.shape[1]))
        for one in range(_PARTS):
            others = part != one
            sums, counts = _sums(places[others], answers[others], len(self.counts))
            found[~others] = _leaning(sums, counts, answers[others].mean(axis=0))[places[~others]]
        return self._beside(found, places)

    def _beside(self, means: Floats, places: Ints) -> Floats32:
        both = np.concatenate([means, self.counts[places][:, :, None]], axis=2)
        return both.reshape(len(places), -1).astype(np.float32)


def _told(wanted: Floats) -> Floats:
    """Return the answers of which means are kept: of two classes one tells the other."""
    if wanted.shape[1] == 2:
        return wanted[:, 1:]
    return wanted if wanted.shape[1] <= MOST_ANSWERS else wanted[:, :0]


def _places(own: Codes, columns: Ints, starts: Ints) -> Ints:
    """Return (rows, columns) places among all levels; a missing cell stands behind those of its column."""
    codes = own[:, columns].astype(np.int64)
    return np.where(codes < 0, starts[1:] - 1, codes + starts[:-1])


def _sums(places: Ints, answers: Floats, levels: int) -> tuple[Floats, Floats]:
    counts = np.bincount(places.ravel(), minlength=levels).astype(np.float64)
    sums = np.empty((levels, answers.shape[1]))
    for answer in range(answers.shape[1]):
        weights = np.repeat(answers[:, answer], places.shape[1])
        sums[:, answer] = np.bincount(places.ravel(), weights=weights, minlength=levels)
    return sums, counts


def _leaning(sums: Floats, counts: Floats, usual: Floats) -> Floats:
    return np.asarray((sums + _LEANING * usual) / (counts[:, None] + _LEANING))

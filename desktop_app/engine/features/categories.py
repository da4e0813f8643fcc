"""Columns of kinds: one code a level for trees, one column a level for the straight-line model."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from desktop_app.engine.arrays import Codes, Floats, Floats32, Ints

FEWEST_SEEN = 2  # a level seen once says nothing about the next row
MOST_LEVELS = 1_000  # of a column, for trees: the most frequent
MOST_SPREAD = 60  # of a column, for the straight-line model
MOST_WIDE = 4_000  # of all columns, for the straight-line model


@dataclass(frozen=True, slots=True, kw_only=True)
class Categories:
    """The levels of each column, the most frequent first; all others count as one more, "other"."""

    levels: tuple[tuple[str, ...], ...]

    @classmethod
    def learn(cls, codes: Codes, levels: tuple[tuple[str, ...], ...]) -> "Categories":
        """Return the levels worth knowing in the rows of *codes* (rows, columns; -1 missing)."""
        kept = []
        for place, names in enumerate(levels):
            counts = np.bincount(codes[:, place] + 1, minlength=len(names) + 1)[1:]
            often = np.flatnonzero(counts >= FEWEST_SEEN)
            ordered = sorted(often.tolist(), key=lambda level: (-counts[level], names[level]))
            kept.append(tuple(names[level] for level in ordered[:MOST_LEVELS]))
        return cls(levels=tuple(kept))

    def for_trees(self, codes: Codes, levels: tuple[tuple[str, ...], ...]) -> Floats32:
        """Return (rows, columns): 0 for the most frequent level and so on, then "other"; NaN is missing."""
        own = self.own(codes, levels).astype(np.float32)
        own[own < 0] = np.nan
        return own

    def for_people(self, codes: Codes, levels: tuple[tuple[str, ...], ...]) -> Floats:
        """Return (rows, columns): the same codes, with -1 for "other"; NaN is missing."""
        own = self.own(codes, levels)
        return np.where(own == self.sizes - 2, -1.0, np.where(own < 0, np.nan, own))

    @property
    def sizes(self) -> Ints:
        """How many codes each column has, with one for "other" and one for missing."""
        return np.array([len(names) + 2 for names in self.levels], dtype=np.int64)

    def for_lines(self, codes: Codes, levels: tuple[tuple[str, ...], ...]) -> sparse.csr_array:
        """Return (rows, features): a column a level, then one for "other" and one for missing."""
        own = self.own(codes, levels)
        wide = self.wide
        starts = np.concatenate([[0], np.cumsum(wide + 2)])
        places = np.minimum(own, wide)  # beyond the widest: "other"
        places = np.where(own < 0, wide + 1, places) + starts[:-1]
        rows = len(codes)
        pointers = np.arange(rows + 1) * codes.shape[1]
        ones = np.ones(places.size, dtype=np.float64)
        return sparse.csr_array((ones, places.ravel(), pointers), shape=(rows, int(starts[-1])))

    def named(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the column that each feature of `for_lines` comes from."""
        wide = self.wide.tolist()
        return tuple(name for name, count in zip(columns, wide, strict=True) for _ in range(count + 2))

    @property
    def wide(self) -> Codes:
        """How many levels of each column have a feature of their own in `for_lines`."""
        most = max(1, min(MOST_SPREAD, MOST_WIDE // max(1, len(self.levels))))
        return np.array([min(len(names), most) for names in self.levels], dtype=np.int32)

    def own(self, codes: Codes, levels: tuple[tuple[str, ...], ...]) -> Codes:
        """Return our codes (rows, columns) for those of another list of levels; -1 is missing."""
        own = np.full(codes.shape, -1, dtype=np.int32)
        for place, (known, names) in enumerate(zip(self.levels, levels, strict=True)):
            position = {name: code for code, name in enumerate(known)}
            table = np.array([position.get(name, len(known)) for name in names] + [-1], dtype=np.int32)
            own[:, place] = table[codes[:, place]]  # code -1 takes the last entry
        return own

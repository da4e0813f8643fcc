"""Rows as points: each column counts about as much as any other, whatever its unit.

A number is centred on its median and divided by its spread, far ones cut off; one that is never negative and
very skewed is taken by its logarithm. A category becomes a feature a value, of which two differ by as much as
two numbers of random rows do. An empty cell lies in the middle.
"""

import itertools
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.cells import Cells

FARTHEST = 4.0  # spreads from the centre; what lies beyond counts as this far
SKEWED = 2.0  # skewness from which on a logarithm tells more
SMALLEST = 1e-30  # of what has a logarithm
MOST_LEVELS = 20
RAREST_LEVEL = 0.01  # of the rows; values that are rarer stay together


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Rows as points, and which column each feature comes from."""

    values: Floats  # (rows, features)
    columns: Ints  # (features,) the place of the column: numbers, then days, then categories
    numbers: int  # how many features are numbers and days; these come first

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.values)

    def some(self, most: int, rng: np.random.Generator) -> "Points":
        """Return no more than so many of the rows."""
        if len(self) <= most:
            return self
        return replace(self, values=self.values[rng.choice(len(self), most, replace=False)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """What turns cells into points, as the rows that it was learned from showed it."""

    offsets: Floats  # (numbers,) what is added to a number before its logarithm; NaN: it is taken as it is
    centers: Floats  # (numbers,)
    spreads: Floats  # (numbers,)
    levels: tuple[tuple[str, ...], ...]  # of each category, those that are features

    @classmethod
    def learn(cls, cells: Cells) -> "Encoding":
        """Return how these rows are made points."""
        numbers = np.column_stack([cells.numbers, cells.days])
        offsets = np.array([_offset(column) for column in numbers.T])
        taken = _taken(numbers, offsets)
        known = [column[~np.isnan(column)] for column in taken.T]
        centers = np.array([np.median(column) if column.size else 0.0 for column in known])
        spreads = np.array([float(column.std()) if column.size else 0.0 for column in known])
        return cls(
            offsets=offsets,
            centers=centers,
            spreads=np.where(spreads > 0, spreads, 1.0),
            levels=tuple(_frequent(cells, place) for place in range(cells.codes.shape[1])),
        )

    @property
    def blocks(self) -> tuple[slice, ...]:
        """The features of each category, one a value; those before them are numbers and days."""
        ends = np.cumsum([len(self.centers), *map(len, self.levels)]).tolist()
        return tuple(slice(start, end) for start, end in itertools.pairwise(ends))

    def points(self, cells: Cells) -> Points:
        """Return the rows of cells as points."""
        numbers = _taken(np.column_stack([cells.numbers, cells.days]), self.offsets)
        scaled = np.clip((numbers - self.centers) / self.spreads, -FARTHEST, FARTHEST)
        blocks = [np.nan_to_num(scaled), *(self._block(cells, place) for place in range(len(self.levels)))]
        of_categories = [scaled.shape[1] + place for place, block in enumerate(blocks[1:]) for _ in block.T]
        return Points(
            values=np.hstack(blocks),
            columns=np.array([*range(scaled.shape[1]), *of_categories], dtype=np.int64),
            numbers=scaled.shape[1],
        )

    def _block(self, cells: Cells, place: int) -> Floats:
        names = {name: code for code, name in enumerate(cells.levels[place])}
        wanted = np.array([names.get(level, -2) for level in self.levels[place]])
        return np.asarray(cells.codes[:, place, None] == wanted, dtype=np.float64)


def _offset(column: Floats) -> float:
    """Return what is added to a number before its logarithm, which skews it least; NaN: there is none."""
    known = column[~np.isnan(column)]
    if _skewness(known) <= SKEWED or known.min() < 0:
        return np.nan
    offsets = [float(np.median(known[known > 0])), *([0.0] if known.min() > 0 else [])]
    return min(offsets, key=lambda offset: abs(_skewness(np.log(known + offset))))


def _skewness(known: Floats) -> float:
    spread = known.std() if known.size else 0.0
    return float(np.mean((known - known.mean()) ** 3) / spread**3) if spread else 0.0


def _taken(numbers: Floats, offsets: Floats) -> Floats:
    """Return numbers as they are compared; below zero there is no logarithm, and zero stands in."""
    is_log = ~np.isnan(offsets)
    found = numbers.copy()
    found[:, is_log] = np.log(np.maximum(np.maximum(numbers[:, is_log], 0) + offsets[is_log], SMALLEST))
    return found


def _frequent(cells: Cells, place: int) -> tuple[str, ...]:
    codes = cells.codes[:, place]
    counts = np.bincount(codes[codes >= 0], minlength=len(cells.levels[place]))
    order = np.argsort(-counts, kind="stable")[:MOST_LEVELS]
    enough: Flags = counts[order] >= max(2, RAREST_LEVEL * len(codes))
    return tuple(cells.levels[place][code] for code in order[enough])

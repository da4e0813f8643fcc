"""Columns of numbers: as they are for trees; filled, scaled and ranked for the straight-line model."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats

MOST_ROWS = 5_000  # enough to know the quantiles of a column
MOST_RANKED = 200  # columns; a wider table is only scaled
KNOTS = 33
FARTHEST = 5.0  # spreads from the centre; what lies beyond counts as this far


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The centre, spread and quantiles of each column of numbers in the rows learned from."""

    centers: Floats  # (columns,)
    spreads: Floats  # (columns,)
    knots: Floats  # (columns, KNOTS), or (columns, 0) where the table is too wide to rank
    gaps: Flags  # (columns,): whether cells were missing

    @classmethod
    def learn(cls, numbers: Floats) -> "Numbers":
        """Return what the rows of *numbers* (rows, columns) show; 0 is the centre of a column of none."""
        some = numbers[:: max(1, len(numbers) // MOST_ROWS)]
        ordered = np.sort(some, axis=0)  # missing ones come last
        known = np.count_nonzero(~np.isnan(some), axis=0)
        wanted = np.linspace(0, 1, KNOTS) if numbers.shape[1] <= MOST_RANKED else np.array([0.5])
        places = wanted[:, None] * np.maximum(known - 1, 0)
        quantiles = np.nan_to_num(np.take_along_axis(ordered, np.rint(places).astype(np.int64), axis=0))
        centers = quantiles[len(wanted) // 2]
        filled = np.where(np.isnan(some), centers, some)
        spreads = np.sqrt(np.mean((filled - centers) ** 2, axis=0)) if len(some) else np.zeros(len(centers))
        return cls(
            centers=centers,
            spreads=np.where(spreads > 0, spreads, 1.0),
            knots=quantiles.T if len(wanted) == KNOTS else np.empty((len(centers), 0)),
            gaps=np.any(np.isnan(numbers), axis=0),
        )

    def for_lines(self, numbers: Floats) -> Floats:
        """Return (rows, features): scaled, then ranked from -1 to 1, then whether it was missing."""
        missing = np.isnan(numbers)
        filled = np.where(missing, self.centers, numbers)
        scaled = np.clip((filled - self.centers) / self.spreads, -FARTHEST, FARTHEST)
        return np.concatenate([scaled, self._ranked(filled), missing[:, self.gaps]], axis=1)

    def named(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the column that each feature of `for_lines` comes from."""
        ranked = columns if self.knots.size else ()
        return (*columns, *ranked, *(name for name, gap in zip(columns, self.gaps, strict=True) if gap))

    def _ranked(self, filled: Floats) -> Floats:
        ranks = np.empty((len(filled), len(self.knots) if self.knots.size else 0))
        levels = np.linspace(-1, 1, KNOTS)
        for place in range(ranks.shape[1]):
            knots = self.knots[place]
            below = np.interp(filled[:, place], knots, levels)
            # Where many rows share one number, the middle of its quantiles is meant, not the last of them.
            above = -np.interp(-filled[:, place], -knots[::-1], levels)
            ranks[:, place] = (below + above) / 2
        return ranks

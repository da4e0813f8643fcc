"""Rows as points in which odd cells lie far out, whatever the unit of their column.

A number is centred on its median and divided by the spread of its middle, so that far ones do not hide
themselves; a skewed one is taken by its logarithm. Beyond `FAR` spreads only the logarithm of the distance
counts: a slipped comma must not drown what else is odd. A frequent value is a feature. A rare one, or an
empty cell where hardly any is, is like no other: how rare it is counts as a distance to all rows.
"""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Codes, Floats, Ints
from desktop_app.engine.cells import Cells

FAR = 4.0  # spreads
RARE = 0.05  # of the rows: what is more frequent is not rare
MOST_LEVELS = 20
_MIDDLE = (0.01, 0.99)
_SKEWED = 1.5  # skewness of the middle from which on a logarithm tells more
_OF_QUARTILES = 1.349  # from the first quartile to the third in a normal distribution of spread 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Rows as points, and how rare their cells are."""

    values: Floats  # (rows, features)
    rare: Floats  # (rows, columns): numbers, then days, then categories
    unlikely: Floats  # (rows, columns): how unlikely a cell is that is rarer than a frequent one
    columns: Ints  # (features,) the place of the column

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.values)

    def take(self, rows: Ints) -> "Points":
        """Return some of the rows."""
        return replace(self, values=self.values[rows], rare=self.rare[rows], unlikely=self.unlikely[rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a number or a day is compared, and how rare an empty cell of its column is."""

    center: float
    spread: float
    offset: float | None  # what is added before the logarithm; None: it is taken as it is
    rareness: float
    unlikeliness: float

    @classmethod
    def learn(cls, column: Floats) -> "Scale":
        """Return how these cells (rows,) are compared."""
        known = column[~np.isnan(column)]
        offset = _offset(known)
        taken = known if offset is None else np.log(known + offset)
        center = float(np.median(taken)) if taken.size else 0.0
        shares = np.array([len(column) - known.size, known.size]) / max(1, len(column))
        return cls(
            center=center,
            spread=_spread(taken),
            offset=offset,
            rareness=float(_rareness(shares, len(column))[0]),
            unlikeliness=float(_unlikeliness(shares, shares)[0]),
        )

    def scaled(self, column: Floats) -> Floats:
        """Return (rows,) how many spreads each cell lies from the middle."""
        numbers = column
        if self.offset is not None:
            least = np.exp(self.center - FAR**2 * self.spread)
            numbers = np.log(np.maximum(column + self.offset, least))
        return np.asarray((numbers - self.center) / self.spread)

    def feature(self, column: Floats) -> Floats:
        """Return (rows, 1) how far out each cell lies; an empty one lies in the middle."""
        scaled = np.nan_to_num(self.scaled(column))
        distance = np.maximum(np.abs(scaled), FAR)
        near = np.minimum(np.abs(scaled), FAR * (1 + np.log(distance / FAR)))
        return np.asarray(np.sign(scaled) * near)[:, None]

    def rare(self, column: Floats) -> tuple[Floats, Floats]:
        """Return (rows,) how rare each cell is and how unlikely, which is 0 unless it is empty."""
        empty = np.isnan(column)
        return np.where(empty, self.rareness, 0.0), np.where(empty, self.unlikeliness, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The values of a category: those that are features, and how rare and unlikely each that is known is."""

    frequent: tuple[str, ...]
    rareness: dict[str, tuple[float, float]]  # the empty text is a missing cell
    unknown: tuple[float, float]  # of a value that was not there

    @classmethod
    def learn(cls, codes: Codes, levels: tuple[str, ...]) -> "Values":
        """Return the values of these cells (rows,)."""
        counts = np.bincount(codes + 1, minlength=len(levels) + 1)
        shares = counts / max(1, len(codes))
        asked = np.append(shares, 1 / max(1, len(codes)))  # and one that is new
        rareness = _rareness(asked, len(codes))
        usual = float(np.median(rareness[codes + 1])) if len(codes) else 0.0
        both = np.column_stack([np.maximum(rareness - usual, 0.0), _unlikeliness(asked, shares)])
        found = [(float(rare), float(unlikely)) for rare, unlikely in both]
        order = np.argsort(-counts[1:], kind="stable")[:MOST_LEVELS]
        frequent = order[counts[1:][order] >= RARE * len(codes)]
        return cls(
            frequent=tuple(levels[code] for code in frequent),
            rareness=dict(zip(("", *levels), found[:-1], strict=True)),
            unknown=found[-1],
        )

    def features(self, codes: Codes, levels: tuple[str, ...]) -> Floats:
        """Return (rows, frequent values) which of them each cell is."""
        places = {name: code for code, name in enumerate(levels)}
        wanted = np.array([places.get(name, -2) for name in self.frequent], dtype=codes.dtype)
        return np.asarray(codes[:, None] == wanted, dtype=np.float64)

    def rare(self, codes: Codes, levels: tuple[str, ...]) -> tuple[Floats, Floats]:
        """Return (rows,) how rare each cell is, and how unlikely."""
        known: Floats = np.array([self.rareness.get(name, self.unknown) for name in ("", *levels)])
        return known[codes + 1, 0], known[codes + 1, 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """What turns cells into points, as the rows that it was learned from showed it."""

    scales: tuple[Scale, ...]  # of the numbers, then of the days
    values: tuple[Values, ...]

    @classmethod
    def learn(cls, cells: Cells) -> "Encoding":
        """Return how these rows are made points."""
        return cls(
            scales=tuple(map(Scale.learn, np.column_stack([cells.numbers, cells.days]).T)),
            values=tuple(map(Values.learn, cells.codes.T, cells.levels)),
        )

    def points(self, cells: Cells) -> Points:
        """Return the rows of cells as points."""
        numbers = np.column_stack([cells.numbers, cells.days]).T
        values, rare = [], []
        for scale, column in zip(self.scales, numbers, strict=True):
            values.append(scale.feature(column))
            rare.append(scale.rare(column))
        for one, codes, levels in zip(self.values, cells.codes.T, cells.levels, strict=True):
            values.append(one.features(codes, levels))
            rare.append(one.rare(codes, levels))
        sizes = [block.shape[1] for block in values]
        return Points(
            values=np.hstack(values),
            rare=np.column_stack([cells for cells, _unlikely in rare]),
            unlikely=np.column_stack([cells for _rare, cells in rare]),
            columns=np.repeat(np.arange(len(sizes)), sizes),
        )


def _rareness(shares: Floats, rows: int) -> Floats:
    """Return 0 for what is frequent, and 1 more each time it is 2.7 times as rare."""
    least = 0.5 / max(1, rows)
    return np.maximum(0.0, np.log(RARE / np.maximum(shares, least)))


def _unlikeliness(asked: Floats, shares: Floats) -> Floats:
    """Return the negative logarithm of how likely values of the *asked* shares are; 0 of frequent ones.

    That is the share of cells with one as rare, by how many cells have a frequent one for each that has it:
    among values of which each is rare, one more says nothing.
    """
    rising = np.sort(shares)
    as_rare = np.append(0.0, np.cumsum(rising))[np.searchsorted(rising, asked, side="right")]
    is_rare = (asked > 0) & (asked < RARE)
    asked = np.where(is_rare, asked, RARE)
    beside = np.maximum(shares[shares >= RARE].sum(), asked)
    as_rare = np.clip(as_rare, asked, 1.0)  # a sum of shares may come out above all cells by a rounding
    return np.where(is_rare, np.log(beside / (asked * as_rare)), 0.0)


def _offset(known: Floats) -> float | None:
    if not known.size or known.min() < 0:
        return None
    low, high = np.quantile(known, _MIDDLE)
    middle = known[(known >= low) & (known <= high)]
    spread = middle.std()
    if not spread or np.mean((middle - middle.mean()) ** 3) / spread**3 < _SKEWED:
        return None
    return 0.0 if known.min() > 0 else float(np.median(known[known > 0]))


def _spread(taken: Floats) -> float:
    """Return the spread of the middle; where most cells are the same, of all."""
    if not taken.size:
        return 1.0
    first, third = np.quantile(taken, (0.25, 0.75))
    low, high = np.quantile(taken, _MIDDLE)
    middle = float(taken[(taken >= low) & (taken <= high)].std())
    return max((third - first) / _OF_QUARTILES, middle) or float(taken.std()) or 1.0

"""What never occurred together in two columns, though each of it is usual.

Both columns are cut into steps. Around two steps in which no row is, the box is sought that is empty and in
which most rows were to be expected (n_a * n_b / n, if the columns had nothing to do with each other): the
more are missing, the more surprising is a row there. How many must be is found with hidden rows, as in
conformal prediction (Vovk et al., Algorithmic Learning in a Random World, 2005; of anomalies: Laxhammar,
Conformal anomaly detection, 2014): all pairs together accuse at most 15 of 1,000 of them.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.records.models import MOST_COMBINED, MOST_STEPS, Combinations, Steps, Unmet

ACCUSED = 0.015  # of rows like those it learned from, the most
_LUCK = 2.0  # standard deviations of the count of these rows
_FEWEST_ROWS = 300
_FEWEST_OF_LEVEL = 10  # rows
_FEWEST_OUTSIDE = 5  # rows beyond an end: a value that fewer share may point to a person
_EXPECTED = 10.0  # rows in a box without one: below it nothing can be said of independence
_VERY_MANY = 0.05  # of the rows
_FOLDS = 4
_TAILS = (0.001, 0.0025, 0.005, 0.01, 0.025)  # in both, what is odd lies close together
_SHARES = np.array([*_TAILS, *(np.arange(1, 20) / 20), *(1 - share for share in reversed(_TAILS))])
_PRICES = np.geomspace(1e-9, 10.0, 80).tolist()  # a row, in shares of all; the last buys none
_MARGINS = (0, 1, 2, 3, 5, 8, 12)  # steps on either side


def combinations_of(cells: Cells, names: Sequence[str], seed: int) -> Combinations:
    """Return what never occurred together in any two of the first twelve of these columns; no texts."""
    if len(cells) < _FEWEST_ROWS:
        return Combinations()
    steps = [steps_of(cells, name) for name in names[:MOST_COMBINED]]
    codes = {one.column: _codes(cells, one) for one in steps}
    folds = np.random.default_rng([seed, 11]).permutation(len(cells)) % _FOLDS
    tried = [
        one
        for first, second in combinations([one for one in steps if one.count > 1], 2)
        if (one := _tried(first, second, codes, folds)) is not None
    ]
    # Where pairs accuse too many, those are held back that tell least for it: the price rises for all.
    most = _most_accused(len(cells))
    enough = bisect_left(_PRICES, -most, key=lambda price: -_accused(tried, price))
    price = _PRICES[enough]
    found = [(one.gain(price), one.unmet(price)) for one in tried]
    kept = tuple(one for gain, one in sorted(found, key=lambda item: -item[0]) if any(one.cells))
    used = {name for one in kept for name in (one.first, one.second)}
    return Combinations(steps=tuple(one for one in steps if one.column in used), unmet=kept)


def _most_accused(rows: int) -> float:
    """Return how many of so many hidden rows may be accused: less than is promised of new rows.

    Those limits are chosen beyond which few hidden rows are, and some of these are few by luck.
    """
    return ACCUSED * rows - _LUCK * math.sqrt(ACCUSED * rows)


def rows_unmet(cells: Cells, known: Combinations) -> Iterator[tuple[Unmet, Ints]]:
    """Yield for each pair of columns the rows whose cells in both never occurred together, if there are any.

    A cell that is empty, outside the range, or of a value that is rare or new is not looked at.
    """
    codes = {one.column: _codes(cells, one) for one in known.steps}
    for pair in known.unmet:
        first, second = codes[pair.first], codes[pair.second]
        bits = np.array([*pair.cells, 0], dtype=np.int64)[first]  # the last: code -1
        rows = np.flatnonzero((second >= 0) & (bits >> np.maximum(second, 0) & 1 > 0))
        if rows.size:
            yield pair, rows


def steps_of(cells: Cells, name: str) -> Steps:
    """Return a column in at most sixty steps; none where it holds nothing, or only what is rare."""
    column = cells.column(name)
    if name in cells.layout.categories:
        levels = cells.levels_of(name)
        counts = np.bincount(column[column >= 0], minlength=len(levels))
        frequent = np.argsort(-counts, kind="stable")[:MOST_STEPS]
        common = (levels[place] for place in frequent.tolist() if counts[place] >= _FEWEST_OF_LEVEL)
        return Steps(column=name, levels=tuple(sorted(common)))
    known = column[np.isfinite(column)]
    if not known.size:
        return Steps(column=name)
    return Steps(column=name, ends=tuple(_ends(known).tolist()))


def _ends(numbers: Floats) -> Floats:
    """Return the ends of the steps of numbers: shares of them, and one step for each that very many have."""
    outside = np.minimum(_SHARES, 1 - _SHARES) * len(numbers)
    shares = np.quantile(numbers, _SHARES[outside >= _FEWEST_OUTSIDE], method="inverted_cdf")
    values, counts = np.unique(numbers, return_counts=True)
    before = np.nextafter(values[counts >= _VERY_MANY * len(numbers)], -np.inf)
    inner = np.unique([*shares, *before])
    return np.array([values[0], *inner[(inner >= values[0]) & (inner < values[-1])], values[-1]])


def _codes(cells: Cells, steps: Steps) -> Ints:
    """Return (rows,) the step of each cell; -1 where it is in none."""
    column = cells.column(steps.column)
    if steps.column in cells.layout.categories:
        place = {level: code for code, level in enumerate(steps.levels)}
        levels = cells.levels_of(steps.column)
        found: Ints = np.array([*(place.get(level, -1) for level in levels), -1], dtype=np.int64)[column]
        return found
    column = np.ascontiguousarray(column)
    is_in = (column >= steps.ends[0]) & (column <= steps.ends[-1])
    below = np.zeros(len(column), dtype=np.uint8)
    for end in steps.ends[1:]:  # few: to compare all with each takes a fifth of the time of a search
        below += column > end
    return np.where(is_in, below, np.int64(-1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """How surprising a row would be in each step of two columns, and what each limit of that would bring."""

    first: str
    second: str
    surprise: Floats  # (steps, steps): rows expected in the largest empty box; 0 where there are rows
    rows: Ints  # hidden ones in a box that was empty without them, the most surprising first
    limits: Floats  # (rows + 2): one that nothing is beyond, the surprises of the rows, and 0
    told: Floats  # (rows + 2): share of all cases beyond each if the two had nothing to do with each other

    def limit(self, price: float) -> float:
        """Return the limit that tells of most, where each hidden row it accuses takes *price* from that.

        Of the share that is told the root counts: else the pairs with the widest gaps would take all.
        """
        return float(self.limits[self._best(price)])

    def gain(self, price: float) -> float:
        """Return the share of all cases beyond that limit."""
        return float(self.told[self._best(price)])

    def accused(self, price: float) -> Ints:
        """Return the hidden rows beyond that limit, and the one that made it."""
        return self.rows[: self._best(price)]

    def unmet(self, price: float) -> Unmet:
        """Return in which steps a row is beyond that limit."""
        bits = 1 << np.arange(self.surprise.shape[1], dtype=np.int64)
        cells = (self.surprise > self.limit(price)) @ bits
        return Unmet(first=self.first, second=self.second, cells=tuple(cells.tolist()))

    def _best(self, price: float) -> int:
        accused = np.minimum(np.arange(len(self.limits)), len(self.rows))
        return int(np.argmax(np.sqrt(self.told) - price * accused))


def _tried(first: Steps, second: Steps, codes: Mapping[str, Ints], folds: Ints) -> _Tried | None:
    """Return what is surprising in two columns; None where nothing is."""
    wide, tall = codes[first.column], codes[second.column]
    shape = (first.count + 1, second.count + 1)  # the last: in no step, which is what % makes of -1
    places = wide % shape[0] * shape[1] + tall % shape[1]
    size = shape[0] * shape[1]
    parts = np.bincount(folds * size + places, minlength=_FOLDS * size).reshape(_FOLDS, *shape)
    counts = parts.sum(axis=0)
    ordered = (bool(first.ends), bool(second.ends))
    surprise = _surprises(counts[None], ordered)[0] * (1 - 1 / _FOLDS)  # as of the rows that are not hidden
    if not surprise.any():
        return None
    rows = np.flatnonzero((wide >= 0) & (tall >= 0))
    found = _surprises(counts - parts, ordered)[folds[rows], wide[rows], tall[rows]]
    order = np.argsort(-found, kind="stable")[: np.count_nonzero(found)]
    limits = np.array([np.inf, *found[order], 0.0])
    share = counts.sum(axis=1)[:-1, None] * counts.sum(axis=0)[:-1] / len(folds) ** 2
    return _Tried(
        first=first.column,
        second=second.column,
        surprise=surprise,
        rows=rows[order],
        limits=limits,
        told=_shares_beyond(limits, surprise.ravel(), share.ravel()),
    )


def _shares_beyond(limits: Floats, surprises: Floats, shares: Floats) -> Floats:
    """Return (limits,) the sum of the shares whose surprise is beyond a limit."""
    order = np.argsort(surprises)
    up_to = np.append(0.0, shares[order].cumsum())
    return np.asarray(up_to[-1] - up_to[np.searchsorted(surprises[order], limits, side="right")])


def _surprises(counts: Ints, ordered: tuple[bool, bool]) -> Floats:
    """Return (several, steps, steps) the rows expected in the largest empty box around each two steps.

    *counts* (several, steps + 1, steps + 1) has those in no step last. A box goes beyond a step only along a
    column whose steps are in an order; 0 where too few are expected.
    """
    several, *shape = counts.shape
    below = np.zeros((several, shape[0] + 1, shape[1] + 1))
    below[:, 1:, 1:] = counts.cumsum(axis=1).cumsum(axis=2)
    found = np.zeros((several, shape[0] - 1, shape[1] - 1))
    margins = [_MARGINS if rising else _MARGINS[:1] for rising in ordered]
    for along, across in product(*margins):
        top, bottom = _window(shape[0] - 1, along)
        left, right = _window(shape[1] - 1, across)
        rows, columns = below[:, bottom] - below[:, top], below[:, :, right] - below[:, :, left]
        is_empty = rows[:, :, right] == rows[:, :, left]
        expected = rows[:, :, -1:] * columns[:, -1:, :] / below[:, -1:, -1:]
        found = np.where(is_empty, np.maximum(found, expected), found)
    return np.where(found >= _EXPECTED, found, 0.0)


def _window(steps: int, margin: int) -> tuple[Ints, Ints]:
    places = np.arange(steps)
    return np.maximum(places - margin, 0), np.minimum(places + margin + 1, steps)


def _accused(tried: Sequence[_Tried], price: float) -> int:
    """Return how many hidden rows are accused at a price."""
    rows = [one.accused(price) for one in tried]
    return len(np.unique(np.concatenate(rows))) if rows else 0

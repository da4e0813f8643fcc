"""How much each column alone tells of the answer, measured in moments before anything is learned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from desktop_app.engine.arrays import Flags, Floats, Ints, Texts
from desktop_app.engine.cells import Cells
from desktop_app.engine.target import Target

MOST_ROWS = 20_000  # a sample tells as much
MOST_TEXTS = 2_000  # rows whose words are looked at
FOLDS = 5
MOST_BINS = 64  # of a column of amounts
FEWEST_OF_LEVEL = 5  # rows; rarer values count as one, so that a name of few rows tells nothing
_ROWS_OF_BIN = 8
_ROWS_OF_LEVEL = 15  # on average; below it values tell whose row it is rather than the answer
_FILLED = 0.9  # share of the rows from which an order counts
_SHRINK = 1.0  # rows of the simplest guess in each bin
_MOST_WORDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """How much one column tells, from 0 (nothing) to 1 (all)."""

    column: str
    strength: float  # of what it holds, asked of rows that were hidden in turn
    order: float  # of its order alone, of amounts and dates: no value can be remembered by it
    emptiness: float  # of whether it is filled in
    filled: float  # share of the rows
    names_classes: bool  # it holds one value for each class


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """The answers of the rows that are looked at: one of each class, or the rank of the amount."""

    is_amount: bool
    rows: Ints
    wanted: Floats  # (rows, answers)
    folds: Ints  # (rows,): in which turn each is hidden

    @classmethod
    def of(cls, target: Target, seed: int, groups: Ints | None = None) -> "Measuring":
        """Return the measuring of all rows, or of a sample, in random order.

        Rows of one of the *groups* (-1: of none) are hidden together: what only tells whose row it is tells
        nothing of others.
        """
        random = np.random.default_rng([seed, 11])
        rows = random.permutation(len(target.values))[:MOST_ROWS]
        values = target.values[rows]
        if target.classes:
            wanted = np.eye(len(target.classes))[values.astype(np.int64)]
        else:
            wanted = rankdata(values)[:, None] / len(rows)
        folds = np.arange(len(rows)) % FOLDS
        if groups is not None:
            turn = random.permutation(int(groups.max(initial=0)) + 1) % FOLDS
            folds = np.where(groups[rows] >= 0, turn[groups[rows]], folds)
        return cls(is_amount=not target.classes, rows=rows, wanted=wanted, folds=folds)

    def first(self, most: int) -> "Measuring":
        """Return the same of fewer rows."""
        return replace(self, rows=self.rows[:most], wanted=self.wanted[:most], folds=self.folds[:most])

    def strength(self, bins: Ints) -> float:
        """Return how much the bins tell of rows that are hidden in turn.

        Of classes it is 2 AUC - 1, the mean over all where there are more than two; of amounts the share of
        the spread of their ranks that is explained, which a few very large ones do not decide.
        """
        count = int(bins.max()) + 1
        rows, sums = _cells_of(self.folds * count + bins, self.wanted, FOLDS * count)
        rows, sums = rows.reshape(FOLDS, count), sums.reshape(FOLDS, count, -1)
        others, known = sums.sum(axis=0) - sums, rows.sum(axis=0) - rows
        answers = (others + _SHRINK * self.wanted.mean(axis=0)) / (known + _SHRINK)[:, :, None]
        if self.is_amount:
            off = (self.wanted**2).sum() - (2 * answers * sums - answers**2 * rows[:, :, None]).sum()
            return float(1 - off / max(float(self.wanted.var()) * len(bins), 1e-12))
        which = [1] if sums.shape[2] == 2 else range(sums.shape[2])
        found = [_gini(answers[:, :, one].ravel(), sums[:, :, one].ravel(), rows.ravel()) for one in which]
        return float(np.mean(found))

    def order(self, values: Floats) -> float:
        """Return how much the order of values tells of two classes or an amount; little may be empty."""
        filled = np.isfinite(values)
        if self.wanted.shape[1] > 2 or filled.mean() < _FILLED or len(np.unique(values[filled])) < 2:
            return 0.0
        values, wanted = values[filled], self.wanted[filled]
        if self.is_amount:
            return float(np.corrcoef(rankdata(values), wanted[:, 0])[0, 1] ** 2)
        second = wanted[:, 1]
        return abs(_gini(values, second, np.ones(len(second))))

    def emptiness(self, filled: Flags) -> float:
        """Return how surely rows in which a cell is filled in differ from the others in their answer.

        It is 2 AUC - 1 as well: of telling filled cells by the answer, or the answer by filled cells.
        """
        if filled.all() or not filled.any():
            return 0.0
        if self.is_amount:
            ranks = rankdata(self.wanted[:, 0])
            apart = (ranks[filled].mean() - ranks[~filled].mean()) / (len(filled) / 2)
            return abs(float(apart))
        by_filled = self.wanted[filled].mean(axis=0) - self.wanted[~filled].mean(axis=0)
        counts = self.wanted.sum(axis=0)
        here = self.wanted[filled].sum(axis=0)
        rest = np.maximum(len(filled) - counts, 1)
        by_class = here / np.maximum(counts, 1) - (filled.sum() - here) / rest
        return float(max(np.abs(by_filled).max(), np.abs(by_class).max()))

    def names_classes(self, bins: Ints) -> bool:
        """Return whether each class has one value of its own; bin 0 holds the empty and the rare."""
        if self.is_amount:
            return False
        rows, sums = _cells_of(bins, self.wanted, int(bins.max()) + 1)
        there = np.flatnonzero(rows[1:]) + 1
        named = np.unique(sums[there].argmax(axis=1))
        return bool(len(there) == self.wanted.shape[1] == len(named))


def strengths(cells: Cells, target: Target, seed: int, groups: Ints | None = None) -> list[Alone]:
    """Return for each column how much it alone tells."""
    measuring = Measuring.of(target, seed, groups)
    looked_at = cells.take(measuring.rows)
    found = [
        Alone(
            column=name,
            strength=measuring.strength(bins),
            order=measuring.order(order),
            emptiness=measuring.emptiness(filled),
            filled=float(filled.mean()),
            names_classes=is_exact and measuring.names_classes(bins),
        )
        for name, bins, order, is_exact in _binned(looked_at)
        for filled in (np.isfinite(order),)
    ]
    some = measuring.first(MOST_TEXTS)
    for place, name in enumerate(cells.layout.texts):
        texts = looked_at.texts[:, place]
        words = _bins_of_words(texts[:MOST_TEXTS])
        found.append(
            Alone(
                column=name,
                strength=max((some.strength(bins) for bins in words), default=0.0),
                order=0.0,
                emptiness=measuring.emptiness(texts != ""),
                filled=float((texts != "").mean()),
                names_classes=False,
            )
        )
    return found


def _binned(cells: Cells) -> Iterator[tuple[str, Ints, Floats, bool]]:
    """Return each column but the texts, its bins, its amounts, and whether a bin is one value.

    Of values without an order the amounts say only which are missing.
    """
    layout = cells.layout
    for names, values in ((layout.numbers, cells.numbers), (layout.dates, cells.days)):
        for place, name in enumerate(names):
            column = values[:, place]
            bins, is_exact = _bins_of_amounts(column)
            yield name, bins, column, is_exact
    for place, name in enumerate(layout.categories):
        codes = cells.codes[:, place].astype(np.int64)
        yield name, _bins_of_levels(codes), np.where(codes >= 0, 0.0, np.nan), True


def _bins_of_amounts(values: Floats) -> tuple[Ints, bool]:
    """Return bins of about as many rows each, the empty cells in one of their own; or one for each value."""
    known = np.isfinite(values)
    bins = np.zeros(len(values), dtype=np.int64)
    if not known.any():
        return bins, False
    count = int(np.clip(known.sum() // _ROWS_OF_BIN, 2, MOST_BINS))
    edges = np.unique(np.quantile(values[known], np.linspace(0, 1, count + 1)[1:-1]))
    different = np.unique(values[known][:MOST_TEXTS])
    if len(different) <= count and len(different := np.unique(values[known])) <= count:
        edges = different[1:] - np.diff(different) / 2
    bins[known] = 1 + np.searchsorted(edges, values[known])
    return bins, len(different) == len(edges) + 1


def _bins_of_levels(codes: Ints) -> Ints:
    """Return a bin for each value, and one for the empty and the rare."""
    often = np.bincount(codes + 1) >= FEWEST_OF_LEVEL
    often[0] = False
    if np.count_nonzero(codes >= 0) < _ROWS_OF_LEVEL * np.count_nonzero(often):
        often[:] = False
    return np.asarray(np.where(often, np.cumsum(often), 0)[codes + 1])


def _bins_of_words(texts: Texts) -> list[Ints]:
    """Return for each frequent word where it stands."""
    found = [frozenset(text.casefold().split()) for text in texts.tolist()]
    counts = pd.Series([word for words in found for word in words], dtype=object).value_counts()
    often = counts[counts >= FEWEST_OF_LEVEL].index[:_MOST_WORDS]
    return [np.array([word in words for words in found], dtype=np.int64) for word in often]


def _cells_of(cell: Ints, wanted: Floats, size: int) -> tuple[Floats, Floats]:
    """Return how many rows each cell has, and the sum of their answers."""
    rows = np.bincount(cell, minlength=size).astype(np.float64)
    sums = np.stack([np.bincount(cell, weights=one, minlength=size) for one in wanted.T], axis=-1)
    return rows, np.asarray(sums, dtype=np.float64)


def _gini(answers: Floats, first: Floats, rows: Floats) -> float:
    """Return 2 AUC - 1 of groups of rows: what is answered for each, and how many of its rows are meant."""
    values, place = np.unique(answers, return_inverse=True)
    ours = np.bincount(place.ravel(), weights=first, minlength=len(values))
    theirs = np.bincount(place.ravel(), weights=rows - first, minlength=len(values))
    pairs = ours.sum() * theirs.sum()
    if pairs <= 0:
        return 0.0
    below = np.cumsum(theirs) - theirs / 2
    return float(2 * (ours * below).sum() / pairs - 1)

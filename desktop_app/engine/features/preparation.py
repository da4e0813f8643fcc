"""All columns of a table made ready for a model, as it was learned from some of its rows."""

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from desktop_app.engine.arrays import Floats, Floats32, Ints
from desktop_app.engine.cells import Cells, Layout
from desktop_app.engine.effort import MOST_FEATURES
from desktop_app.engine.features.categories import Categories
from desktop_app.engine.features.dates import Dates
from desktop_app.engine.features.numbers import Numbers
from desktop_app.engine.features.strongest import strongest
from desktop_app.engine.features.texts import Words

MOST_DENSE = 256  # features; a wider table for the straight-line model is kept sparse

Lines: TypeAlias = Any  # Floats or a sparse.csr_array, which has no types of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What was learned about every column: the state that turns cells into features."""

    layout: Layout
    numbers: Numbers
    dates: Dates
    categories: Categories
    words: Words | None
    strongest: Ints | None = None  # places of the features that trees see; all where None

    @classmethod
    def learn(cls, cells: Cells, seed: int) -> "Preparation":
        """Return what these rows show, and nothing of any other row."""
        return cls(
            layout=cells.layout,
            numbers=Numbers.learn(cells.numbers),
            dates=Dates.learn(cells.days),
            categories=Categories.learn(cells.codes, cells.levels),
            words=Words.learn(cells.texts, seed),
        )

    def narrowed(self, cells: Cells, wanted: Floats) -> "Preparation":
        """Return the same without features that hold nothing, or with the best for *wanted* of very many."""
        features = self.for_trees(cells)
        if features.shape[1] > MOST_FEATURES:
            return replace(self, strongest=strongest(features, wanted, MOST_FEATURES))
        filled = ~np.all(np.isnan(features), axis=0)
        return self if filled.all() else replace(self, strongest=np.flatnonzero(filled))

    def for_trees(self, cells: Cells) -> Floats32:
        """Return (rows, features) with NaN where a cell is missing."""
        found = self._all_for_trees(cells)
        return found if self.strongest is None else found[:, self.strongest]

    def _all_for_trees(self, cells: Cells) -> Floats32:
        blocks: list[Any] = [
            cells.numbers,
            self.dates.for_trees(cells.days),
            self.categories.for_trees(cells.codes, cells.levels),
        ]
        if self.words is not None:
            blocks.append(self.words.for_trees(cells.texts))
        return np.concatenate([np.asarray(block, dtype=np.float32) for block in blocks], axis=1)

    def for_lines(self, cells: Cells) -> Lines:
        """Return (rows, features) without gaps, all of about the same size; sparse where it is wide."""
        numbers = np.concatenate(
            [self.numbers.for_lines(cells.numbers), self.dates.for_lines(cells.days)], axis=1
        )
        levels = self.categories.for_lines(cells.codes, cells.levels)
        if self.words is None and numbers.shape[1] + levels.shape[1] <= MOST_DENSE:
            return np.concatenate([numbers, levels.toarray()], axis=1)
        blocks = [sparse.csr_array(numbers), levels]
        if self.words is not None:
            blocks.append(self.words.for_lines(cells.texts))
        return sparse.csr_array(sparse.hstack(blocks))

    def columns_of_lines(self) -> tuple[str, ...]:
        """Return the column that each feature for lines comes from; "" for a word of any text."""
        layout, timed = self.layout, self._timed()
        dates = layout.dates * 4 + timed
        circles = (layout.dates * 2 + timed) * 2
        names = (*self.numbers.named(layout.numbers), *self.dates.parts.named(dates), *circles)
        words = 0 if self.words is None else len(self.words.weights.vocabulary_)
        return (*names, *self.categories.named(layout.categories), *("",) * words)

    def _timed(self) -> tuple[str, ...]:
        return tuple(name for name, hour in zip(self.layout.dates, self.dates.hours, strict=True) if hour)

    def columns_of_trees(self) -> tuple[str, ...]:
        """Return the column that each feature for trees comes from; "" for a sum over all texts."""
        layout = self.layout
        dates = layout.dates * 4 + self._timed()
        words = 0 if self.words is None or self.words.sums is None else self.words.sums.n_components
        names = (*layout.numbers, *dates, *layout.categories, *("",) * words)
        return names if self.strongest is None else tuple(names[place] for place in self.strongest)

"""All columns of a table made ready for a model, as it was learned from some of its rows."""

from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import numpy as np
from scipy import sparse

from desktop_app.engine.arrays import Floats, Floats32, Ints, drawn
from desktop_app.engine.cells import Cells, Layout
from desktop_app.engine.features.categories import Categories
from desktop_app.engine.features.dates import Dates
from desktop_app.engine.features.means import Means
from desktop_app.engine.features.numbers import Numbers
from desktop_app.engine.features.strongest import MOST_FEATURES, strongest
from desktop_app.engine.features.texts import Words

_OF_SUMS = 4.0  # sums of words are small numbers beside the others
MOST_LOOKED_AT = 50_000  # rows, to find which features hold something
MOST_DENSE = 256  # features; a wider table for the straight-line model is kept sparse

# In which form a kind of model reads the cells: scaled and without gaps, the same with few sums instead of
# all words, as they are, as they are with what the answer is on average for each kind of a category, or one
# feature a column, as a person reads it, and no texts.
Form = Literal["lines", "curves", "trees", "means", "plain"]
Lines: TypeAlias = Any  # Floats or a sparse.csr_array, which has no types of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What was learned about every column: the state that turns cells into features."""

    layout: Layout
    numbers: Numbers
    dates: Dates
    categories: Categories
    words: Words | None
    means: Means
    strongest: Ints | None = None  # places of the features that trees see, means last; all where None

    @classmethod
    def learn(cls, cells: Cells, wanted: Floats, seed: int) -> "Preparation":
        """Return what these rows and their answers *wanted* (rows, answers) show, and no other row."""
        categories = Categories.learn(cells.codes, cells.levels)
        own = categories.own(cells.codes, cells.levels)
        found = cls(
            layout=cells.layout,
            numbers=Numbers.learn(cells.numbers),
            dates=Dates.learn(cells.days),
            categories=categories,
            words=Words.learn(cells.texts, seed),
            means=Means.learn(own, categories.sizes, wanted),
        )
        some = drawn(len(cells), MOST_LOOKED_AT, seed)
        return found._narrowed(found.of_learned("means", cells.take(some), wanted[some], seed), wanted[some])

    def of_learned(self, form: Form, cells: Cells, wanted: Floats, seed: int) -> Lines:
        """Return the rows it was learned from, with their answers, in the form that a kind of model reads."""
        if form != "means":
            return self.features(form, cells)
        own = self.categories.own(cells.codes, cells.levels)
        return self._with_means(cells, self.means.of_learned(own, wanted, seed))

    def features(self, form: Form, cells: Cells) -> Lines:
        """Return rows it was not learned from, in the form that a kind of model reads."""
        if form in ("lines", "curves"):
            return self.for_lines(cells, has_words=form == "lines")
        if form == "trees":
            return self.for_trees(cells)
        if form == "plain":
            codes = self.categories.for_people(cells.codes, cells.levels)
            return np.concatenate([cells.numbers, cells.days, codes], axis=1)
        return self._with_means(cells, self.means.of(self.categories.own(cells.codes, cells.levels)))

    def for_trees(self, cells: Cells) -> Floats32:
        """Return (rows, features) with NaN where a cell is missing."""
        found = self._plain(cells)
        return found if self.strongest is None else found[:, self.strongest[self.strongest < found.shape[1]]]

    def _with_means(self, cells: Cells, means: Floats32) -> Floats32:
        found = np.concatenate([self._plain(cells), means], axis=1)
        return found if self.strongest is None else found[:, self.strongest]

    def _narrowed(self, features: Floats32, wanted: Floats) -> "Preparation":
        """Return the same without features that hold nothing, or with the best for *wanted* of very many."""
        if features.shape[1] > MOST_FEATURES:
            return replace(self, strongest=strongest(features, wanted, MOST_FEATURES))
        filled = ~np.all(np.isnan(features), axis=0)
        return self if filled.all() else replace(self, strongest=np.flatnonzero(filled))

    def _plain(self, cells: Cells) -> Floats32:
        blocks: list[Any] = [
            cells.numbers,
            self.dates.for_trees(cells.days),
            self.categories.for_trees(cells.codes, cells.levels),
        ]
        if self.words is not None:
            blocks.append(self.words.for_trees(cells.texts))
        return np.concatenate([np.asarray(block, dtype=np.float32) for block in blocks], axis=1)

    def for_lines(self, cells: Cells, *, has_words: bool = True) -> Lines:
        """Return (rows, features) without gaps, all of about the same size; sparse where it is wide.

        Without words, there are a few sums of them.
        """
        numbers = np.concatenate(
            [self.numbers.for_lines(cells.numbers), self.dates.for_lines(cells.days)], axis=1
        )
        levels = self.categories.for_lines(cells.codes, cells.levels)
        if self.words is None and numbers.shape[1] + levels.shape[1] <= MOST_DENSE:
            return np.concatenate([numbers, levels.toarray()], axis=1)
        blocks = [sparse.csr_array(numbers), levels]
        if self.words is not None and has_words:
            blocks.append(self.words.for_lines(cells.texts))
        elif self.words is not None:
            blocks.append(sparse.csr_array(_OF_SUMS * self.words.for_trees(cells.texts)))
        return sparse.csr_array(sparse.hstack(blocks))

    def _columns_of_lines(self, *, has_words: bool) -> tuple[str, ...]:
        layout, timed = self.layout, self._timed()
        dates = layout.dates * 4 + timed
        circles = (layout.dates * 2 + timed) * 2
        names = (*self.numbers.named(layout.numbers), *self.dates.parts.named(dates), *circles)
        words = 0 if self.words is None else self.words.width if has_words else self.words.width_of_sums
        return (*names, *self.categories.named(layout.categories), *("",) * words)

    def _timed(self) -> tuple[str, ...]:
        return tuple(name for name, hour in zip(self.layout.dates, self.dates.hours, strict=True) if hour)

    def columns_of(self, form: Form) -> tuple[str, ...]:
        """Return the column that each feature of a form comes from; "" for words or sums over all texts."""
        if form in ("lines", "curves"):
            return self._columns_of_lines(has_words=form == "lines")
        if form == "plain":
            return (*self.layout.numbers, *self.layout.dates, *self.layout.categories)
        return self._columns_of_trees(has_means=form == "means")

    def _columns_of_trees(self, *, has_means: bool) -> tuple[str, ...]:
        layout = self.layout
        dates = layout.dates * 4 + self._timed()
        sums = 0 if self.words is None else self.words.width_of_sums
        plain = (*layout.numbers, *dates, *layout.categories, *("",) * sums)
        told = [layout.categories[place] for place in self.means.columns for _ in range(self.means.width)]
        names = (*plain, *told) if has_means else plain
        if self.strongest is None:
            return names
        return tuple(names[place] for place in self.strongest if place < len(names))

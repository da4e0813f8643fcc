"""What a training stands on: the cells, the answers, and which rows may be seen when."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.effort import Effort
from desktop_app.engine.features.preparation import Form, Lines, Preparation
from desktop_app.engine.kinds.kind import Conditions
from desktop_app.engine.target import Target
from desktop_app.engine.validation.splits import Split


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A table made ready to learn from; the same plan and table give the same material."""

    cells: Cells  # of the rows that have a target
    target: Target
    split: Split
    effort: Effort
    seed: int
    each: str = ""  # a category, each value of which gets a model of its own

    @property
    def conditions(self) -> Conditions:
        """What every fit is told."""
        return Conditions(
            classes=len(self.target.classes),
            effort=self.effort,
            seed=self.seed,
            layout=self.cells.layout,
        )

    def with_columns(self, names: frozenset[str]) -> "Material":
        """Return the same rows and parts with some of the columns only."""
        return replace(self, cells=self.cells.only(names))

    def prepare(self, rows: Ints) -> Preparation:
        """Return what these rows show about every column."""
        return Preparation.learn(self.cells.take(rows), self.wanted(rows), self.seed)

    def learned(self, form: Form, preparation: Preparation, rows: Ints, some: Ints) -> Lines:
        """Return *some* of the rows that a preparation was learned from, in the form that a kind reads."""
        if form != "means":
            return preparation.features(form, self.cells.take(some))
        features = preparation.of_learned(form, self.cells.take(rows), self.wanted(rows), self.seed)
        return features if len(some) == len(rows) else features[np.searchsorted(rows, some)]

    def simplest(self, rows: Ints) -> Floats:
        """Return the answer without learning: the share of each class in these rows, or their mean."""
        if not self.target.classes:
            return np.array([np.mean(self.target.values[rows])])
        counts = np.bincount(self.target.codes[rows], minlength=len(self.target.classes)) + 0.5
        return np.asarray(counts / counts.sum())

    def sampled(self, rows: Ints, most: int) -> Ints:
        """Return the rows, or *most* of them drawn at random where there are more."""
        if len(rows) <= most:
            return rows
        drawn = np.random.default_rng([self.seed, most]).choice(rows, most, replace=False)
        if not self.target.classes:
            return np.sort(drawn)
        # Every class stays in, so that every model knows the same classes.
        firsts = np.unique(self.target.codes[rows], return_index=True)[1]
        return np.union1d(drawn, rows[firsts])

    def wanted(self, rows: Ints) -> Floats:
        """Return (rows, classes) 1 for the class of each row and 0 for the others, or (rows, 1) amounts."""
        if not self.target.classes:
            return np.asarray(self.target.values[rows], dtype=np.float64)[:, None]
        return np.eye(len(self.target.classes))[self.target.codes[rows]]

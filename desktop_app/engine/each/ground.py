"""What the corrections of groups are learned from: rows that were hidden from the pooled model, by group."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.effort import MOST_LOCKED
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.material import Material
from desktop_app.engine.own.correction import FORM, lines_of
from desktop_app.engine.validation.forward import chained
from desktop_app.records.each import FEWEST_OWN

FOLDS = 3  # parts of the hidden rows, by which the strength of shrinking is chosen
FIRST = -1  # the part of the earliest rows, from which others learn, where the future is tested
MOST_FEATURES = 32  # that corrections go along: those that vary most
MOST_WEIGHTS = 8_000_000  # of all groups together, 64 MB in the file
_LOOKED_AT = 20_000  # rows, to see which features vary
_STREAM = 33  # of chance, by which rows are dealt to the folds


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What pooled models said of rows that were hidden from them; a row may come again."""

    rows: Ints  # (n,)
    answers: Floats  # (n, answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The hidden rows of the groups that may have a correction, those of one group together."""

    names: tuple[str, ...]  # of the groups
    starts: Ints  # (groups + 1,): where the rows of each begin
    lines: Floats  # (n, 1 + features)
    answers: Floats  # (n, answers)
    values: Ints | Floats  # (n,): codes of classes, or amounts
    folds: Ints  # (n,): 0 to FOLDS - 1, or FIRST
    features: Ints
    places: Ints  # (n,): which of the hidden rows each is
    repeats: float  # how often each row comes on average
    is_forward: bool = False  # each part learns from those before it, and not from all others

    @property
    def answered(self) -> int:
        """How many numbers make up one answer."""
        return int(self.answers.shape[1])

    def part(self, first: int, last: int) -> "Ground":
        """Return the same of the groups from *first* up to and without *last*."""
        some = slice(int(self.starts[first]), int(self.starts[last]))
        return replace(
            self._of(some),
            names=self.names[first:last],
            starts=self.starts[first : last + 1] - self.starts[first],
        )

    def _of(self, rows: slice | Ints) -> "Ground":
        return replace(
            self,
            lines=self.lines[rows],
            answers=self.answers[rows],
            values=self.values[rows],
            folds=self.folds[rows],
            places=self.places[rows],
        )

    def some(self, groups: Ints) -> "Ground":
        """Return the same of some of the groups."""
        rows = np.concatenate([np.arange(self.starts[one], self.starts[one + 1]) for one in groups])
        sizes = np.diff(self.starts)[groups]
        return replace(
            self._of(rows),
            names=tuple(self.names[one] for one in groups.tolist()),
            starts=np.concatenate([[0], np.cumsum(sizes)]),
        )


def ground_of(material: Material, hidden: Hidden, preparation: Preparation) -> Ground:
    """Return the hidden rows of all groups with enough of them, as the preparation of a model reads them."""
    levels = material.cells.levels_of(material.each)
    codes = material.cells.column(material.each)[hidden.rows].astype(np.int64)
    different = np.unique(hidden.rows)
    counts = np.bincount(material.cells.column(material.each)[different] + 1, minlength=len(levels) + 1)[1:]
    enough = np.flatnonzero(counts >= FEWEST_OWN)
    place = np.full(len(levels) + 1, -1, dtype=np.int64)
    place[enough] = np.arange(len(enough))
    groups = place[codes]
    order = np.argsort(groups, kind="stable")
    order = order[np.searchsorted(groups[order], 0) :]
    features = _features(material, preparation, different, len(enough))
    rows = hidden.rows[order]
    return Ground(
        names=tuple(levels[code] for code in enough),
        starts=np.searchsorted(groups[order], np.arange(len(enough) + 1)),
        lines=lines_of(preparation, material.cells.take(rows), features),
        answers=hidden.answers[order],
        values=material.target.values[rows],
        folds=folds_of(material, hidden)[order],
        features=features,
        places=order,
        repeats=len(hidden.rows) / max(1, len(different)),
        is_forward=material.split.is_forward,
    )


def folds_of(material: Material, hidden: Hidden) -> Ints:
    """Return (n,) the part of each hidden row, by the same kind of split as the test is.

    At random, and rows that are alike in the same; or by their time, where later rows test.
    """
    split = material.split
    if split.times is not None:
        folds = np.full(len(hidden.rows), FIRST, dtype=np.int64)
        times = split.times[hidden.rows]
        parts = chained(times, FOLDS, MOST_LOCKED) if len(np.unique(times)) > 1 else []
        for place, (_, later) in enumerate(parts):
            folds[later] = place
        return folds
    dice = np.random.default_rng([material.seed, _STREAM])
    dealt: Ints = dice.integers(0, FOLDS, int(split.clusters.max(initial=0)) + 1)
    return dealt[split.clusters[hidden.rows]]


def _features(material: Material, preparation: Preparation, rows: Ints, groups: int) -> Ints:
    """Return the places of the features that vary most, but for those of the column of the groups itself."""
    most = min(MOST_FEATURES, MOST_WEIGHTS // max(1, groups * material.target.answers) - 1)
    step = max(1, len(rows) // _LOOKED_AT)
    columns = preparation.columns_of(FORM)
    everything = np.arange(len(columns))
    found = lines_of(preparation, material.cells.take(rows[::step]), everything)[:, 1:]
    varies = found.var(axis=0)
    varies[np.array([name == material.each for name in columns], dtype=bool)] = 0.0
    order = np.argsort(-varies, kind="stable")[: max(0, most)]
    return np.sort(order[varies[order] > 0])

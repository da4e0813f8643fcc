"""Which rows are learned from and which are kept aside, so that no choice sees the rows that judge it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.effort import Effort
from desktop_app.engine.target import Target

MOST_LOCKED = 20_000
STRATA = 10  # of a number: tenths by size
FEWEST_DIFFERENT = 20  # rows: fewer could not be dealt out
_NEVER = -1  # rows that are never hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows to learn from and rows hidden meanwhile; inside an outer part when its choice is repeated."""

    learn: Ints
    hidden: Ints
    outer: int  # the outer part it belongs to
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """All parts of a search, and the locked rows that none of them holds."""

    search: Ints
    locked: Ints  # none where every row is hidden in turn
    parts: tuple[Part, ...]
    clusters: Ints  # (rows,): rows that are alike have one number

    @property
    def outer(self) -> tuple[int, ...]:
        """The places of the parts that candidates are compared by in the end."""
        return tuple(place for place, part in enumerate(self.parts) if not part.inner)

    def inside(self, outer: int) -> tuple[int, ...]:
        """Return the places of the parts in which the choice is repeated for one outer part."""
        return tuple(place for place, part in enumerate(self.parts) if part.inner and part.outer == outer)


def split_rows(cells: Cells, target: Target, effort: Effort, seed: int) -> Split:
    """Return the parts of a search; the same table, effort and seed give the same parts."""
    clusters = alike(cells)
    rows = np.arange(len(clusters))
    dealer = _Dealer(strata=_strata(target), are_classes=bool(target.classes), clusters=clusters, seed=seed)
    if effort.tested == "repeated":
        return Split(search=rows, locked=rows[:0], parts=dealer.nested(rows, effort), clusters=clusters)
    parts = max(5, -(-len(rows) // MOST_LOCKED))
    places = dealer.deal(rows, parts, stream=0)
    locked, search = rows[places == 0], rows[places != 0]
    if effort.folds == 1:
        halves = dealer.deal(search, max(5, -(-len(search) // MOST_LOCKED)), stream=1)
        folds = [Part(learn=search[halves != 0], hidden=search[halves == 0], outer=0)]
    else:
        dealt = dealer.deal(search, effort.folds, stream=1)
        folds = [
            Part(learn=search[dealt != fold], hidden=search[dealt == fold], outer=fold)
            for fold in range(effort.folds)
        ]
    return Split(search=search, locked=locked, parts=tuple(folds), clusters=clusters)


def alike(cells: Cells) -> Ints:
    """Return one number for rows that are equal in every column; copies must not be learned and tested.

    Where very many rows are equal, or hardly any differ, that is the nature of the table (a few columns with
    a few values) and not a slip: such rows stand for themselves.
    """
    rows = len(cells)
    found = np.zeros(rows, dtype=np.uint64)
    for values in (cells.numbers, cells.days, cells.codes, cells.texts):
        for column in range(values.shape[1]):
            hashed = pd.util.hash_array(np.ascontiguousarray(values[:, column]))
            found = found * np.uint64(0x9E3779B97F4A7C15) + hashed
    _, clusters, counts = np.unique(found, return_inverse=True, return_counts=True)
    natural = (counts[clusters] > max(10, rows // 100)) | (len(counts) < FEWEST_DIFFERENT)
    clusters = np.where(natural, len(counts) + np.arange(rows), clusters)
    return np.unique(clusters, return_inverse=True)[1].astype(np.int64)


def _strata(target: Target) -> Ints:
    if target.classes:
        return target.codes
    order = np.argsort(target.values, kind="stable")
    strata = np.empty(len(order), dtype=np.int64)
    strata[order] = np.arange(len(order)) * STRATA // max(1, len(order))
    return strata


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dealer:
    """Deals rows out like cards: each class evenly, rows that are alike together."""

    strata: Ints
    are_classes: bool  # and not tenths of a number
    clusters: Ints
    seed: int

    def deal(self, rows: Ints, parts: int, *, stream: int) -> Ints:
        """Return for each of *rows* the part it is hidden in, or _NEVER."""
        random = np.random.default_rng([self.seed, stream])
        _, first, cluster = np.unique(self.clusters[rows], return_index=True, return_inverse=True)
        strata = self.strata[rows][first]
        order = np.lexsort((random.permutation(len(first)), strata))
        places = np.empty(len(first), dtype=np.int64)
        places[order] = np.arange(len(first)) % parts
        # A class that only one cluster holds could not be learned while it is hidden.
        alone = np.bincount(strata)[strata] < 2
        if self.are_classes and not alone.all():
            places[alone] = _NEVER
        return places[cluster]

    def nested(self, rows: Ints, effort: Effort) -> tuple[Part, ...]:
        """Return outer parts, each followed by the parts in which the choice is repeated inside it."""
        found: list[Part] = []
        for repeat in range(effort.repeats):
            places = self.deal(rows, effort.folds, stream=1000 * (repeat + 1))
            for fold in range(effort.folds):
                outer, learn = len(found), rows[places != fold]
                found.append(Part(learn=learn, hidden=rows[places == fold], outer=outer))
                dealt = self.deal(learn, effort.inner, stream=1000 * (repeat + 1) + fold + 1)
                found.extend(
                    Part(learn=learn[dealt != inner], hidden=learn[dealt == inner], outer=outer, inner=True)
                    for inner in range(effort.inner)
                )
        return tuple(found)

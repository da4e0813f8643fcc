"""Which rows are learned from and which are kept aside, so that no choice sees the rows that judge it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.effort import MOST_LOCKED, Effort
from desktop_app.engine.target import Target
from desktop_app.engine.validation.apart import Apart
from desktop_app.engine.validation.forward import chained, latest
from desktop_app.engine.validation.grouped import FEWEST_IN_PART, deal_groups, parts_of

STRATA = 10  # of a number: tenths by size
FEWEST_DIFFERENT = 20  # rows: fewer could not be dealt out
ANY_ROW = Apart()
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
    clusters: Ints  # (rows,): rows that are alike, or of one thing, have one number
    times: Floats | None = None  # (rows,): where each part learns from the past

    @property
    def is_forward(self) -> bool:
        """Whether each part learns from the past."""
        return self.times is not None

    @property
    def outer(self) -> tuple[int, ...]:
        """The places of the parts that candidates are compared by in the end."""
        return tuple(place for place, part in enumerate(self.parts) if not part.inner)

    @property
    def tested(self) -> int:
        """How many rows judge in the end: the locked ones, or all that are hidden in turn."""
        hidden = [self.parts[place].hidden for place in self.outer]
        return len(self.locked) or len(np.unique(np.concatenate(hidden)))

    def inside(self, outer: int) -> tuple[int, ...]:
        """Return the places of the parts in which the choice is repeated for one outer part."""
        return tuple(place for place, part in enumerate(self.parts) if part.inner and part.outer == outer)


def split_rows(cells: Cells, target: Target, effort: Effort, seed: int, apart: Apart = ANY_ROW) -> Split:
    """Return the parts of a search; the same table, effort and seed give the same parts."""
    clusters = alike(cells)
    rows = np.arange(len(clusters))
    if apart.times is not None:
        return _split_by_time(apart.times, effort, clusters)
    if apart.groups is not None:
        # Rows of two things may well be equal by chance; a row without a thing stays with its copies.
        own = apart.groups.max(initial=-1) + 1 + clusters
        clusters = np.where(apart.groups >= 0, apart.groups, own)
    dealer = _Dealer(
        strata=_strata(target),
        are_classes=bool(target.classes),
        clusters=clusters,
        seed=seed,
        are_groups=apart.groups is not None,
    )
    if effort.tested == "repeated":
        return Split(search=rows, locked=rows[:0], parts=dealer.nested(rows, effort), clusters=clusters)
    places = dealer.fifths(rows, stream=0, most=effort.locked)
    locked, search = rows[places == 0], rows[places != 0]
    if effort.folds == 1:
        halves = dealer.fifths(search, stream=1)
        folds = [Part(learn=search[halves != 0], hidden=search[halves == 0], outer=0)]
    else:
        dealt = dealer.deal(search, effort.folds, stream=1)
        folds = [
            Part(learn=search[dealt != fold], hidden=search[dealt == fold], outer=fold)
            for fold in range(int(dealt.max()) + 1)
        ]
    return Split(search=search, locked=locked, parts=tuple(folds), clusters=clusters)


def _split_by_time(times: Floats, effort: Effort, clusters: Ints) -> Split:
    """Return parts that each learn from the past and hide what came next; the latest rows are locked."""
    rows = np.arange(len(times))
    if effort.tested == "repeated":
        parts: list[Part] = []
        for learn, hidden in chained(times, effort.folds, MOST_LOCKED, least=1):
            outer, past = len(parts), rows[learn]
            parts.append(Part(learn=past, hidden=rows[hidden], outer=outer))
            parts.extend(
                Part(learn=past[before], hidden=past[after], outer=outer, inner=True)
                for before, after in chained(times[past], effort.inner, MOST_LOCKED)
            )
        return Split(search=rows, locked=rows[:0], parts=tuple(parts), clusters=clusters, times=times)
    is_locked = latest(times, MOST_LOCKED)
    search = rows[~is_locked]
    folds = [
        Part(learn=search[before], hidden=search[after], outer=fold)
        for fold, (before, after) in enumerate(chained(times[search], effort.folds, MOST_LOCKED))
    ]
    return Split(search=search, locked=rows[is_locked], parts=tuple(folds), clusters=clusters, times=times)


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
    are_groups: bool  # the clusters are things that rows are about, and some may have very many rows

    def fifths(self, rows: Ints, *, stream: int, most: int = MOST_LOCKED) -> Ints:
        """Return for each of *rows* its part; the first has a fifth of them, at most *most* or so."""
        parts = max(5, -(-len(rows) // most))
        if self.are_groups:
            parts = parts_of(self.clusters[rows], parts, each=FEWEST_IN_PART)
        return self.deal(rows, parts, stream=stream)

    def deal(self, rows: Ints, parts: int, *, stream: int) -> Ints:
        """Return for each of *rows* the part it is hidden in, or _NEVER."""
        random = np.random.default_rng([self.seed, stream])
        if self.are_groups:
            groups, levels = self.clusters[rows], self.strata[rows].astype(np.float64)
            return deal_groups(groups, levels, parts_of(groups, parts), random)
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
            for fold in range(int(places.max()) + 1):
                outer, learn = len(found), rows[places != fold]
                found.append(Part(learn=learn, hidden=rows[places == fold], outer=outer))
                dealt = self.deal(learn, effort.inner, stream=1000 * (repeat + 1) + fold + 1)
                found.extend(
                    Part(learn=learn[dealt != inner], hidden=learn[dealt == inner], outer=outer, inner=True)
                    for inner in range(int(dealt.max()) + 1)
                )
        return tuple(found)

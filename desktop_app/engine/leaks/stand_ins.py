"""Columns that tell which group a row belongs to, also where the group itself is not learned from."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.records.groups import StandIn

TOLD = 0.8  # of the way from chance to perfect, from which on a column largely tells the group
MOST_ROWS = 20_000  # a sample tells as much
FEWEST = 30  # rows of a group
MOST_BINS = 20  # of a column of numbers or dates
FEWEST_OF_LEVEL = 5  # rows; rarer values count as one


def stand_ins(cells: Cells, codes: Ints, seed: int) -> tuple[StandIn, ...]:
    """Return the columns that largely tell the group of a row, the strongest first.

    *codes* (rows,) are the groups, -1 for none of them. Each column is asked alone, as a classifier by its
    histogram: a bin is answered with the group that is there more often than elsewhere, on the half of the
    rows from which that was not learned. What counts is how many of each group are found, the mean over all.
    """
    counts = np.bincount(codes[codes >= 0])
    often = np.flatnonzero(counts >= FEWEST)
    if len(often) < 2:
        return ()
    rows = np.flatnonzero(np.isin(codes, often))
    groups = np.searchsorted(often, codes[rows])
    first = np.random.default_rng([seed, 97]).permutation(len(rows)) % 2 == 0
    asked = ((name, _told(bins, groups, first)) for name, bins in _binned(cells.take(rows)))
    found = [StandIn(column=name, told=told) for name, told in asked if told >= TOLD]
    return tuple(sorted(found, key=lambda one: -one.told))


def _told(bins: Ints, groups: Ints, first: Flags) -> float:
    """Return how far on the way from chance to perfect the bins tell the groups, half by half."""
    size, shape = int(groups.max()) + 1, (int(bins.max()) + 1, int(groups.max()) + 1)
    found = []
    for learn in (first, ~first):
        there = np.bincount(bins[learn] * size + groups[learn], minlength=shape[0] * size).reshape(shape)
        shares = there / np.maximum(1, there.sum(axis=0))
        right = np.argmax(shares, axis=1)[bins[~learn]] == groups[~learn]
        of = np.maximum(1, np.bincount(groups[~learn], minlength=size))
        found.append(np.mean(np.bincount(groups[~learn], weights=right, minlength=size) / of))
    return float((np.mean(found) - 1 / size) / (1 - 1 / size))


def _binned(cells: Cells) -> Iterator[tuple[str, Ints]]:
    layout = cells.layout
    for names, amounts in ((layout.numbers, cells.numbers), (layout.dates, cells.days)):
        for place, name in enumerate(names):
            yield name, _of_amounts(amounts[:, place])
    for place, name in enumerate(layout.categories):
        yield name, _of_levels(cells.codes[:, place].astype(np.int64))
    for place, name in enumerate(layout.texts):
        yield name, _of_levels(np.asarray(pd.factorize(cells.texts[:, place])[0], dtype=np.int64))


def _of_amounts(values: Floats) -> Ints:
    """Return bins of about as many rows each; empty cells have one of their own, the first."""
    known = np.isfinite(values)
    bins = np.zeros(len(values), dtype=np.int64)
    if known.any():
        edges = np.unique(np.quantile(values[known], np.linspace(0, 1, MOST_BINS + 1)[1:-1]))
        bins[known] = 1 + np.searchsorted(edges, values[known], side="right")
    return bins


def _of_levels(codes: Ints) -> Ints:
    """Return a bin for each value, one for empty cells, and one for all that are rare."""
    counts = np.bincount(codes + 1)
    often = counts >= FEWEST_OF_LEVEL
    bins = np.where(often, np.cumsum(often) + 1, 1)
    bins[0] = 0
    return np.asarray(bins[codes + 1], dtype=np.int64)

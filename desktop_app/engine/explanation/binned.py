"""A column in a few bins that people can name: ranges of numbers or days, or the most frequent values."""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.records.explained import Bins

MOST_BINS = 5


class Binned(NamedTuple):
    """The bins of a column, and for each of them a cell that stands for it."""

    bins: Bins
    values: tuple[Any, ...]


def binned(cells: Cells, name: str) -> Binned:
    """Return at most five bins of about as many rows each; less than two where a column says nothing."""
    column, layout = cells.column(name), cells.layout
    if name in layout.categories:
        levels = cells.levels[layout.categories.index(name)]
        counts = np.bincount(column[column >= 0], minlength=len(levels))
        often = [code for code in np.argsort(-counts, kind="stable").tolist()[:MOST_BINS] if counts[code]]
        named = tuple(levels[code] for code in often)
        return Binned(Bins(column=name, kind="category", levels=named), tuple(often))
    ranges, values = _of_amounts(np.sort(column[np.isfinite(column)]))
    is_date = name in layout.dates
    return Binned(Bins(column=name, kind="date" if is_date else "number", ranges=ranges), values)


def _of_amounts(known: Floats) -> tuple[tuple[tuple[float, float], ...], tuple[float, ...]]:
    """Return the ends of each bin and the number in its middle; of few numbers each is its own bin."""
    different = np.unique(known)
    if len(different) <= MOST_BINS:
        values = tuple(different.tolist())
        return tuple(zip(values, values, strict=True)), values
    ends = np.unique(np.quantile(known, np.arange(MOST_BINS + 1) / MOST_BINS, method="inverted_cdf"))
    bins = np.clip(np.searchsorted(ends, known), 1, len(ends) - 1)
    middles = tuple(float(np.median(known[bins == place])) for place in range(1, len(ends)))
    return tuple(pairwise(ends.tolist())), middles

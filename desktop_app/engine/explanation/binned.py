"""A column in a few bins that people can name: ranges of numbers or days, or the most frequent values."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.language import number

MOST_BINS = 5
_YEARS = 3 * 365  # days: where they reach further, months are enough
_FOUR_DIGITS = 9_999.5  # they are not grouped: they may be a year


class Binned(NamedTuple):
    """The bins of a column: the name of each, and a cell that stands for it."""

    labels: tuple[str, ...]
    values: tuple[Any, ...]


def binned(cells: Cells, name: str) -> Binned:
    """Return at most five bins of about as many rows each; less than two where a column says nothing."""
    column = cells.column(name)
    if name in cells.layout.categories:
        levels = cells.levels[cells.layout.categories.index(name)]
        counts = np.bincount(column[column >= 0], minlength=len(levels))
        often = [code for code in np.argsort(-counts, kind="stable").tolist()[:MOST_BINS] if counts[code]]
        return Binned(tuple(levels[code] for code in often), tuple(often))
    known = np.sort(column[np.isfinite(column)])
    return _of_amounts(known, is_date=name in cells.layout.dates) if len(known) else Binned((), ())


def _of_amounts(known: Floats, *, is_date: bool) -> Binned:
    different = np.unique(known)
    if len(different) <= MOST_BINS:
        return Binned(tuple(_texts(different.tolist(), is_date=is_date)), tuple(different.tolist()))
    ends = np.unique(np.quantile(known, np.arange(MOST_BINS + 1) / MOST_BINS, method="inverted_cdf"))
    texts = _texts(ends.tolist(), is_date=is_date)
    bins = np.clip(np.searchsorted(ends, known), 1, len(ends) - 1)
    middles = [float(np.median(known[bins == place])) for place in range(1, len(ends))]
    labels = tuple(f"{low} – {high}" for low, high in pairwise(texts))
    return Binned(labels, tuple(middles))


def _texts(values: Sequence[float], *, is_date: bool) -> list[str]:
    """Return numbers or days as people write them, with as many digits as tell them apart."""
    if is_date:
        unit = "M" if np.ptp(values) > _YEARS else "D"
        return [str(np.datetime64(int(np.floor(day)), "D").astype(f"datetime64[{unit}]")) for day in values]
    for digits in (3, 4, 5, 6):
        texts = [_text(value, digits) for value in values]
        if len(set(texts)) == len(texts):
            return texts
    return [f"{value:.9g}" for value in values]


def _text(value: float, digits: int) -> str:
    text = number(value, digits=digits)
    return text.replace(",", "") if abs(value) < _FOUR_DIGITS else text

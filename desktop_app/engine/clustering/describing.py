"""What tells a group apart, in counts: the value, or the range, that is frequent in it and rare elsewhere.

The measure is the difference of the two shares (Youden, Index for rating diagnostic tests, 1950).
"""

from collections.abc import Iterator

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.cells import Cells
from desktop_app.records.clusters import Trait

MOST_TRAITS = 3
LEAST = 0.2  # of the difference between the shares: less does not tell a group apart
_CUTS = np.linspace(0, 1, 17)[1:-1]
_DIGITS = 3


def traits_of(cells: Cells, is_inside: Flags) -> tuple[Trait, ...]:
    """Return what tells the rows apart that are inside (rows,), the clearest first, one trait a column."""
    found = [trait for trait in _traits(cells, is_inside) if trait.share - trait.elsewhere >= LEAST]
    found.sort(key=lambda trait: trait.elsewhere - trait.share)
    return tuple(found[:MOST_TRAITS])


def _traits(cells: Cells, is_inside: Flags) -> Iterator[Trait]:
    for name in cells.layout.categories:
        yield _value(name, cells, is_inside)
    for name in cells.layout.numbers:
        yield _range(name, cells.column(name), is_inside)
    for name in cells.layout.dates:
        yield _range(name, np.floor(cells.column(name)), is_inside, is_day=True)


def _value(name: str, cells: Cells, is_inside: Flags) -> Trait:
    codes, levels = cells.column(name), cells.levels_of(name)
    inside, outside = (
        np.bincount(codes[rows & (codes >= 0)], minlength=len(levels)) / max(rows.sum(), 1)
        for rows in (is_inside, ~is_inside)
    )
    best = int(np.argmax(inside - outside)) if levels else 0
    return Trait(
        column=name,
        kind="category",
        value=levels[best] if levels else "",
        share=float(inside[best]) if levels else 0.0,
        elsewhere=float(outside[best]) if levels else 0.0,
    )


def _range(name: str, values: Floats, is_inside: Flags, *, is_day: bool = False) -> Trait:
    """Return the range between two cuts that tells the rows apart best."""
    cuts = _cuts(values, is_day=is_day)
    bins = np.searchsorted(cuts, values, side="right")  # a missing value comes behind the last cut
    known = ~np.isnan(values)
    inside, outside = (
        np.concatenate([[0.0], np.cumsum(np.bincount(bins[rows & known], minlength=len(cuts) + 1))])
        / max(rows.sum(), 1)
        for rows in (is_inside, ~is_inside)
    )
    gain = np.triu((inside - outside)[None, :] - (inside - outside)[:, None])  # an end behind its start
    first, behind = np.unravel_index(int(np.argmax(gain)), gain.shape)
    start = float(cuts[first - 1]) if first > 0 else None
    end = float(cuts[behind - 1]) if behind <= len(cuts) else None
    only = np.unique(values[known & (bins >= first) & (bins < behind)])
    if only.size == 1 and not is_day:
        start = end = float(only[0])
    return Trait(
        column=name,
        kind="date" if is_day else "number",
        share=float(inside[behind] - inside[first]),
        elsewhere=float(outside[behind] - outside[first]),
        start=start,
        end=end,
    )


def _cuts(values: Floats, *, is_day: bool) -> Floats:
    known = values[~np.isnan(values)]
    if not known.size:
        return np.empty(0)
    found = np.quantile(known, _CUTS)
    if not is_day:
        found = np.array([float(f"{cut:.{_DIGITS}g}") for cut in found])
    return np.unique(found)

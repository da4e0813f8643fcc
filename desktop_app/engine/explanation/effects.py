"""How the average answer of a model goes with one of its columns."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.explanation.asked import Asked
from desktop_app.records.explained import Effect, EffectPoint

MOST_BINS = 20  # of a number or a date
MOST_LEVELS = 12  # of a category: the most frequent
_MIDDLE_HALF = (0.25, 0.75)
_WEEK = 7.0  # days


def effect_of(asked: Asked, name: str) -> Effect | None:
    """Return how the average answer goes with one column; None for a text, or where it holds one value.

    Of a number or a date these are accumulated local effects, in at most 20 bins of as many rows each
    (Apley and Zhu, Visualizing the effects of predictor variables in black box supervised learning models,
    2020): only what a row does next to its own value counts, so that no row is asked about that cannot be. Of
    a category it is the partial dependence (Friedman, Greedy function approximation, 2001): the mean of the
    answers when every row has that value.
    """
    layout = asked.cells.layout
    if name in layout.categories:
        return _of_kinds(asked, name)
    if name in layout.numbers or name in layout.dates:
        known = np.flatnonzero(np.isfinite(asked.cells.column(name)))
        return _of_amounts(asked.take(known), name) if len(known) else None
    return None


def _of_amounts(asked: Asked, name: str) -> Effect | None:
    is_date = name in asked.cells.layout.dates
    values = asked.cells.column(name)
    edges = _edges(values, is_date=is_date)
    if len(edges) < 2:
        return None
    heights = _heights(asked, name, values, edges)
    nearest = np.searchsorted((edges[1:] + edges[:-1]) / 2, values)
    # Where a value is a point by itself, its rows speak for it; else those around smooth what chance does.
    around = 0 if np.isin(values, edges).all() else 1
    points = tuple(
        _point(
            asked.answers[abs(nearest - place) <= around],
            mean=float(heights[place]),
            rows=int(np.count_nonzero(nearest == place)),
            at=float(edge),
        )
        for place, edge in enumerate(edges)
    )
    return Effect(column=name, kind="date" if is_date else "number", points=points, rows=len(values))


def _heights(asked: Asked, name: str, values: Floats, edges: Floats) -> Floats:
    """Return the curve at the edges, so high that its mean over the rows is their mean answer."""
    bins = np.clip(np.searchsorted(edges, values), 1, len(edges) - 1)  # the lowest row is in the first
    ends = (edges[bins - 1], edges[bins])
    below, above = asked.again(asked.cells.with_column(name, end) for end in ends)
    counts = np.bincount(bins, minlength=len(edges))[1:]
    steps = np.bincount(bins, weights=above - below, minlength=len(edges))[1:] / np.maximum(counts, 1)
    heights = np.concatenate([[0.0], np.cumsum(steps)])
    heights += asked.answers.mean() - np.interp(values, edges, heights).mean()
    return np.clip(heights, 0.0, 1.0) if asked.are_chances else heights


def _edges(values: Floats, *, is_date: bool) -> Floats:
    """Return the ends of the bins: values that are there, every one of them where they are few.

    Those of dates are one weekday at midnight: else a curve over years would jump with the day of the week on
    which a bin happens to end.
    """
    different = np.unique(values)
    if len(different) > MOST_BINS + 1:
        shares = np.arange(MOST_BINS + 1) / MOST_BINS
        different = np.unique(np.quantile(values, shares, method="inverted_cdf"))
    span = float(np.ptp(different))
    if is_date and span > MOST_BINS:
        unit = _WEEK if span > MOST_BINS * _WEEK else 1.0
        different = np.unique(np.floor(different / unit) * unit)
    return np.asarray(different, dtype=np.float64)


def _of_kinds(asked: Asked, name: str) -> Effect | None:
    codes = asked.cells.column(name)
    levels = asked.cells.levels_of(name)
    counts = np.bincount(codes[codes >= 0], minlength=len(levels))
    often = [code for code in np.argsort(-counts, kind="stable").tolist()[:MOST_LEVELS] if counts[code]]
    if len(often) < 2:
        return None
    answers = asked.again(asked.cells.with_column(name, code) for code in often)
    points = tuple(
        _point(found, mean=float(found.mean()), rows=int(counts[code]), label=levels[code])
        for code, found in zip(often, answers, strict=True)
    )
    return Effect(column=name, kind="category", points=points, rows=len(codes))


def _point(
    answers: Floats, *, mean: float, rows: int, label: str = "", at: float | None = None
) -> EffectPoint:
    """Return one point of a curve; the middle half of these *answers* is drawn around it."""
    low, high = np.quantile(answers, _MIDDLE_HALF) if len(answers) else (mean, mean)
    return EffectPoint(label=label, at=at, mean=mean, low=float(low), high=float(high), rows=rows)

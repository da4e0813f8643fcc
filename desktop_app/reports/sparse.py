"""Where few rows stand behind a curve, so that not much should be read into it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from desktop_app.records.explained import Effect, EffectPoint

SPARSE = 0.2  # of the rows that a part of a curve would hold if all were spread evenly
WIDE = 0.4  # of a curve: an end of few rows that takes more is not drawn
_FEWEST_ROWS, _FEWEST_SHARE = 5, 0.01  # of a value of a category, or of a count


def sparse_parts(effect: Effect) -> tuple[bool, ...]:
    """Return which parts of a curve hold few rows: from point to point, or the values of a category."""
    points = effect.points
    fewest = max(_FEWEST_ROWS, _FEWEST_SHARE * effect.rows)
    if effect.kind == "category":
        few = tuple(point.rows < fewest for point in points)
    elif _are_counts(points):
        few = tuple(min(one.rows, other.rows) < fewest for one, other in pairwise(points))
    else:
        span = _width(points[0], points[-1])
        few = tuple(
            rows / max(1, effect.rows) < SPARSE * _width(one, other) / span
            for rows, (one, other) in zip(rows_between(points), pairwise(points), strict=True)
        )
    return (False,) * len(few) if all(few) else few


def _are_counts(points: Sequence[EffectPoint]) -> bool:
    """Return whether nearly each whole number is a point by itself, whose rows speak for it."""
    is_whole = all((point.at or 0.0).is_integer() for point in points)
    return is_whole and _width(points[0], points[-1]) < 2 * len(points)


def dense_points(effect: Effect) -> tuple[EffectPoint, ...]:
    """Return the points of a curve without those that stand among few rows only."""
    few = sparse_parts(effect)
    if effect.kind != "category":
        few = tuple(before and behind for before, behind in zip((True, *few), (*few, True), strict=True))
    found = tuple(point for point, is_few in zip(effect.points, few, strict=True) if not is_few)
    return found if len(found) > 1 else effect.points


def without_wide_ends(effect: Effect) -> Effect:
    """Return the curve of a number or a date without ends of few rows that would take most of the picture."""
    few, points = sparse_parts(effect), effect.points
    first = len(list(takewhile(bool, few)))
    last = len(points) - 1 - len(list(takewhile(bool, reversed(few))))
    span = _width(points[0], points[-1])
    start = first if _width(points[0], points[first]) > WIDE * span else 0
    stop = last if _width(points[last], points[-1]) > WIDE * span else len(points) - 1
    return replace(effect, points=points[start : stop + 1])


def rows_between(points: Sequence[EffectPoint]) -> list[float]:
    """Return how many rows there are from point to point: half of those near one are on either side."""
    last = len(points) - 1
    shares = [
        float(point.rows) if place in (0, last) else point.rows / 2 for place, point in enumerate(points)
    ]
    return [one + other for one, other in pairwise(shares)]


def _width(one: EffectPoint, other: EffectPoint) -> float:
    return (other.at or 0.0) - (one.at or 0.0)

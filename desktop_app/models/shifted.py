"""Columns of a new file whose cells are shared out otherwise than in the rows that a model learned from."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from scipy import special

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import coded_values
from desktop_app.records.models import MOST_SHARES, Feature, Spread
from desktop_app.records.notices import Notice, Value, about
from desktop_app.records.tables import Column, Table

_CLEAR = 0.001  # the chance of so large a change by luck, shared by all columns that are compared
_MEDIUM = 0.25  # population stability index from which on a column counts as changed (Siddiqi, Credit Risk
# Scorecards, 2006); for two normal columns it is the square of Cohen's d: half a standard deviation
_FEWEST = 5.0  # rows to be expected of a level that is compared by itself (Cochran, 1954)
_NEAR = 0.1  # of the rows: a middle value that moved by less is the same in words
_DIGITS = 6  # of a number between two steps
_POWERS, _ABOUT = 3, 0.1  # of ten: a slip of the decimal sign or another unit, and how near it must be
_DECILES = np.arange(1, 10) / 10


def spread_of_numbers(values: Floats) -> Spread | None:
    """Return between which tenths numbers (rows,) lie; None where all are the same."""
    ends = np.unique([float(f"{end:.{_DIGITS}g}") for end in np.quantile(values, _DECILES)])
    counts = _in_steps(values, ends)
    if np.count_nonzero(counts) < 2:
        return None
    return Spread(rows=len(values), ends=tuple(ends.tolist()), shares=_shares(counts))


def spread_of_levels(counts: Mapping[str, int], fewest: int) -> Spread | None:
    """Return the shares of the levels that have *fewest* rows or more; None where there is no other level."""
    rows = sum(counts.values())
    often = [level for level, count in sorted(counts.items(), key=lambda one: -one[1]) if count >= fewest]
    often = often[: MOST_SHARES - 1]
    if len(counts) < 2 or not often:
        return None
    found = [counts[level] for level in often]
    return Spread(rows=rows, levels=tuple(often), shares=_shares(np.array([*found, rows - sum(found)])))


class ShiftCount:
    """How the cells of a new file are shared out among what the model knows of each column."""

    def __init__(self, features: Sequence[Feature]) -> None:
        self._features = [feature for feature in features if feature.spread]
        self._counts: dict[str, Ints] = {}

    def add(self, frame: pd.DataFrame) -> None:
        """Count the rows of a batch."""
        for feature in self._features:
            if feature.spread and feature.name in frame:
                counts = _counted(frame[feature.name], feature.spread)
                self._counts[feature.name] = self._counts.get(feature.name, np.zeros_like(counts)) + counts

    def notices(self, table: Table) -> list[Notice]:
        """Return a caution for each column that has changed: clearly, and by what matters."""
        found = []
        for feature in self._features:
            counts = self._counts.get(feature.name)
            if feature.spread is None or counts is None or not counts.any():
                continue
            if _chance(feature.spread, counts) * len(self._features) < _CLEAR and (
                stability(feature.spread, counts) >= _MEDIUM
            ):
                found.append(_notice(feature, feature.spread, counts, table.column(feature.name)))
        return found


def about_middle(feature: Feature, now: Column | None) -> list[Notice]:
    """Return the same of a column of which an older file tells no more than three quantiles."""
    low, before, high = feature.low, feature.median, feature.high
    if feature.spread or feature.type != "number" or now is None or now.type != "number":
        return []
    if low is None or before is None or high is None or now.median is None or low <= now.median <= high:
        return []
    return [about(feature.name, "check.shifted", "caution", now=now.median, before=before)]


def stability(before: Spread, counts: Ints) -> float:
    """Return the population stability index of counts (shares,): how far they are from the shares before.

    Half a row more in each place keeps an empty one finite (Lewis, An Introduction to Credit Scoring, 1994).
    """
    return float(_parts(before, counts).sum())


def _parts(before: Spread, counts: Ints) -> Floats:
    """Return what each place adds to the index, all of them at least 0."""
    then = np.array(before.shares) * before.rows + 0.5
    now = counts + 0.5
    then, now = then / then.sum(), now / now.sum()
    return np.asarray((now - then) * np.log(now / then))


def _chance(before: Spread, counts: Ints) -> float:
    """Return how likely luck alone makes so large a difference of two samples.

    Numbers by Kolmogorov and Smirnov, with Stephens's correction for few rows (Journal of the Royal
    Statistical Society B 32, 1970); only seen at the ends of steps, it is never too small. Levels by the
    chi-square test of homogeneity.
    """
    if not before.ends:
        return _chance_of_levels(before, counts)
    rows = counts.sum()
    root = math.sqrt(before.rows * rows / (before.rows + rows))
    return float(special.kolmogorov((root + 0.12 + 0.11 / root) * np.abs(_gaps(before, counts)).max()))


def _gaps(before: Spread, counts: Ints) -> Floats:
    """Return how much larger the share of rows up to each end is now."""
    return np.asarray((np.cumsum(counts) / counts.sum() - np.cumsum(before.shares))[:-1])


def _chance_of_levels(before: Spread, counts: Ints) -> float:
    seen = np.stack([np.array(before.shares) * before.rows, counts.astype(np.float64)])
    least = _expected(seen).min(axis=0)
    alone = least >= _FEWEST
    seen = np.column_stack([seen[:, alone], seen[:, ~alone].sum(axis=1)])
    expected = _expected(seen)
    is_there = expected.min(axis=0) > 0
    square = float(((seen - expected)[:, is_there] ** 2 / expected[:, is_there]).sum())
    return float(special.chdtrc(max(1, int(is_there.sum()) - 1), square))


def _expected(seen: Floats) -> Floats:
    """Return what both samples would hold if they were shared out alike."""
    return np.asarray(np.outer(seen.sum(axis=1), seen.sum(axis=0)) / seen.sum())


def _notice(feature: Feature, before: Spread, counts: Ints, column: Column | None) -> Notice:
    """Return what has changed most: a level, the middle value, or how many lie up to some number."""
    now = counts / counts.sum()
    if before.levels:
        place = int(np.argmax(_parts(before, counts)[:-1]))
        return _said(
            feature, "check.shifted_level", now[place], before.shares[place], value=before.levels[place]
        )
    median = column.median if column and column.type == "number" else None
    if median is not None and feature.median is not None and _has_moved(before, median):
        if power := _power(feature.median, median):
            code = "check.factor" if power > 0 else "check.factor_less"
            return about(feature.name, code, "caution", factor=10 ** abs(power))
        return about(feature.name, "check.shifted", "caution", now=median, before=feature.median)
    place = int(np.argmax(np.abs(_gaps(before, counts))))
    shares = np.cumsum(now)[place], float(np.cumsum(before.shares)[place])
    return _said(feature, "check.shifted_part", *shares, value=f"{before.ends[place]:.10g}")


def _power(before: float, now: float) -> int:
    """Return by which of ten, hundred or thousand a middle value is about multiplied (-1: a tenth), or 0."""
    if before * now <= 0:
        return 0
    exact = math.log10(now / before)
    power = round(exact)
    return power if 1 <= abs(power) <= _POWERS and abs(exact - power) <= _ABOUT else 0


def _has_moved(before: Spread, median: float) -> bool:
    """Return whether a middle value was not one of those in the middle."""
    place = int(np.searchsorted(before.ends, median))
    below = sum(before.shares[:place])
    return not below - _NEAR <= 0.5 <= below + before.shares[place] + _NEAR


def _said(feature: Feature, code: str, share: float, before: float, *, value: Value) -> Notice:
    return about(feature.name, code, "caution", share=float(share), before=float(before), value=value)


def _counted(cells: "pd.Series[Any]", spread: Spread) -> Ints:
    """Return how many filled cells are in each step, or of each level."""
    if spread.ends:
        values = cells.to_numpy(dtype=np.float64)
        return _in_steps(values[np.isfinite(values)], np.array(spread.ends))
    codes, present = coded_values(cells)
    places = {level: place for place, level in enumerate(spread.levels)}
    place_of = np.array([places.get(level, len(places)) for level in present], dtype=np.int64)
    return np.bincount(place_of[codes[codes >= 0]], minlength=len(spread.shares))


def _in_steps(values: Floats, ends: Floats) -> Ints:
    return np.bincount(np.searchsorted(ends, values, side="left"), minlength=len(ends) + 1)


def _shares(counts: Ints) -> tuple[float, ...]:
    return tuple(float(share) for share in counts / counts.sum())

"""Rows in groups by the cells of one column: by its values, or by ranges of many numbers or dates."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import coded_values
from desktop_app.records.groups import Group

MOST_VALUES = 12
MOST_AMOUNTS = 5  # different numbers or dates that are each a group of its own
BINS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The group of each row, -1 for a value that is not among those shown."""

    kind: Literal["value", "number", "date"]
    codes: Ints  # (rows,): places in `groups`
    groups: tuple[Group, ...]  # each with its count of rows and nothing else
    others: int = 0  # values that are not shown


def group_rows(values: pd.Series) -> Grouping:
    """Return the groups that the cells of a column make, as `tables.stored.frames` reads it.

    Values come by how many rows they have, ranges by what they hold, and empty cells last.
    """
    if values.dtype.kind == "M":
        moments = values.to_numpy(dtype="datetime64[us]")
        seconds = np.where(np.isnat(moments), np.nan, moments.astype(np.int64) / 1e6)
        return _of_amounts(seconds, "date")
    if values.dtype.kind == "f":
        return _of_amounts(values.to_numpy(dtype=np.float64), "number")
    return _of_values(values)


def _of_values(values: pd.Series) -> Grouping:
    codes, names = coded_values(values)
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    often = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], names[code]))
    shown = often[:MOST_VALUES]
    place = np.full(len(names) + 1, -1, dtype=np.int64)  # the last one is that of empty cells
    place[shown] = np.arange(len(shown))
    groups = [Group(label=names[code], rows=int(counts[code])) for code in shown]
    if empty := int(np.count_nonzero(codes < 0)):
        place[-1] = len(groups)
        groups.append(Group(rows=empty))
    return Grouping(kind="value", codes=place[codes], groups=tuple(groups), others=len(often) - len(shown))


def _of_amounts(amounts: Floats, kind: Literal["number", "date"]) -> Grouping:
    known = np.isfinite(amounts)
    codes = np.full(len(amounts), -1, dtype=np.int64)
    groups: list[Group] = []
    if known.any():
        edges = _edges(amounts[known])
        codes[known] = np.searchsorted(edges, amounts[known], side="right")
        groups = [_range(amounts[codes == place]) for place in range(len(edges) + 1)]
    if not known.all():
        codes[~known] = len(groups)
        groups.append(Group(rows=int(np.count_nonzero(~known))))
    return Grouping(kind=kind, codes=codes, groups=tuple(groups))


def _edges(known: Floats) -> Floats:
    """Return the lowest amounts of all groups but the first."""
    different = np.unique(known)
    if len(different) <= MOST_AMOUNTS:
        return different[1:]
    # As amounts that are there, so that no range is empty.
    ends = np.quantile(known, np.arange(1, BINS) / BINS, method="higher")
    return np.setdiff1d(ends, different[:1])


def _range(amounts: Floats) -> Group:
    return Group(low=float(amounts.min()), high=float(amounts.max()), rows=len(amounts))

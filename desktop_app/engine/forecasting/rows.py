"""The rows of a table that can be placed in time, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.errors import DataError
from desktop_app.records.forecasts import ForecastAsked

LARGEST = 1e100  # beyond it squares, and sums of them, are no numbers any more
_MOST_LEVELS = 12  # of a known column that become a column each


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeable:
    """The rows of a table that have a time and a series, as arrays (rows,) of dates or numbers.

    *series*: places in *names*. *target* and *known*: NaN where unknown. *left_out*: rows that lack a time or
    a series. *levels*: of each column that is known ahead, the texts that have a column of their own.
    """

    times: npt.NDArray[Any]
    series: Ints
    names: tuple[str, ...]
    target: Floats
    known: Floats  # (rows, columns)
    left_out: int
    levels: tuple[tuple[str, ...], ...] = ()


def read_rows(
    frame: pd.DataFrame, asked: ForecastAsked, levels: Sequence[Sequence[str]] | None = None
) -> Placeable:
    """Return the rows of a frame that can be placed. Raises DataError where no row has a time.

    *levels* of known columns with texts are found where they are not given: the most frequent ones.
    """
    times = frame[asked.time]
    groups = frame[asked.group].astype("object") if asked.group else pd.Series("", index=frame.index)
    placed = (times.notna() & groups.notna()).to_numpy()
    if not placed.any() or times.dtype.kind not in "Mfiu":
        raise DataError("forecast.no_time", time=asked.time)
    codes, names = pd.factorize(groups[placed].astype(str), sort=True)
    found, columns = [], []
    for place, name in enumerate(asked.known):
        cells = frame.loc[placed, name]
        kept = _levels_of(cells) if levels is None else tuple(levels[place])
        found.append(kept)
        columns += _numbers_of(cells, kept)
    known = np.stack(columns, axis=1) if columns else np.empty((int(placed.sum()), 0))
    return Placeable(
        times=times[placed].to_numpy(),
        series=np.asarray(codes, dtype=np.int64),
        names=tuple(map(str, names)),
        target=_limited(frame.loc[placed, asked.target].to_numpy(dtype=np.float64)),
        known=known,
        left_out=int(np.count_nonzero(~placed)),
        levels=tuple(found),
    )


def _levels_of(cells: "pd.Series[Any]") -> tuple[str, ...]:
    """Return the values of a column of texts that become a column each; none of numbers."""
    if cells.dtype.kind in "fiub":
        return ()
    counts = cells.dropna().astype(str).value_counts()
    return tuple(sorted(map(str, counts.index[:_MOST_LEVELS])))


def _numbers_of(cells: "pd.Series[Any]", levels: Sequence[str]) -> list[Floats]:
    if not levels:
        numbers = cells if cells.dtype.kind in "fiub" else pd.Series(np.nan, index=cells.index)
        return [_limited(np.asarray(numbers.to_numpy(), dtype=np.float64))]
    texts, there = cells.astype("object").astype(str).to_numpy(), cells.notna().to_numpy()
    return [np.asarray(np.where(there, texts == level, np.nan), dtype=np.float64) for level in levels]


def _limited(numbers: Floats) -> Floats:
    return np.asarray(np.clip(numbers, -LARGEST, LARGEST))


def of_longest(rows: Placeable, most: int) -> Placeable:
    """Return the rows of so many series, those with the most targets; all, where there are no more."""
    if len(rows.names) <= most:
        return rows
    lengths = np.bincount(rows.series[np.isfinite(rows.target)], minlength=len(rows.names))
    kept = np.sort(np.argsort(-lengths, kind="stable")[:most])
    which = np.isin(rows.series, kept)
    return replace(
        rows,
        times=rows.times[which],
        series=np.searchsorted(kept, rows.series[which]),
        names=tuple(rows.names[one] for one in kept),
        target=rows.target[which],
        known=rows.known[which],
    )

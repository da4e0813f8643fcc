"""Columns from plain cells, in the form in which a predictor reads them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.language import of_day
from desktop_app.records.models import Feature

EPOCH = np.datetime64(0, "us")


def make_frame(
    features: Sequence[Feature], columns: Mapping[str, Sequence[str | float | None]]
) -> pd.DataFrame:
    """Return the columns of *features* as `tables.frames` would read them; dates are seconds since 1970.

    Raises ValueError or TypeError where a cell is of another type than its column.
    """
    return pd.DataFrame({feature.name: _column(feature, columns[feature.name]) for feature in features})


def seconds(dates: "pd.Series[Any]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return dates as seconds since 1970; NaN where one is missing."""
    moments = dates.to_numpy(dtype="datetime64[us]")
    return np.where(np.isnat(moments), np.nan, (moments - EPOCH) / np.timedelta64(1, "s"))


def numbers_of(values: "pd.Series[Any]", feature: Feature) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return a column of numbers or dates as numbers, dates in seconds since 1970; NaN where it is empty."""
    return seconds(values) if feature.type == "date" else values.to_numpy(dtype=np.float64)


def day_text(second: float) -> str:
    """Return the day, and the time where there is one, of seconds since 1970."""
    moment = EPOCH + np.timedelta64(round(second * 1e6), "us")
    iso = str(moment.astype("datetime64[D]" if second % 86_400 == 0 else "datetime64[s]"))
    return of_day(iso.replace("T", " "))


def _column(feature: Feature, cells: Sequence[str | float | None]) -> "pd.Series[Any]":
    if feature.type == "number":
        return pd.Series([np.nan if cell is None else float(cell) for cell in cells], dtype=np.float64)
    if feature.type == "date":
        moments = [
            None if cell is None else EPOCH + np.timedelta64(round(float(cell) * 1e6), "us") for cell in cells
        ]
        return pd.Series(np.array(moments, dtype="datetime64[us]"))
    if not all(cell is None or isinstance(cell, str) for cell in cells):
        raise TypeError(f"{feature.name} holds what is no text")
    return pd.Series(np.array(cells, dtype=np.object_), dtype=np.object_)

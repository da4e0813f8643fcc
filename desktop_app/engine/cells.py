"""A table as the learner holds it: numbers, days, codes of values, and texts, one array a kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.arrays import Codes, Flags, Floats, Texts
from desktop_app.records.plans import Role

LARGEST = 1e30  # beyond it single precision, in which trees compare, overflows
_DAY = np.timedelta64(1, "D")

Rows = npt.NDArray[np.int64] | slice


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The names of the columns of each kind, in the order of the arrays."""

    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All columns, in the order of the arrays."""
        return (*self.numbers, *self.dates, *self.categories, *self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The cells of the columns that are learned from; missing is NaN, code -1, or an empty text."""

    layout: Layout
    numbers: Floats  # (rows, numbers)
    days: Floats  # (rows, dates): days since 1970
    codes: Codes  # (rows, categories): position in `levels`
    levels: tuple[tuple[str, ...], ...]
    texts: Texts  # (rows, texts)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.numbers)

    def take(self, rows: Rows) -> "Cells":
        """Return the same columns of some of the rows."""
        return replace(
            self,
            numbers=self.numbers[rows],
            days=self.days[rows],
            codes=self.codes[rows],
            texts=self.texts[rows],
        )

    @classmethod
    def stacked(cls, several: Sequence["Cells"]) -> "Cells":
        """Return the rows of several tables of the same columns and levels, one below the other."""
        return replace(
            several[0],
            numbers=np.concatenate([cells.numbers for cells in several]),
            days=np.concatenate([cells.days for cells in several]),
            codes=np.concatenate([cells.codes for cells in several]),
            texts=np.concatenate([cells.texts for cells in several]),
        )

    def only(self, names: frozenset[str]) -> "Cells":
        """Return the same rows of some of the columns."""
        layout = self.layout
        keep = {
            kind: [place for place, name in enumerate(getattr(layout, kind)) if name in names]
            for kind in ("numbers", "dates", "categories", "texts")
        }
        return Cells(
            layout=Layout(**{kind: tuple(getattr(layout, kind)[p] for p in keep[kind]) for kind in keep}),
            numbers=self.numbers[:, keep["numbers"]],
            days=self.days[:, keep["dates"]],
            codes=self.codes[:, keep["categories"]],
            levels=tuple(self.levels[place] for place in keep["categories"]),
            texts=self.texts[:, keep["texts"]],
        )

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return (rows,) the cells of one column: numbers, days, codes of its levels, or texts."""
        field, place = self.place_of(name)
        cells: npt.NDArray[Any] = getattr(self, field)[:, place]
        return cells

    def mixed_up(self, name: str, order: npt.NDArray[np.int64]) -> "Cells":
        """Return the same cells with those of one column in another order."""
        return self.with_column(name, self.column(name)[order])

    def with_column(self, name: str, cells: Any) -> "Cells":
        """Return the same cells with others in one column: one a row, or one for all rows.

        They are of the kind that `column` returns: a number, a day since 1970, a code of its levels, a text.
        """
        field, place = self.place_of(name)
        changed = getattr(self, field).copy()
        changed[:, place] = cells
        return replace(self, **{field: changed})

    def levels_of(self, name: str) -> tuple[str, ...]:
        """Return the levels of a category."""
        return self.levels[self.layout.categories.index(name)]

    def is_empty(self, name: str) -> Flags:
        """Return (rows,) whether the cell of a column is missing."""
        cells = self.column(name)
        if name in self.layout.texts:
            return np.asarray(cells == "")
        return np.asarray(cells < 0 if name in self.layout.categories else np.isnan(cells))

    def place_of(self, name: str) -> tuple[str, int]:
        """Return which array holds a column, and where."""
        layout = self.layout
        for field, names in (
            ("numbers", layout.numbers),
            ("days", layout.dates),
            ("codes", layout.categories),
            ("texts", layout.texts),
        ):
            if name in names:
                return field, names.index(name)
        raise KeyError(name)


def layout_of(features: Mapping[str, Role]) -> Layout:
    """Return the columns of each kind, in the order in which the table holds them."""

    def named(role: Role) -> tuple[str, ...]:
        return tuple(name for name, value in features.items() if value == role)

    return Layout(
        numbers=named("number"), dates=named("date"), categories=named("category"), texts=named("text")
    )


def read_cells(frame: pd.DataFrame, layout: Layout) -> Cells:
    """Return the cells of a frame as `tables.frames` reads it; a column that is not there is all missing."""
    rows = len(frame)
    numbers = np.full((rows, len(layout.numbers)), np.nan)
    days = np.full((rows, len(layout.dates)), np.nan)
    codes = np.full((rows, len(layout.categories)), -1, dtype=np.int32)
    texts = np.full((rows, len(layout.texts)), "", dtype=np.object_)
    levels: list[tuple[str, ...]] = [() for _ in layout.categories]
    for place, values in _there(frame, layout.numbers):
        numbers[:, place] = np.clip(values.to_numpy(dtype=np.float64), -LARGEST, LARGEST)
    for place, values in _there(frame, layout.dates):
        days[:, place] = _days(values)
    for place, values in _there(frame, layout.categories):
        codes[:, place], levels[place] = coded_values(values)
    for place, values in _there(frame, layout.texts):
        texts[:, place] = _texts(values)
    return Cells(layout=layout, numbers=numbers, days=days, codes=codes, levels=tuple(levels), texts=texts)


def _there(frame: pd.DataFrame, names: tuple[str, ...]) -> Iterator[tuple[int, pd.Series]]:
    for place, name in enumerate(names):
        if name in frame:
            yield place, frame[name]


def coded_values(values: pd.Series) -> tuple[Codes, tuple[str, ...]]:
    """Return the position of each value in the list of values that appear; -1 where it is missing."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        return np.asarray(values.cat.codes).astype(np.int32), tuple(
            str(level) for level in values.cat.categories
        )
    found, uniques = pd.factorize(values, use_na_sentinel=True)
    return np.asarray(found).astype(np.int32), tuple(str(level) for level in uniques)


def _days(values: pd.Series) -> Floats:
    moments = values.to_numpy(dtype="datetime64[us]")
    days = (moments - np.datetime64(0, "us")) / _DAY
    return np.where(np.isnat(moments), np.nan, days)


def _texts(values: pd.Series) -> Texts:
    texts = values.to_numpy(dtype=np.object_)
    return np.where(values.isna().to_numpy(), "", texts)

"""Columns of a stored table for the learner: numbers, moments and categories in memory."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.errors import DataError
from desktop_app.records.tables import Column, ColumnType, Table
from desktop_app.tables.columns.meanings import Meaning, bound_in, date_in_any, number_in_any
from desktop_app.tables.duck import connect, memory_for
from desktop_app.tables.stored.cells import Draw, cells_of, times
from desktop_app.tables.stored.levels import make_levels, number_of_level

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_LEVELS = 10_000  # with more, a number for each level saves nothing
_KEY_TYPES = {"number": "DOUBLE", "date": "TIMESTAMP"}  # of cells that are compared; of all others texts
# A cell in memory, and an empty one.
_FORMS: dict[str, tuple[str, Any]] = {
    "number": ("float64", np.nan),
    "date": ("datetime64[us]", np.datetime64("NaT")),
}
_TEXT: tuple[str, Any] = ("object", None)
_LEVEL: tuple[str, Any] = ("int32", -1)


class _Wanted(NamedTuple):
    """A column to read, and as what."""

    column: Column
    type: ColumnType

    @property
    def has_levels(self) -> bool:
        """Whether the column becomes a Categorical."""
        return self.type in ("category", "yes/no") and 0 < self.column.distinct <= _MOST_LEVELS


def read_frame(
    folder: Path,
    table: Table,
    wanted: Mapping[str, ColumnType],
    rows: range | Draw | None = None,
) -> pd.DataFrame:
    """Return the columns that *wanted* names, in its order, for some of the rows, or for all of them.

    A number is float64, with NaN for what is missing or is no number; a date is datetime64; everything else
    is the text as read: Categorical for a category or yes/no of at most 10,000 values, objects with None for
    all others. What the table read as missing is missing here, whatever the type. Raises KeyError for a
    column that is not there.
    """
    (frame,) = read_frames(folder, table, wanted, [rows])
    return frame


def read_frames(
    folder: Path, table: Table, wanted: Mapping[str, ColumnType], parts: Iterable[range | Draw | None]
) -> Iterator[pd.DataFrame]:
    """Yield what `read_frame` returns of one part of the rows after the other.

    What all have in common, as the levels of a category, is found once. Raises KeyError.
    """
    columns = {column.name: column for column in table.columns}
    reading = [_Wanted(columns[name], type_) for name, type_ in wanted.items()]
    if not reading:
        every = range(table.rows)
        for rows in parts:
            yield pd.DataFrame(index=every[rows.start : rows.stop] if isinstance(rows, range) else every)
        return
    with connect(folder=folder, memory=memory_for(len(reading))) as duck:
        held = _Reading(duck, folder, table, reading)
        yield from map(held.frame, parts)


class _Reading:
    """Columns of a table as they are wanted; one at least."""

    def __init__(self, duck: "DuckDBPyConnection", folder: Path, table: Table, wanted: list[_Wanted]) -> None:
        self._duck, self._folder, self._wanted = duck, folder, wanted
        self._levels: dict[int, pd.CategoricalDtype[str]] = {}
        self._meanings = [self._meaning(table, place, want) for place, want in enumerate(wanted)]

    def frame(self, rows: range | Draw | None) -> pd.DataFrame:
        """Return some of the rows, or all."""
        cells = ", ".join(f"{meaning.sql} AS c{place}" for place, meaning in enumerate(self._meanings))
        source = cells_of(self._folder, [want.column for want in self._wanted], rows)
        found = self._duck.execute(
            f"SELECT row, {cells} FROM {source.sql}",  # noqa: S608 - our names
            [*bound_in(self._meanings), *source.bound],
        ).fetchnumpy()
        check_rising(np.asarray(found["row"]))
        return pd.DataFrame(
            {
                want.column.name: _settled(found[f"c{place}"], want, self._levels.get(place))
                for place, want in enumerate(self._wanted)
            }
        )

    def _meaning(self, table: Table, place: int, want: _Wanted) -> Meaning:
        """Return the SQL for a column as it is wanted; its levels become a type of the database."""
        if not want.has_levels:
            return _plain(table, want)
        self._levels[place] = make_levels(self._duck, self._folder, f"level{place}", want.column)
        return _where_filled(want, number_of_level(f"r{want.column.position}", f"level{place}"))


def check_rising(rows: npt.NDArray[np.int64]) -> None:
    """Raise DataError where rows are not in the order of their file, as an early version could store them."""
    if not (rows[1:] > rows[:-1]).all():
        raise DataError("table.order")


def row_numbers(folder: Path, rows: Draw) -> npt.NDArray[np.int64]:
    """Return which rows of the table a draw takes, in the order in which `read_frame` gives them."""
    source = cells_of(folder, (), rows)
    with connect(folder=folder) as duck:
        found = duck.execute(f"SELECT row FROM {source.sql}", [*source.bound]).fetchnumpy()  # noqa: S608 - our names
    drawn = np.asarray(found["row"], dtype=np.int64)
    check_rising(drawn)
    return drawn


def keys_of(
    folder: Path,
    table: Table,
    wanted: Mapping[str, ColumnType],
    rows: Draw | None = None,
    *,
    filled: str = "",
) -> Meaning:
    """Return a relation of `row` and `key`: a hash that rows share which hold the same in some columns.

    The columns are read as *wanted*, words as they stand in the file. Where a column is to be *filled*, the
    others are left out. Raises KeyError for a column that is not there.
    """
    columns = {column.name: column for column in table.columns}
    meanings = [_plain(table, _Wanted(columns[name], type_)) for name, type_ in wanted.items()]
    cells = ", ".join(
        f"({meaning.sql})::{_KEY_TYPES.get(type_, 'VARCHAR')}"
        for meaning, type_ in zip(meanings, wanted.values(), strict=True)
    )
    named = {*wanted, filled} - {""}
    source = cells_of(folder, [columns[name] for name in named], rows)
    where = f" WHERE v{columns[filled].position} IS NOT NULL" if filled else ""
    return Meaning(
        f"(SELECT row, hash({cells}) AS key FROM {source.sql}{where})",  # noqa: S608 - our names
        (*bound_in(meanings), *source.bound),
    )


def read_text(
    folder: Path, table: Table, name: str, *, start: int = 0, count: int | None = None
) -> list[str | None]:
    """Return the cells of one column exactly as they stood in the file, None where one was empty.

    Raises KeyError for a column that is not there.
    """
    column = table.column(name)
    if column is None:
        raise KeyError(name)
    source = cells_of(folder, [column], range(start, start + (table.rows if count is None else count)))
    with connect(folder=folder) as duck:
        found = duck.execute(f"SELECT r{column.position} FROM {source.sql}", [*source.bound])  # noqa: S608 - our names
        return [row[0] for row in found.fetchall()]


def _plain(table: Table, want: _Wanted) -> Meaning:
    """Return the SQL for a column as it is wanted, words as texts."""
    raw = f"r{want.column.position}"
    if want.type not in ("number", "date"):
        return _where_filled(want, Meaning(raw))
    if want.type == want.column.type:
        return _multiplied(want, Meaning(f"v{want.column.position}"))
    return _multiplied(want, _where_filled(want, _in_any(raw, table, want)))


def _multiplied(want: _Wanted, meaning: Meaning) -> Meaning:
    """Return numbers as a model reads them, which may have learned with another unit."""
    is_number = want.type == "number"
    return Meaning(times(meaning.sql, want.column.factor), meaning.bound) if is_number else meaning


def _where_filled(want: _Wanted, meaning: Meaning) -> Meaning:
    if want.column.as_read:  # then the text is the value, and filled where that is
        return meaning
    sql = f"CASE WHEN v{want.column.position} IS NOT NULL THEN {meaning.sql} END"
    return Meaning(sql, meaning.bound)


def _in_any(raw: str, table: Table, want: _Wanted) -> Meaning:
    """Return what is certain in a column of words, written as the file writes its numbers and dates."""
    ways = {reading.partition(" ")[0] for reading in table.recipe.readings.values()}
    if want.type == "date":
        orders = ways & {"date-dmy", "date-mdy"}
        return date_in_any(raw, orders.pop() if len(orders) == 1 else "")
    signs = ways & {"number-point", "number-comma"}
    is_asked = any(question.column == want.column.name for question in table.questions)
    return number_in_any(raw, signs.pop() if len(signs) == 1 else "", is_asked=is_asked)


def _settled(cells: Any, want: _Wanted, levels: "pd.CategoricalDtype[str] | None") -> "pd.Series[Any]":
    """Return the cells in the form that was promised; *cells* is masked where some are missing."""
    kind, none = _LEVEL if levels is not None else _FORMS.get(want.type, _TEXT)
    values = np.asarray(cells, dtype=kind)
    if np.ma.is_masked(cells):
        values[cells.mask] = none
    if levels is not None:
        return pd.Series(pd.Categorical.from_codes(values, dtype=levels))
    return pd.Series(values, dtype=kind, copy=False)

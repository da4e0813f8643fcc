"""The levels of a column of a stored table, found once, so that a cell arrives as the number of its level."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from desktop_app.records.tables import LONGEST_VALUE, Column
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.stored.cells import cells_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MAKE = "CREATE TEMP TYPE {name} AS ENUM (SELECT unnest(?) AS level ORDER BY level)"
_LEVELS = "SELECT unnest(enum_range(NULL::{name}))"


def make_levels(
    duck: "DuckDBPyConnection", folder: Path, name: str, column: Column
) -> "pd.CategoricalDtype[str]":
    """Make a type of that name of the levels of a column, and return them in the order of their numbers."""
    duck.execute(_MAKE.format(name=name), [_levels_of(duck, folder, column)])
    found = duck.execute(_LEVELS.format(name=name)).fetchall()
    return pd.CategoricalDtype(pd.Index([level for (level,) in found], dtype="str"))


def number_of_level(text: str, name: str) -> Meaning:
    """Return SQL for the number of the level that a text is; it fails at a text that is none.

    What cannot fail by itself is asked of each different text once, and not of each row: half of the time.
    """
    number = f"enum_code(TRY_CAST({text} AS {name}))"
    return Meaning(f"coalesce({number}, CASE WHEN {text} IS NOT NULL THEN error('no level') END)")


def _levels_of(duck: "DuckDBPyConnection", folder: Path, column: Column) -> list[str]:
    values = [bar.label for bar in column.top_values]
    if len(values) == column.distinct and max(map(len, values)) < LONGEST_VALUE:
        return values
    source = cells_of(folder, [column])
    found = duck.execute(
        f"SELECT DISTINCT r{column.position} FROM {source.sql} WHERE v{column.position} IS NOT NULL",  # noqa: S608 - our names
        [*source.bound],
    ).fetchall()
    return [value for (value,) in found]

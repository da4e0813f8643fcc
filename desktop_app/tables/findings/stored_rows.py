"""The stored rows of a table, to be looked through."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.records.notices import Level, Notice, Value
from desktop_app.records.tables import Column, Table
from desktop_app.tables.stored.cells import cells_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_EXAMPLES = 5  # values in one finding
_LONGEST_EXAMPLE = 60  # letters
_GLANCE = 2_000  # rows that show that most pairs of columns are not meant
_MOST_PAIRS = 200
_MOST_NAMES = 20_000  # of columns, which each comparison reads anew from the file
_FIRST_CELLS = 200  # cells that show what a column looks like
_LONGEST_CELL = 300  # letters of each


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRows:
    """The rows of a table, and what is known about them already."""

    duck: "DuckDBPyConnection"
    folder: Path
    table: Table
    now: float  # seconds since 1970

    def ask(
        self, query: str, columns: Sequence[Column], some: range | None = None, **bound: object
    ) -> list[tuple[Any, ...]]:
        """Return what a query finds `FROM rows`: all or *some* of them, these columns of `cells_of`."""
        cells = cells_of(self.folder, columns, some)
        source, names = cells.sql, [f"bound{place}" for place in range(len(cells.bound))]
        for name in names:  # those of the query have names, and DuckDB takes either all with names or none
            source = source.replace("?", f"${name}", 1)
        given = {**dict(zip(names, cells.bound, strict=True)), **bound}
        return self.duck.execute(query.replace("FROM rows", f"FROM {source}"), given).fetchall()

    def first_of(
        self, query: str, columns: Sequence[Column], some: range | None = None, **bound: object
    ) -> tuple[Any, ...]:
        """Return the one row that a query finds."""
        return self.ask(query, columns, some, **bound)[0]

    def glances(self) -> tuple[range, range]:
        """Return the first rows, which show that most is not meant, and then all."""
        return range(min(_GLANCE, self.table.rows)), range(self.table.rows)

    def filled(self, column: Column) -> int:
        """Return how many cells of a column are not missing."""
        return self.table.rows - column.missing

    def most_pairs(self, cells: int) -> int:
        """Return how many pairs of columns to compare, where that many cells may be read for it."""
        return min(_MOST_PAIRS, cells // max(1, self.table.rows), _MOST_NAMES // len(self.table.columns))

    def some_cells(self, column: Column) -> list[str]:
        """Return the first cells of a column that are not missing, as they stand in the file."""
        place = column.position
        found = self.ask(
            f"SELECT left(r{place}, {_LONGEST_CELL}) FROM rows "  # noqa: S608 - our names
            f"WHERE v{place} IS NOT NULL LIMIT {_FIRST_CELLS}",
            [column],
        )
        return [str(text).strip() for (text,) in found]


def finding(code: str, columns: Sequence[Column], level: Level = "caution", **values: Value) -> Notice:
    """Return a finding about some columns; the first one fills {column}, the second one {other}."""
    names = tuple(column.name for column in columns)
    named: dict[str, Value] = dict(zip(("column", "other"), names, strict=False))
    return Notice(code=code, values={**named, **values}, columns=names, level=level)


def shown(values: Sequence[object]) -> list[str]:
    """Return a few values as the examples of a finding."""
    texts = [str(value) for value in values[:MOST_EXAMPLES]]
    return [text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE]}…" for text in texts]

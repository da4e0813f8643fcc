"""Rows that stand in a table more than once, where that cannot be chance.

In a table of a few columns with a few values each, equal rows are its nature. Copies are told from chance by
two signs: rows that agree in all columns but the one with the most values mostly agree in that one too, and
of as many rows with independent columns far fewer would be equal.
"""

import math
from collections.abc import Iterator

from desktop_app.records.notices import Notice
from desktop_app.records.oddness import Repeats
from desktop_app.records.tables import Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding, shown

_MOST_CELLS = 1_000_000_000  # beyond, reading every cell would take as long as the import
_MOST_COLUMNS = 1_000  # in one question of DuckDB
_AT_ONCE = 1_000_000  # rows
FEWEST_ROWS = 20
_FIRST = 3  # columns that show that most rows are not meant
SURELY = 0.5  # of the pairs that agree in all columns but one
BY_CHANCE = 0.05  # of the equal pairs
_MOST_OF_ALL = 0.5  # of the rows; more is how the table is made

_TWICE = """
CREATE OR REPLACE TEMP TABLE twice AS
SELECT h FROM (SELECT hash({first}) AS h FROM rows) GROUP BY h HAVING count(*) > 1
"""
_NO_ROWS = "CREATE OR REPLACE TEMP TABLE maybe (key UBIGINT, row BIGINT)"
_MAYBE = "INSERT INTO maybe SELECT hash({all}), row FROM rows WHERE hash({first}) IN (FROM twice)"
_EQUAL = """
CREATE OR REPLACE TEMP TABLE equal AS
SELECT count(*) AS n, min(row) AS first FROM maybe GROUP BY key HAVING count(*) > 1
"""
_COUNTS = "SELECT coalesce(sum(n - 1), 0)::BIGINT, coalesce(sum(n * (n - 1) / 2), 0)::DOUBLE FROM equal"
_NEARLY = """
SELECT coalesce(sum(n * (n - 1) / 2), 0)::DOUBLE
FROM (SELECT count(*) AS n FROM rows GROUP BY hash({others}))
"""
_ALL_PLACES = """
SELECT list(row ORDER BY row) FROM maybe GROUP BY key HAVING count(*) > 1 ORDER BY min(row) LIMIT ?
"""
_PLACES = "SELECT first + 1 FROM equal ORDER BY first LIMIT 5"


def repeated_rows(rows: StoredRows) -> Iterator[Notice]:
    """Yield how many rows repeat an earlier one in all columns."""
    columns = rows.table.all_columns  # as the rule has it that leaves them out
    if any(column.distinct == rows.table.rows for column in columns):
        return
    if repeats := _repeats(rows, columns):
        places = [place for (place,) in rows.duck.execute(_PLACES).fetchall()]
        values = {"rows": rows.table.rows, "row": places[0], "values": shown(places)}
        yield finding("find.duplicates", (), count=repeats, **values)


def places_of_repeats(rows: StoredRows, most: int) -> Repeats | None:
    """Return the rows that repeat an earlier one in all columns, but for those that tell each row apart.

    None where there are none, or chance may have made them; places of the first *most* of the same rows.
    """
    columns = tuple(column for column in rows.table.all_columns if column.distinct < rows.table.rows)
    repeats = _repeats(rows, columns)
    if not repeats:
        return None
    found = rows.duck.execute(_ALL_PLACES, [most]).fetchall()
    names = tuple(column.name for column in rows.table.all_columns if column.distinct >= rows.table.rows)
    return Repeats(rows=repeats, places=tuple(tuple(places) for (places,) in found), but=names)


def _repeats(rows: StoredRows, columns: tuple[Column, ...]) -> int:
    """Return how many rows repeat an earlier one in these columns, 0 where that may be chance."""
    count = rows.table.rows
    is_small = len(columns) <= _MOST_COLUMNS and count * len(columns) <= _MOST_CELLS
    if count < FEWEST_ROWS or len(columns) < 2 or not is_small:
        return 0
    widest = _widest(columns)
    first = _cells(widest[:_FIRST])
    rows.ask(_TWICE.format(first=first), columns)
    if rows.duck.execute("FROM twice LIMIT 1").fetchone() is None:
        return 0
    _find_equal(rows, columns, first)
    repeats, pairs = rows.duck.execute(_COUNTS).fetchall()[0]
    if not repeats or repeats > _MOST_OF_ALL * count or by_chance(columns, count) > BY_CHANCE * pairs:
        return 0
    (nearly,) = rows.first_of(_NEARLY.format(others=_cells(widest[1:])), widest)
    return int(repeats) if pairs >= SURELY * nearly else 0


def _find_equal(rows: StoredRows, columns: tuple[Column, ...], first: str) -> None:
    """Find the rows that agree in all columns among those that agree in the *first* ones."""
    rows.duck.execute(_NO_ROWS)
    # In stretches: DuckDB may hold all rows to look each of the few hashes up in them, not the other way.
    for start in range(0, rows.table.rows, _AT_ONCE):
        rows.ask(_MAYBE.format(first=first, all=_cells(columns)), columns, range(start, start + _AT_ONCE))
    rows.duck.execute(_EQUAL)


def _widest(columns: tuple[Column, ...]) -> list[Column]:
    return sorted(columns, key=lambda column: -column.distinct)


def _cells(columns: list[Column] | tuple[Column, ...]) -> str:
    return ", ".join(f"r{column.position}" for column in columns)


def by_chance(columns: tuple[Column, ...], rows: int) -> float:
    """Return how many pairs of rows would be equal if the columns had nothing to do with each other."""
    logarithm = math.log(max(rows, 2)) * 2 - math.log(2)
    for column in columns:
        logarithm += math.log(_alike(column, rows))
    return math.exp(min(logarithm, 700))


def _alike(column: Column, rows: int) -> float:
    """Return how likely two rows agree in a column."""
    shares = (*(bar.count for bar in column.top_values), column.missing)
    often = sum((count / rows) ** 2 for count in shares)
    return min(1.0, max(often, 1 / max(column.distinct, 1)))

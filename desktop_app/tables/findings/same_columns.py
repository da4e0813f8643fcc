"""Columns that say what another one says: the same cells, or the same kinds under other names."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding

_FEWEST_ROWS = 20
_FEWEST_OTHERS = 5  # rows that do not hold the most frequent value: fewer can agree by chance
_ROWS_OF_EACH = 3  # on average: values that hardly repeat stand beside one other each by nature
_MOST_KINDS = 50  # as many as a profile lists
_MOST_CELLS = 200_000_000  # compared; in a longer table fewer pairs
_LONGEST = 60  # letters of an example

_DIFFERENT = """
SELECT count(*) = 0 FROM rows WHERE v{a} IS DISTINCT FROM v{b}
"""
_ONE_TO_ONE = """
SELECT one = pairs AND another = pairs AND are_filled FROM (
    SELECT count(DISTINCT r{a}) AS one, count(DISTINCT r{b}) AS another,
        count(DISTINCT (r{a}, r{b})) AS pairs, bool_and(v{a} IS NOT NULL AND v{b} IS NOT NULL) AS are_filled
    FROM rows WHERE v{a} IS NOT NULL OR v{b} IS NOT NULL
)
"""
_EXAMPLE = """
SELECT r{a}, r{b} FROM rows WHERE v{a} IS NOT NULL AND r{a} IS DISTINCT FROM r{b} LIMIT 1
"""


def same_columns(rows: StoredRows) -> Iterator[Notice]:
    """Yield which columns repeat another one."""
    columns = [column for column in rows.table.columns if _varies(column, rows.table.rows)]
    told: set[int] = set()
    for first, other in _agreeing(rows, _pairs(columns, _profile), _DIFFERENT):
        if other.position not in told:
            told.add(other.position)
            yield finding("find.same", (first, other), "note", count=rows.table.rows, rows=rows.table.rows)
    kinds = [
        column
        for column in columns
        if column.position not in told and _lists_kinds(column, rows.filled(column))
    ]
    for first, other in _agreeing(rows, _pairs(kinds, _counts), _ONE_TO_ONE):
        example = rows.ask(_EXAMPLE.format(a=first.position, b=other.position), (first, other))
        if other.position not in told and example:
            told.add(other.position)
            one, another = (str(text).strip()[:_LONGEST] for text in example[0])
            yield finding("find.same_kinds", (first, other), "note", one=one, another=another)


def _agreeing(
    rows: StoredRows, pairs: Iterator[tuple[Column, Column]], query: str
) -> Iterator[tuple[Column, Column]]:
    """Yield the pairs of which a query is true, at a glance and then over all rows."""
    for first, other in islice(pairs, rows.most_pairs(_MOST_CELLS)):
        asked = query.format(a=first.position, b=other.position)
        if all(rows.first_of(asked, (first, other), some) == (True,) for some in rows.glances()):
            yield first, other


def _pairs(columns: Sequence[Column], look: Callable[[Column], Hashable]) -> Iterator[tuple[Column, Column]]:
    """Yield the columns that look alike, each beside the first one that looks so."""
    firsts: defaultdict[Hashable, list[Column]] = defaultdict(list)
    for column in columns:
        key = look(column)
        yield from ((first, column) for first in firsts[key])
        if len(firsts[key]) < 3:  # of more that look alike and differ, the others are left alone
            firsts[key].append(column)


def _varies(column: Column, rows: int) -> bool:
    most = column.top_values[0].count if column.top_values else 1
    return rows >= _FEWEST_ROWS and rows - column.missing - most >= _FEWEST_OTHERS


def _profile(column: Column) -> Hashable:
    """Return what two equal columns have in common; how numbers are spelled does not matter."""
    amounts = (column.minimum, column.low, column.median, column.high, column.maximum)
    is_amount = column.type in ("number", "date")
    values = () if is_amount else tuple((bar.label, bar.count) for bar in column.top_values)
    return (column.type, column.missing, amounts, values, 0 if is_amount else column.distinct)


def _lists_kinds(column: Column, filled: int) -> bool:
    """Return whether it holds few kinds that repeat, all of which the profile lists."""
    are_listed = 1 < column.distinct == len(column.top_values) <= _MOST_KINDS
    return are_listed and column.type != "date" and column.distinct * _ROWS_OF_EACH <= filled


def _counts(column: Column) -> Hashable:
    return (column.missing, tuple(sorted(bar.count for bar in column.top_values)))

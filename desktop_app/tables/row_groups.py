"""Parquet files, written in groups of rows that fit into memory however long their texts are."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.tables.duck import WIDE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A dictionary of many values takes long to find and saves little; nothing asks the filters.
PLAIN = "FORMAT parquet, DICTIONARY_SIZE_LIMIT 4000, WRITE_BLOOM_FILTER false"
DENSE = f"{PLAIN}, COMPRESSION zstd, COMPRESSION_LEVEL 1"
# Each thread that writes keeps a whole group of rows in memory, of about 16 bytes a cell.
_CELLS, _CELLS_OF_WIDE = 8_000_000, 24_000_000
_STEP, _MOST_STEPS = 2_048, 30  # rows that DuckDB hands on at once, and how often in a group
_COPY = "COPY ({query}) TO ? ({form}, ROW_GROUP_SIZE {rows})"
_LONGEST_CHECKED = 20_000  # letters of a question; to plan a longer one twice takes too long
_SORTS = ("ORDER_BY", "TOP_N")
_FEWER = 8  # times, in the groups of the next try


class Form(NamedTuple):
    """How a Parquet file is written: with these options of DuckDB, and so many rows in a group at most."""

    options: str
    rows: int


def form_for(columns: int) -> Form:
    """Return how that many columns are written: groups of usual cells fit into `memory_for` them."""
    cells = _CELLS if columns <= WIDE else _CELLS_OF_WIDE
    return Form(DENSE, _STEP * min(_MOST_STEPS, max(1, cells // (_STEP * max(1, columns)))))


def write_groups(
    duck: "DuckDBPyConnection", query: str, bound: Sequence[object], goal: Path, form: Form
) -> None:
    """Write what a query finds, with its *bound* values, to the Parquet file *goal*, in its order.

    Where texts are so long that a group of rows does not fit into memory, groups are smaller. Raises
    duckdb.Error, as where even the smallest ones do not fit, and ValueError as `check_plan` does.
    """
    import duckdb

    check_plan(duck, query, bound)
    rows = form.rows
    while True:
        try:
            duck.execute(_COPY.format(query=query, form=form.options, rows=rows), [*bound, str(goal)])
        except duckdb.OutOfMemoryException:
            if rows <= _STEP:
                raise
            rows = max(_STEP, rows // _FEWER)
        else:
            return


def check_plan(duck: "DuckDBPyConnection", query: str, bound: Sequence[object]) -> None:
    """Raise ValueError where DuckDB would find the rows in no certain order.

    It keeps the order of a file, but not through a join or a union, unless it sorts behind it; and it may
    make a join of a question in which none is written. A long question is not looked at: wide tables are
    asked what narrow ones are.
    """
    if len(query) > _LONGEST_CHECKED:
        return
    ((_kind, plan),) = duck.execute(f"EXPLAIN (FORMAT json) {query}", [*bound]).fetchall()
    for step in json.loads(plan):
        if lost := next(_losing_order(step), ""):
            raise ValueError(f"the rows would be in no certain order: {lost}")


def _losing_order(step: dict[str, Any]) -> Iterator[str]:
    """Yield the steps of a plan that lose the order of rows, and have no sorting behind them."""
    name = step["name"].strip()
    if name in _SORTS:
        return
    if name == "UNION" or (name.endswith("_JOIN") and not name.startswith("POSITIONAL")):
        yield name
    for child in step["children"]:
        yield from _losing_order(child)

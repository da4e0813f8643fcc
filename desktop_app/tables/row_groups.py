"""Parquet files, written in groups of rows that fit into memory however long their texts are."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
    duckdb.Error, as where even the smallest ones do not fit.
    """
    import duckdb

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

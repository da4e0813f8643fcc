"""Whether the rows of a stored table stand in the order of one of its columns."""

import math
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.records.tables import Column
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.connections import reading


class _Stored(NamedTuple):
    """What it takes to find the cells of a column."""

    position: int
    as_read: bool


def order_of(folder: Path, column: Column) -> float:
    """Return how closely the rows follow a column: 1 where they stand in its order, 0 where not."""
    return _order_of(folder, _Stored(column.position, column.as_read))


@lru_cache(maxsize=64)  # the files of a table are never written again
def _order_of(folder: Path, column: _Stored) -> float:
    value, source = f"v{column.position}", cells_of(folder, [column])
    ranked = (
        f"SELECT row, dense_rank() OVER (ORDER BY {value}) AS rank FROM {source.sql} "  # noqa: S608 - our names
        f"WHERE {value} IS NOT NULL"
    )
    with reading(folder) as duck:
        found = duck.execute(f"SELECT abs(corr(row, rank)) FROM ({ranked})", [*source.bound]).fetchall()  # noqa: S608 - our names
    ((order,),) = found
    return 0.0 if order is None or math.isnan(order) else float(order)

"""Rows of a new file that a model learned from: their answers look better than they are.

In a table of a few columns with a few values each, new rows are equal to old ones by nature. How often that
would be is told by the old rows themselves: the chance that the next row is like one that is there already is
the share of rows that are not alone of their kind (I. J. Good, The population frequencies of species and the
estimation of population parameters, Biometrika 40, 1953). Since new rows may come from elsewhere, twice that
chance is nothing to wonder at.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binom

from desktop_app.engine.arrays import Ints
from desktop_app.records.models import ModelCard
from desktop_app.records.notices import Notice
from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.duck import connect, memory_for
from desktop_app.tables.findings.repeated_rows import repeated_rows
from desktop_app.tables.findings.stored_rows import StoredRows
from desktop_app.tables.stored.cells import Draw
from desktop_app.tables.stored.frames import keys_of
from desktop_app.tables.stored.storage import read_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CHANCE = 0.001  # that so many rows are equal to old ones by nature; above, nothing is said
_ELSEWHERE = 2  # times the chance that the old rows tell
_MOST_COLUMNS, _MOST_CELLS = 1_000, 1_000_000_000  # beyond, it would take as long as to read the file
# The database takes all it may before it goes on in a file, where this takes a fifth longer.
_MEMORY, _NARROW = 128 * 2**20, 200  # bytes, for so many columns
_FEW = 0.2  # of the rows that are equal: so many may be so by nature, for most to be the same rows

_COUNTS = """
WITH learned AS MATERIALIZED (SELECT key, count(*) AS n FROM {learned} GROUP BY key)
SELECT coalesce(sum(n), 0)::BIGINT, count(*) FILTER (WHERE n = 1),
    (SELECT count(*) FROM {new} WHERE key IN (SELECT key FROM learned))
FROM learned
"""
_ROWS = "SELECT row FROM {new} WHERE key IN (SELECT key FROM {learned}) ORDER BY row"


def about_seen(card: ModelCard, folder: Path, table: Table, learned_from: Path) -> list[Notice]:
    """Return how many rows of a new table are equal to rows of the one in *learned_from*, if that tells.

    Equal are rows that hold the same in all columns that the model reads, and in its target where the new
    table has it in all rows.
    """
    known = _keys(card, folder, table, learned_from)
    if known is None:
        return []
    new, learned = known
    with _connected(folder, len(card.schema.features)) as duck:
        query = _COUNTS.format(new=new.sql, learned=learned.sql)
        rows, alone, seen = duck.execute(query, [*learned.bound, *new.bound]).fetchall()[0]
    if not seen or not _are_same(seen, table.rows, _ELSEWHERE * (1 - alone / rows)):
        return []
    return [Notice(code="check.seen_before", values={"count": seen}, level="caution")]


def about_repeated(folder: Path, table: Table) -> list[Notice]:
    """Return how many rows of a new table repeat an earlier one of it in every column, where that tells."""
    with _connected(folder, len(table.all_columns)) as duck:
        found = list(repeated_rows(StoredRows(duck=duck, folder=folder, table=table, now=0.0)))
    return [Notice(code="check.repeated", values={"count": one.values["count"]}) for one in found]


def rows_seen(
    card: ModelCard, folder: Path, table: Table, learned_from: Path, draw: Draw | None = None
) -> Ints:
    """Return the numbers of the rows that are counted so, rising; of those that a *draw* takes, if any."""
    known = _keys(card, folder, table, learned_from, draw)
    if known is None:
        return np.array([], dtype=np.int64)
    new, learned = known
    with _connected(folder, len(card.schema.features)) as duck:
        query = _ROWS.format(new=new.sql, learned=learned.sql)
        found = duck.execute(query, [*new.bound, *learned.bound]).fetchnumpy()
    return np.asarray(found["row"], dtype=np.int64)


def _connected(folder: Path, columns: int) -> "DuckDBPyConnection":
    """Return a database that takes as much memory of a long table as of a short one."""
    return connect(folder=folder, memory=_MEMORY if columns <= _NARROW else memory_for(columns))


def _are_same(seen: int, rows: int, chance: float) -> bool:
    """Return whether most *seen* rows are the very same; by nature, each row is seen with this *chance*."""
    if chance >= 1 or binom.sf(seen - 1, rows, chance) >= _CHANCE:
        return False
    by_nature = chance * (rows - seen) / (1 - chance)  # of the rows that are really new
    return bool(by_nature <= _FEW * seen)


def _keys(
    card: ModelCard, folder: Path, table: Table, learned_from: Path, draw: Draw | None = None
) -> tuple[Meaning, Meaning] | None:
    """Return the keys of the new rows and of the old ones; None where the tables cannot be compared."""
    old, target = read_table(learned_from), table.column(card.schema.target)
    wanted: dict[str, ColumnType] = {
        one.name: one.type for one in card.schema.features if table.column(one.name) and old.column(one.name)
    }
    cells = max(table.rows, old.rows) * len(wanted)
    if not 0 < len(wanted) <= _MOST_COLUMNS or cells > _MOST_CELLS or old.column(card.schema.target) is None:
        return None
    if target is not None and not target.missing:
        wanted[target.name] = "text" if card.schema.classes else "number"
    receipt = card.evaluation.receipt
    drawn = Draw(share=receipt.share, seed=card.plan.seed) if receipt and receipt.share < 1 else None
    return (
        keys_of(folder, table, wanted, draw),
        keys_of(learned_from, old, wanted, drawn, filled=card.schema.target),
    )

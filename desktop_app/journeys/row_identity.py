"""By what a row is known again when its table is read anew, and which rows are the same."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.records.oddness import NearlySame, OddRow, Repeats
from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect
from desktop_app.tables.findings.nearly_repeated import nearly_repeated
from desktop_app.tables.findings.repeated_rows import places_of_repeats
from desktop_app.tables.findings.stored_rows import StoredRows
from desktop_app.tables.stored.cells import cells_of

MOST_PLACES = 50  # of rows that are the same
_LETTERS = 20  # of a key


def identified(folder: Path, table: Table, odd: Sequence[OddRow]) -> tuple[OddRow, ...]:
    """Return the rows with a key each, made of all their cells as they stand in the file."""
    if not odd:
        return ()
    columns = sorted(table.all_columns, key=lambda column: column.position)
    source = cells_of(folder, columns, [row.row for row in odd])
    names = ", ".join(f"r{column.position}" for column in columns)
    with connect(folder=folder) as duck:
        found = duck.execute(f"SELECT row, {names} FROM {source.sql}", [*source.bound]).fetchall()  # noqa: S608 - our names
    keys = {row: hashlib.sha256(repr(cells).encode()).hexdigest()[:_LETTERS] for row, *cells in found}
    return tuple(replace(row, key=keys[row.row]) for row in odd)


def nearly_in(folder: Path, table: Table) -> NearlySame | None:
    """Return the rows that are the same as another but for one cell that hardly differs."""
    with connect(folder=folder) as duck:
        rows = StoredRows(duck=duck, folder=folder, table=table, now=0.0)
        return nearly_repeated(rows, MOST_PLACES)


def repeats_in(folder: Path, table: Table) -> Repeats | None:
    """Return the rows that stand in a table more than once, where that is not chance."""
    with connect(folder=folder) as duck:
        rows = StoredRows(duck=duck, folder=folder, table=table, now=0.0)
        return places_of_repeats(rows, MOST_PLACES)

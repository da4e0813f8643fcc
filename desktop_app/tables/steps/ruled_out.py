"""The rows of a stored table that some rules speak of, where no row may be left out."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.records.tables import RowRule, Table
from desktop_app.tables.columns.meanings import Meaning, bound_in
from desktop_app.tables.duck import connect, number_of
from desktop_app.tables.steps.rules import Columns, hit, places_of
from desktop_app.tables.stored.cells import cells_of


def read_ruled_out(
    folder: Path, table: Table, rules: Sequence[RowRule], *, start: int, count: int
) -> list[int]:
    """Return which of *count* rows from *start* on one of the rules would leave out, counted from there.

    Each rule looks at one cell of a row, and has to fit the columns of the table.
    """
    if not rules:
        return []
    sign = _any_of(table, rules)
    source = cells_of(folder, table.all_columns, range(start, start + count))
    with connect(folder=folder) as duck:
        found = duck.execute(
            f"SELECT row - ? FROM {source.sql} WHERE {sign.sql} ORDER BY row",  # noqa: S608 - our names
            [start, *source.bound, *sign.bound],
        )
        return [row for (row,) in found.fetchall()]


def count_ruled_out(folder: Path, table: Table, rules: Sequence[RowRule]) -> int:
    """Return how many rows of the table one of the rules would leave out."""
    if not rules:
        return 0
    sign = _any_of(table, rules)
    source = cells_of(folder, table.all_columns)
    with connect(folder=folder) as duck:
        return number_of(
            duck,
            f"SELECT count(*) FROM {source.sql} WHERE {sign.sql}",  # noqa: S608 - our names
            [*source.bound, *sign.bound],
        )


def _any_of(table: Table, rules: Sequence[RowRule]) -> Meaning:
    columns = places_of(table)
    signs = [_leaves_out(rule, columns) for rule in rules]
    return Meaning(f"({' OR '.join(sign.sql for sign in signs)})", tuple(bound_in(signs)))


def _leaves_out(rule: RowRule, columns: Columns) -> Meaning:
    sign = hit(rule, columns)
    return Meaning(f"NOT {sign.sql}", sign.bound) if rule.keep else sign

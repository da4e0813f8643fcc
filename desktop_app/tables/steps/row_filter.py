"""Which rows a person's rules leave out: one rule after the other, each of what those before it left."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.records.tables import RowRule
from desktop_app.tables.columns.meanings import Meaning, bound_in
from desktop_app.tables.duck import number_of
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.steps.rules import Columns, fits, hit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# `rule` is the number of the rule that leaves a row out, and `o0`, `o1`, ... what each rule decides by.
_MAKE = "CREATE OR REPLACE TEMP TABLE filtered AS SELECT row, NULL::INTEGER AS rule{signs} FROM ({cells})"
_HIT = "UPDATE filtered SET rule = {n} WHERE rule IS NULL AND o{n}"
_REPEATED = """
UPDATE filtered SET rule = {n} FROM (
    SELECT o{n} AS sign, min(row) AS first FROM filtered WHERE rule IS NULL AND o{n} IS NOT NULL
    GROUP BY o{n} HAVING count(*) > 1
) AS alike WHERE filtered.o{n} = alike.sign AND filtered.row > alike.first AND filtered.rule IS NULL
"""
_OTHERS = "UPDATE filtered SET rule = CASE WHEN rule IS NULL THEN {n} END WHERE rule IS NULL OR rule = {n}"
_COUNT = "SELECT count(*) FROM filtered WHERE rule IS NOT DISTINCT FROM ?"


class Filtered(NamedTuple):
    """How many rows each rule leaves out, and how many stay; the table `filtered` says which."""

    rows_out: tuple[int, ...]
    staying: int


def filter_rows(
    duck: "DuckDBPyConnection", cells: Meaning, rules: Sequence[RowRule], columns: Columns
) -> Filtered:
    """Return what becomes of the rows of *cells*: SQL with `row`, and `v0`, `r0`, ... by position."""
    applied = [number for number, rule in enumerate(rules) if fits(rule, columns)]
    signs = {number: _sign(rules[number], columns) for number in applied}
    fields = "".join(f", {sign.sql} AS o{number}" for number, sign in signs.items())
    duck.execute(_MAKE.format(signs=fields, cells=cells.sql), bound_in([*signs.values(), cells]))
    for number in applied:
        statements = [_REPEATED if rules[number].kind == "repeated" else _HIT]
        for statement in (*statements, *([_OTHERS] if rules[number].keep else [])):
            duck.execute(statement.format(n=number))
    rows_out = tuple(number_of(duck, _COUNT, [number]) for number in range(len(rules)))
    return Filtered(rows_out, number_of(duck, _COUNT, [None]))


def write_staying(duck: "DuckDBPyConnection", rows: Path, cells: Sequence[str], goal: Path) -> None:
    """Write these cells of the rows that stay, in their order, to the Parquet file *goal*."""
    query = f"""SELECT {", ".join(f"t.{cell}" for cell in cells)} FROM read_parquet(?) AS t
        POSITIONAL JOIN (SELECT rule FROM filtered ORDER BY row) AS f WHERE f.rule IS NULL"""  # noqa: S608 - our names
    write_groups(duck, query, [str(rows)], goal, form_for(len(cells)))


def _sign(rule: RowRule, columns: Columns) -> Meaning:
    """Return what decides over a row: whether the rule speaks of it, or what it is compared by."""
    if rule.kind != "repeated":
        return hit(rule, columns)
    if rule.column:
        position = columns[rule.column].position
        # Two cells without a value are not the same thing twice.
        return Meaning(f"CASE WHEN v{position} IS NOT NULL THEN {_key([position])} END")
    return Meaning(_key(sorted(place.position for place in columns.values())))


def _key(positions: Sequence[int]) -> str:
    """Return what only equal cells have in common: a crafted file finds no others with the same."""
    cells = ", ".join(f"r{position}" for position in positions)
    return f"left(sha256(to_json([{cells}])::VARCHAR), 32)::UUID"

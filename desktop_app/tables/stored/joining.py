"""The rows of two stored tables as one file: those that both have stand in it once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.records.lineage import Overlap
from desktop_app.records.tables import Column, Table
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.columns.unit_sizes import are_different, factor_between
from desktop_app.tables.duck import connect, memory_for, number_of
from desktop_app.tables.faults import faults_of
from desktop_app.tables.names import free_name
from desktop_app.tables.quoting import quoted
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.stored.cells import cells_of, times
from desktop_app.tables.stored.storage import TEXTS, VALUES
from desktop_app.tables.typed.typed_cells import Facts, cell_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STORED = {"number": "DOUBLE", "date": "TIMESTAMP"}  # all other values are texts
_PLAINLY = {"number": "number-point", "date": "date-ymd"}  # how those are written where two ways meet
_ANY = Facts(is_plain=False)
_MARKS = """SELECT d.row IS NOT NULL AS is_doubled
    FROM range(?) AS a(row) LEFT JOIN doubled AS d USING (row) ORDER BY a.row"""


class Rows(NamedTuple):
    """A stored table."""

    folder: Path
    table: Table


class Pair(NamedTuple):
    """A column of both tables."""

    heading: str  # in the file that is made of them
    known: Column  # the first table's; where there is none, the new one's
    new: Column
    plainly: str  # how its values are written where the two are written in different ways
    was: str = ""  # the unit of the new table, where it is another one

    @property
    def is_converted(self) -> bool:
        """Whether the new numbers are written in the unit of the first table."""
        return bool(self.was) and self.new.factor != 1

    @property
    def unit(self) -> str:
        """What is written behind plain numbers; nothing where the two tables do not have the same unit."""
        return "" if self.was and not self.is_converted else self.known.unit


class Parts(NamedTuple):
    """What is put together."""

    before: Rows | None
    new: Rows
    target: str
    pairs: tuple[Pair, ...]

    def relation(self, rows: Rows) -> tuple[Meaning, tuple[Column, ...], str]:
        """Return the cells of one of the tables, its columns, and the condition of a row with an answer.

        Raises KeyError where a table lacks the target.
        """
        columns = tuple(pair.known if rows is self.before else pair.new for pair in self.pairs)
        place = {pair.known.name: column.position for pair, column in zip(self.pairs, columns, strict=True)}
        return cells_of(rows.folder, columns), columns, f"v{place[self.target]} IS NOT NULL"


def parts_of(before: Rows | None, new: Rows, target: str) -> Parts:
    """Return the columns that both tables have, by their names, in the order of the first."""
    known, pairs, taken = before or new, list[Pair](), set[str]()
    for column in known.table.columns:
        other = new.table.column(column.name)
        if other is None:
            continue
        heading = column.in_file
        if heading.casefold() in taken:  # Parquet takes no two that differ in capital letters alone
            heading = free_name(heading.casefold(), taken)
        taken.add(heading.casefold())
        pairs.append(_pair(heading, (column, known.table), (other, new.table)))
    return Parts(before, new, target, tuple(pairs))


def _pair(heading: str, first: tuple[Column, Table], second: tuple[Column, Table]) -> Pair:
    """Return a column of both tables, the new one in the unit of the first where that can be computed."""
    (known, _table), (new, others) = first, second
    is_number = known.type == new.type == "number"
    was = new.unit if is_number and are_different(new.unit, known.unit) else ""
    if was and new.factor == 1 and (factor := factor_between(was, known.unit)):
        new = replace(new, factor=factor)
    return Pair(heading, known, new, _plainly(known, new, first[1], others), was)


def overlap_of(parts: Parts) -> Overlap:
    """Return how many rows with an answer there are in both tables, and how many the first has already.

    For the window's process: it reads the files of their folders and no others.
    """
    files = tuple(parts.before.folder / name for name in (VALUES, TEXTS)) if parts.before else ()
    with connect(folder=parts.new.folder, confined=True, file=files) as duck:
        return _counted(duck, parts)


def join(parts: Parts, goal: Path, *, whole: bool) -> Overlap:
    """Write the rows that hold an answer to the Parquet file *goal*, as text.

    First come rows that the first table has: all of its own, or, unless the *whole* of both is wanted, those
    of the new table that it has as well. Behind them come the new ones, each part in its order. Of a row
    that the first table has twice and the new one three times, one is new.
    """
    memory, form = memory_for(2 * len(parts.pairs)), form_for(len(parts.pairs))
    drafts = [goal.with_name(f"{goal.name}.{part}") for part in ("seen", "new")]
    with faults_of(goal), connect(folder=goal.parent, threads=1, memory=memory) as duck:
        overlap = _counted(duck, parts)
        first = parts.before if whole and parts.before else parts.new
        old = _texts(parts, first, "" if first is parts.before else " AND is_doubled")
        new = _texts(parts, parts.new, " AND NOT is_doubled")
        try:
            # One after the other: a UNION writes the rest of the first part behind groups of the second.
            for draft, rows in zip(drafts, (old, new), strict=True):
                write_groups(duck, rows.sql, rows.bound, draft, form)
            write_groups(duck, "SELECT * FROM read_parquet(?)", [[*map(str, drafts)]], goal, form)
        finally:
            for draft in drafts:
                draft.unlink(missing_ok=True)
    return overlap


def _counted(duck: "DuckDBPyConnection", parts: Parts) -> Overlap:
    """Return the counts; the rows of the new table that the first has are then in the table `doubled`."""
    new = _copies(parts, parts.new)
    before = _copies(parts, parts.before) if parts.before else Meaning("(SELECT 0 AS key, 0 AS copy LIMIT 0)")
    duck.execute(
        f"CREATE TEMP TABLE doubled AS SELECT n.row FROM {new.sql} AS n JOIN {before.sql} AS b "  # noqa: S608 - our names
        "USING (key, copy)",
        [*new.bound, *before.bound],
    )
    count = "SELECT count(*) FROM {}"
    doubled = number_of(duck, count.format("doubled"), ())
    return Overlap(
        before=number_of(duck, count.format(before.sql), before.bound),
        new=number_of(duck, count.format(new.sql), new.bound) - doubled,
        doubled=doubled,
    )


def _copies(parts: Parts, rows: Rows) -> Meaning:
    """Return of each row of a table that holds an answer what it says, in 64 bits, and which copy it is.

    That two rows say different things and have the same bits is to be expected once in 10^7 pairs of tables
    of a million rows each.
    """
    source, columns, filled = parts.relation(rows)
    values = ", ".join(
        _value(column, is_alike=_stored(pair.known) == _stored(pair.new))
        for pair, column in zip(parts.pairs, columns, strict=True)
    )
    return Meaning(
        "(SELECT row, key, row_number() OVER (PARTITION BY key ORDER BY row) AS copy "  # noqa: S608 - our names
        f"FROM (SELECT row, hash({values}) AS key FROM {source.sql} WHERE {filled}))",
        source.bound,
    )


def _value(column: Column, *, is_alike: bool) -> str:
    return _plain_value(column) if is_alike else _text(column)


def _plain_value(column: Column) -> str:
    """Return the value of a cell; a number in the unit of the first table."""
    return times(f"v{column.position}", column.factor)


def _text(column: Column) -> str:
    """Return the text of a cell, nothing where it means that something is not known."""
    return f"CASE WHEN v{column.position} IS NOT NULL THEN r{column.position} END"


def _texts(parts: Parts, rows: Rows, condition: str) -> Meaning:
    """Return the rows of a table that hold an answer, as they are written.

    The *condition* may ask whether a row `is_doubled`. To look for it among those that are would be a join,
    which loses the order of the rows; so each row has its mark beside it.
    """
    source, columns, filled = parts.relation(rows)
    if condition:
        source = Meaning(f"{source.sql} POSITIONAL JOIN ({_MARKS})", (*source.bound, rows.table.rows))
    cells = ", ".join(_cell(pair, column) for pair, column in zip(parts.pairs, columns, strict=True))
    return Meaning(f"SELECT {cells} FROM {source.sql} WHERE {filled}{condition}", source.bound)  # noqa: S608 - names are quoted


def _cell(pair: Pair, column: Column) -> str:
    text = _text(column)
    if pair.plainly:  # a unit is a word that every number had behind it
        text = cell_text(_plain_value(column), _stored(column), _ANY)
        text = f"{text} || {quoted(f' {pair.unit}')}" if pair.unit else text
    name = pair.heading.replace('"', '""')
    return f'{text} AS "{name}"'


def _plainly(known: Column, new: Column, first: Table, second: Table) -> str:
    """Return how a column is to be written that is written in different ways in the two tables."""
    ways = (first.recipe.readings.get(known.in_file), second.recipe.readings.get(new.in_file))
    if new.factor != 1 and known.type == "number":
        return _PLAINLY["number"]
    return _PLAINLY.get(known.type, "") if ways[0] != ways[1] and _stored(known) == _stored(new) else ""


def _stored(column: Column) -> str:
    return _STORED.get(column.type, "VARCHAR")


def headings(pairs: Sequence[Pair]) -> dict[str, str]:
    """Return by what each column goes in the file that is made, by what the first table's file calls it."""
    return {pair.known.in_file: pair.heading for pair in pairs}

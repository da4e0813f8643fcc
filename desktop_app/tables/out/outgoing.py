"""What goes out into a file: a table's columns as they came, then the answers to its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.picks import Pick
from desktop_app.records.tables import WORKBOOKS, Column, Recipe, Table
from desktop_app.tables.columns.meanings import BLANKS, Meaning, bound_in
from desktop_app.tables.duck import number_of
from desktop_app.tables.formulas import HARMLESS, NEEDS_MARK
from desktop_app.tables.names import free_name
from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.picked import rows_picked

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TYPED = WORKBOOKS | {"parquet", "json"}  # files with a yes and no of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column on its way out: its heading, and SQL for its cells."""

    heading: str
    text: str  # as read
    value: str  # as understood
    excel: str  # as Excel has it; NULL where that is the text
    risk: str  # SQL for where its text may look like a formula; empty: nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """All columns on their way out, and the SQL of where their cells come from, in the order of the rows."""

    fields: tuple[Field, ...]
    source: Meaning
    order: str = ""  # SQL behind it, where the rows come in another order
    part: range | None = None  # which rows these are, where they are not all
    is_headed: bool = True  # whether the headings stand above them


def outgoing(
    duck: "DuckDBPyConnection",
    table_folder: Path,
    table: Table,
    answers: Path | None,
    headings: Sequence[str],
    part: range | None = None,
) -> Outgoing:
    """Return the columns of *table* and behind them those of the file *answers*, called *headings*.

    The columns have the names that they have in their file; a heading that is among them gets a number.
    With *part* these are some of the rows, in their order. Raises ValueError where the answers are not one
    for each row.
    """
    fields = [_field_of_table(column, is_typed=table.recipe.format in TYPED) for column in table.columns]
    rows = rows_of(table_folder, table, part)
    if answers is None:
        return Outgoing(fields=tuple(fields), source=rows, part=part)
    source = beside(rows, answers, part)
    _check_rows(duck, source, table.rows if part is None else len(part))
    kinds = duck.execute("DESCRIBE SELECT * EXCLUDE (row) FROM read_parquet(?)", [str(answers)]).fetchall()
    taken = {column.in_file for column in table.columns}
    sign = decimal_sign(table.recipe)
    for (name, kind, *_rest), heading in zip(kinds, headings, strict=True):
        fields.append(_field_of_answers(free_name(heading, taken), f"a.{name}", str(kind), sign))
        taken.add(fields[-1].heading)
    return Outgoing(fields=tuple(fields), source=source, part=part)


def only_picked(going: Outgoing, answers: Path, pick: Pick) -> Outgoing:
    """Return the picked ones of the rows with the answers in a file, the most wanted first."""
    picked = rows_picked(answers, pick)
    return replace(
        going,
        source=Meaning(
            f"{going.source.sql} JOIN {picked.sql} AS p ON p.row = a.row",
            (*going.source.bound, *picked.bound),
        ),
        order=" ORDER BY p.place",
    )


def rows_of(table_folder: Path, table: Table, part: range | None = None) -> Meaning:
    """Return the SQL of the rows of a table, or of a part of them, which is called t."""
    rows = cells_of(table_folder, table.columns, part)
    return Meaning(f"{rows.sql} AS t", rows.bound)


def beside(rows: Meaning, answers: Path, part: range | None = None) -> Meaning:
    """Return the SQL of rows, all or a part of them, with the answers to them, which are called a."""
    some, bound = ("", ()) if part is None else (" WHERE row BETWEEN ? AND ?", (part.start, part.stop - 1))
    return Meaning(
        f"{rows.sql} POSITIONAL JOIN (SELECT * FROM read_parquet(?){some} ORDER BY row) AS a",  # noqa: S608 - our names
        (*rows.bound, str(answers), *bound),
    )


def decimal_sign(recipe: Recipe) -> str:
    """Return what stands before the decimals in a file: a comma where more columns have it than a point."""
    signs = Counter(reading.partition(" ")[0] for reading in recipe.readings.values())
    return "," if signs["number-comma"] > signs["number-point"] else "."


def excel_moment(value: str) -> str:
    """Return a moment where Excel has it: before its first day, or finer than a second, it stays text."""
    return f"CASE WHEN year({value}) >= 1900 AND microsecond({value}) % 1000000 = 0 THEN {value} END"


def excel_word(column: Column, text: str, *, is_typed: bool) -> str:
    """Return what Excel has instead of a text: 4711 is written as a number, 007 is not."""
    if column.type == "id":
        return (
            f"CASE WHEN length({text}) <= 15 AND TRY_CAST({text} AS BIGINT)::VARCHAR = {text} "
            f"THEN {text}::DOUBLE END"
        )
    if column.type == "yes/no" and is_typed:  # the file's own yes and no
        return f"CASE {text} WHEN 'TRUE' THEN true WHEN 'FALSE' THEN false END"
    return "NULL"


def marked(field: Field) -> Meaning:
    """Return whether a cell would be taken for a formula."""
    return Meaning(
        f"({field.risk} AND regexp_matches({field.text}, ?) "
        f"AND NOT regexp_full_match(trim({field.text}, ?), ?))",
        (NEEDS_MARK, BLANKS, HARMLESS),
    )


def count_marked(duck: "DuckDBPyConnection", going: Outgoing) -> int:
    """Return how many cells would be taken for formulas."""
    risky = [marked(field) for field in going.fields if field.risk]
    if not risky:
        return 0
    each = ", ".join(f"coalesce({meaning.sql}, false)::INTEGER" for meaning in risky)
    bound = bound_in(risky)
    return number_of(
        duck,
        f"SELECT coalesce(sum(list_sum([{each}])), 0) FROM {going.source.sql}",  # noqa: S608 - our names
        [*bound, *going.source.bound],
    )


def _field_of_table(column: Column, *, is_typed: bool) -> Field:
    text, value = f"t.r{column.position}", f"t.v{column.position}"
    if column.type == "number":
        excel, risk = value, f"{value} IS NULL"  # whatever is a number is no formula, be it "-1.234,50"
    elif column.type == "date":
        excel, risk = excel_moment(value), f"{value} IS NULL"
    else:
        excel, risk = excel_word(column, text, is_typed=is_typed), "true"
    return Field(heading=column.in_file, text=text, value=value, excel=excel, risk=risk)


def _field_of_answers(heading: str, value: str, kind: str, sign: str) -> Field:
    if kind == "VARCHAR":
        return Field(heading=heading, text=value, value=value, excel="NULL", risk="true")
    text = f"{value}::VARCHAR"
    if sign != ".":
        text = f"replace({text}, '.', '{sign}')"
    return Field(heading=heading, text=text, value=value, excel=value, risk="")


def _check_rows(duck: "DuckDBPyConnection", source: Meaning, rows: int) -> None:
    found = duck.execute(
        f"SELECT count(*), coalesce(bool_and(t.row IS NOT DISTINCT FROM a.row), false) FROM {source.sql}",  # noqa: S608 - our names
        [*source.bound],
    ).fetchone()
    if found != (rows, True):
        raise ValueError("there is not one answer for each row")

"""What goes out into a file: a table's columns as they came, then the answers to its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.tables import Column, Table
from desktop_app.tables.formulas import NEEDS_MARK, NUMBER
from desktop_app.tables.meanings import BLANKS, Meaning
from desktop_app.tables.names import free_name
from desktop_app.tables.storage import PARQUET

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column on its way out: its heading, and SQL for its cells."""

    heading: str
    text: str  # as read
    value: str  # as understood
    excel: str  # as Excel has it; NULL where that is the text
    may_look_like_formula: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """All columns on their way out, and the SQL of where their cells come from, in the order of the rows."""

    fields: tuple[Field, ...]
    source: Meaning


def outgoing(
    duck: "DuckDBPyConnection",
    table_folder: Path,
    table: Table,
    answers: Path | None,
    headings: Sequence[str],
) -> Outgoing:
    """Return the columns of *table* and behind them those of the file *answers*, called *headings*.

    A heading that the table has already gets a number; the table's own names are not changed. Raises
    ValueError where the answers are not one for each row.
    """
    cells = str(table_folder / PARQUET)
    fields = [_field_of_table(column, is_excel=table.recipe.format == "xlsx") for column in table.columns]
    if answers is None:
        return Outgoing(fields=tuple(fields), source=Meaning("read_parquet(?) AS t", (cells,)))
    source = Meaning(
        "read_parquet(?) AS t POSITIONAL JOIN (SELECT * FROM read_parquet(?) ORDER BY row) AS a",
        (cells, str(answers)),
    )
    _check_rows(duck, source, table.rows)
    kinds = duck.execute("DESCRIBE SELECT * EXCLUDE (row) FROM read_parquet(?)", [str(answers)]).fetchall()
    taken = {column.name for column in table.columns}
    for (name, kind, *_rest), heading in zip(kinds, headings, strict=True):
        fields.append(_field_of_answers(free_name(heading, taken), str(name), is_text=kind == "VARCHAR"))
        taken.add(fields[-1].heading)
    return Outgoing(fields=tuple(fields), source=source)


def marked(field: Field) -> Meaning:
    """Return whether a cell would be taken for a formula."""
    return Meaning(
        f"(regexp_matches({field.text}, ?) AND NOT regexp_full_match(trim({field.text}, ?), ?))",
        (NEEDS_MARK, BLANKS, NUMBER),
    )


def count_marked(duck: "DuckDBPyConnection", going: Outgoing) -> int:
    """Return how many cells would be taken for formulas."""
    risky = [marked(field) for field in going.fields if field.may_look_like_formula]
    if not risky:
        return 0
    each = " + ".join(f"coalesce({meaning.sql}, false)::INTEGER" for meaning in risky)
    bound = [value for meaning in risky for value in meaning.bound]
    found = duck.execute(
        f"SELECT coalesce(sum({each}), 0) FROM {going.source.sql}",  # noqa: S608 - our names
        [*bound, *going.source.bound],
    ).fetchone()
    return int(found[0]) if found else 0


def _field_of_table(column: Column, *, is_excel: bool) -> Field:
    text, value = f"t.r{column.position}", f"t.v{column.position}"
    if column.type == "number":
        excel = value
    elif column.type == "date":  # before Excel's first day, or finer than a second, it stays text
        excel = f"CASE WHEN year({value}) >= 1900 AND microsecond({value}) % 1000000 = 0 THEN {value} END"
    elif column.type == "id":  # 4711 is written as a number, 007 is not
        excel = (
            f"CASE WHEN length({text}) <= 15 AND TRY_CAST({text} AS BIGINT)::VARCHAR = {text} "
            f"THEN {text}::DOUBLE END"
        )
    elif column.type == "yes/no" and is_excel:  # Excel's own yes and no
        excel = f"CASE {text} WHEN 'TRUE' THEN true WHEN 'FALSE' THEN false END"
    else:
        excel = "NULL"
    return Field(
        heading=column.name,
        text=text,
        value=value,
        excel=excel,
        may_look_like_formula=column.type not in ("number", "date") or column.missing > 0,
    )


def _field_of_answers(heading: str, name: str, *, is_text: bool) -> Field:
    value = f"a.{name}"
    return Field(
        heading=heading,
        text=value if is_text else f"{value}::VARCHAR",
        value=value,
        excel="NULL" if is_text else value,
        may_look_like_formula=is_text,
    )


def _check_rows(duck: "DuckDBPyConnection", source: Meaning, rows: int) -> None:
    found = duck.execute(
        f"SELECT count(*), coalesce(bool_and(t.row IS NOT DISTINCT FROM a.row), false) FROM {source.sql}",  # noqa: S608 - our names
        [*source.bound],
    ).fetchone()
    if found != (rows, True):
        raise ValueError("there is not one answer for each row")

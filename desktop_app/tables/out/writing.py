"""A table for the person's other programs, with answers beside its columns: CSV, Excel or Parquet.

Text that a spreadsheet would take for a formula stays text: Excel gets text cells, CSV a `'` in front, which
is taken off when the file comes back.
"""

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UsageError
from desktop_app.records.orders import Written
from desktop_app.records.picks import Pick
from desktop_app.records.tables import Recipe, Table
from desktop_app.tables.columns.meanings import Meaning, bound_in
from desktop_app.tables.duck import connect, memory_for, number_of
from desktop_app.tables.formulas import HARMLESS, MARK, NEEDS_MARK
from desktop_app.tables.names import free_name
from desktop_app.tables.out.excel import write_excel
from desktop_app.tables.out.outgoing import Field, Outgoing, count_marked, marked, only_picked, outgoing
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.understood import understood
from desktop_app.tables.row_groups import form_for, write_groups

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from desktop_app.tables.out.workbook.new_columns import Answered

ENDINGS = (".csv", ".xlsx", ".parquet")
_NO_DELIMITERS = " \"'\r\n"  # blanks part words, and what would be quotes or lines
_BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows the letters


def write_answers(
    table_folder: Path, table: Table, answers: Path | None, headings: Sequence[str], out: Path
) -> Written:
    """Write the table, and the answers to its rows if there are any, to *out*: its ending says how.

    A file that is there already is replaced. Raises UsageError for another ending, SaveError where *out*
    cannot be written; then it is as it was before.
    """
    return write_prepared(
        table_folder, table, out, lambda duck: outgoing(duck, table_folder, table, answers, headings)
    )


def write_picked(answered: "Answered", pick: Pick, out: Path) -> Written:
    """Write some rows of a table with the answers to them to *out*, as `write_answers` does."""
    table_folder, table, answers = answered.folder, answered.table, answered.answers

    def prepare(duck: "DuckDBPyConnection") -> Outgoing:
        return only_picked(outgoing(duck, table_folder, table, answers, answered.headings), answers, pick)

    return write_prepared(table_folder, table, out, prepare)


def write_understood(table_folder: Path, table: Table, out: Path) -> Written:
    """Write the table as it was understood to *out*, as `write_answers` does."""
    return write_prepared(table_folder, table, out, lambda duck: understood(duck, table_folder, table))


def write_prepared(
    table_folder: Path, table: Table, out: Path, prepare: "Callable[[DuckDBPyConnection], Outgoing]"
) -> Written:
    """Write what is *prepared* of the table, or beside it, to *out*, as `write_answers` does."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError("cli.out_type", ending=out.suffix or out.name, endings=list(ENDINGS))
    with placed(out) as goal, writing(table_folder, table) as duck:
        return write_going(duck, prepare(duck), table, goal, out)


def writing(table_folder: Path, table: Table) -> "DuckDBPyConnection":
    """Return a database with the memory that it takes to write a table and what stands beside it."""
    return connect(folder=table_folder, memory=memory_for(2 * len(table.columns)))


def write_going(
    duck: "DuckDBPyConnection", going: Outgoing, table: Table, goal: Path, out: Path
) -> Written:
    """Write what goes out of a table to *goal*, which becomes *out*: its ending says how."""
    ending, names = out.suffix.lower(), [field.heading for field in going.fields]
    headings = names
    marks = 0 if ending == ".parquet" else count_marked(duck, going) + _marked_headings(going)
    if ending == ".xlsx":
        write_excel(duck, going, _rows(duck, going, table), goal, out.name)
    elif ending == ".csv":
        _write_csv(duck, going, _delimiter(table.recipe), goal)
    else:
        names = _apart_in_any_case(names)
        _write_parquet(duck, going, names, goal)
    own = len(table.columns)
    return Written(
        path=str(out),
        size=goal.stat().st_size,
        marked_cells=marks,
        added=tuple(names[own:]),
        columns=tuple(names[:own]),
        renamed=tuple(new for old, new in zip(headings[:own], names, strict=False) if new != old),
    )


def _rows(duck: "DuckDBPyConnection", going: Outgoing, table: Table) -> int:
    if going.part is not None:
        return len(going.part)
    if not going.order:
        return table.rows
    return number_of(duck, f"SELECT count(*) FROM {going.source.sql}", going.source.bound)  # noqa: S608 - our names


def _delimiter(recipe: Recipe) -> str:
    """Return what stands between the columns of the file that came in, where CSV can have it."""
    sign = recipe.delimiter
    return sign if len(sign) == 1 and sign not in _NO_DELIMITERS else ","


def _write_csv(duck: "DuckDBPyConnection", going: Outgoing, delimiter: str, goal: Path) -> None:
    cells = [_safe(field, only=len(going.fields) == 1) for field in going.fields]
    columns = ", ".join(cell.sql for cell in cells)
    bound = bound_in(cells)
    around = [_first_line(going, delimiter), "\n"] if going.is_headed else []
    more = ", PREFIX ?, SUFFIX ?" if around else ""
    duck.execute(
        f"""COPY (SELECT {columns} FROM {going.source.sql}{going.order}) TO ? (
            FORMAT csv, HEADER false, DELIMITER ?, QUOTE '"', ESCAPE '"', NULL ''{more})""",  # noqa: S608 - our names
        [*bound, *going.source.bound, str(goal), delimiter, *around],
    )


def _safe(field: Field, *, only: bool) -> Meaning:
    """Return a cell as CSV has it; nothing at all where it is empty, unless that would make an empty line."""
    text = f"coalesce({field.text}, '')" if only else f"nullif({field.text}, '')"
    if not field.risk:
        return Meaning(text)
    risky = marked(field)
    return Meaning(f"CASE WHEN {risky.sql} THEN ? || {field.text} ELSE {text} END", (*risky.bound, MARK))


def _first_line(going: Outgoing, delimiter: str) -> str:
    line = io.StringIO()
    headings = [MARK * _looks_like_formula(field.heading) + field.heading for field in going.fields]
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(headings)
    return _BYTE_ORDER_MARK + line.getvalue().removesuffix("\r\n") + "\n"


def _marked_headings(going: Outgoing) -> int:
    return sum(_looks_like_formula(field.heading) for field in going.fields) if going.is_headed else 0


def _looks_like_formula(text: str) -> bool:
    return re.search(NEEDS_MARK, text) is not None and re.fullmatch(HARMLESS, text) is None


def _write_parquet(duck: "DuckDBPyConnection", going: Outgoing, names: Sequence[str], goal: Path) -> None:
    columns = ", ".join(
        f"{field.value} AS {_quoted(name)}" for field, name in zip(going.fields, names, strict=True)
    )
    query = f"SELECT {columns} FROM {going.source.sql}{going.order}"  # noqa: S608 - names are quoted
    write_groups(duck, query, going.source.bound, goal, form_for(len(names)))


def _apart_in_any_case(headings: Sequence[str]) -> list[str]:
    """Return names that differ in more than capital letters: for DuckDB, "Name" and "name" are the same."""
    names: list[str] = []
    taken: set[str] = set()
    for heading in headings:
        folded = free_name(heading.casefold(), taken)
        taken.add(folded)
        names.append(heading + folded.removeprefix(heading.casefold()))
    return names


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

"""Rows that were made here on their way out: not beside those of a table, but a table of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from desktop_app.records.orders import Written
from desktop_app.records.tables import Recipe, Table
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.names import free_name
from desktop_app.tables.out.outgoing import Field, Outgoing, decimal_sign, excel_moment
from desktop_app.tables.out.writing import write_prepared

Kind = Literal["number", "day", "moment", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn:
    """A column of such rows: its heading, and what its cells are. Days and moments are texts of ISO 8601."""

    heading: str
    kind: Kind


def write_made(rows: Path, columns: Sequence[NewColumn], like: Table, out: Path) -> Written:
    """Write the rows in a file of answers to *out*, in the way of the table that they go with.

    Raises UsageError for another ending, SaveError where *out* cannot be written; then it is as it was before.
    """
    taken: set[str] = set()
    fields = []
    for place, column in enumerate(columns):
        heading = free_name(column.heading, taken)
        taken.add(heading)
        fields.append(_field(heading, f"a.a{place}", column.kind, like.recipe))
    source = Meaning("(SELECT * FROM read_parquet(?)) AS a", (str(rows),))
    going = Outgoing(fields=tuple(fields), source=source, order=" ORDER BY a.row")
    return write_prepared(rows.parent, replace(like, columns=()), out, lambda _duck: going)


def _field(heading: str, cell: str, kind: Kind, recipe: Recipe) -> Field:
    if kind == "text":
        return Field(heading=heading, text=cell, value=cell, excel="NULL", risk="true")
    if kind == "number":
        value = f"{cell}::DOUBLE"
        text = f"CASE WHEN {value} = trunc({value}) AND abs({value}) < 1e15 THEN {value}::BIGINT::VARCHAR "
        text += f"ELSE replace({value}::VARCHAR, '.', '{decimal_sign(recipe)}') END"
        return Field(heading=heading, text=text, value=value, excel=value, risk="")
    moment = f"{cell}::TIMESTAMP"
    value = f"{moment}::DATE" if kind == "day" else moment
    return Field(
        heading=heading, text=f"{value}::VARCHAR", value=value, excel=excel_moment(moment), risk=""
    )

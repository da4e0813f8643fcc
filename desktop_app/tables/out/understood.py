"""A table on its way out as it was understood: numbers as numbers, days as days, and no mark for "empty"."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.tables import Column, Table
from desktop_app.tables.out.outgoing import (
    TYPED,
    Field,
    Outgoing,
    decimal_sign,
    excel_moment,
    excel_word,
    rows_of,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LARGEST_WHOLE = 1e15  # a DOUBLE holds every whole number up to it


def understood(duck: "DuckDBPyConnection", table_folder: Path, table: Table) -> Outgoing:
    """Return the columns of a table with what their cells mean."""
    days = _columns_of_days(duck, table_folder, table)
    sign = decimal_sign(table.recipe)
    is_typed = table.recipe.format in TYPED
    fields = (
        _number(column, sign)
        if column.type == "number"
        else _moment(column, is_day=column.name in days)
        if column.type == "date"
        else _word(column, is_typed=is_typed)
        for column in table.columns
    )
    return Outgoing(fields=tuple(fields), source=rows_of(table_folder, table))


def _number(column: Column, sign: str) -> Field:
    value = f"t.v{column.position}"
    whole = f"{value} = trunc({value}) AND abs({value}) < {_LARGEST_WHOLE}"
    text = (
        f"CASE WHEN {whole} THEN {value}::BIGINT::VARCHAR ELSE replace({value}::VARCHAR, '.', '{sign}') END"
    )
    typed = f"{value}::BIGINT" if _fits_whole(column) else value
    return Field(heading=column.name, text=text, value=typed, excel=value, risk="")


def _fits_whole(column: Column) -> bool:
    low, high = column.minimum, column.maximum
    return column.whole and low is not None and high is not None and max(-low, high) < _LARGEST_WHOLE


def _moment(column: Column, *, is_day: bool) -> Field:
    moment = f"t.v{column.position}"
    value = f"{moment}::DATE" if is_day else moment
    return Field(
        heading=column.name, text=f"{value}::VARCHAR", value=value, excel=excel_moment(moment), risk=""
    )


def _word(column: Column, *, is_typed: bool) -> Field:
    value = f"t.v{column.position}"
    excel = excel_word(column, value, is_typed=is_typed)
    return Field(heading=column.name, text=value, value=value, excel=excel, risk="true")


def _columns_of_days(duck: "DuckDBPyConnection", table_folder: Path, table: Table) -> frozenset[str]:
    """Return the columns of dates in which no cell has a time."""
    dates = [column for column in table.columns if column.type == "date"]
    if not dates:
        return frozenset()
    rows = rows_of(table_folder, table)
    whole = ", ".join(
        f"coalesce(bool_and(t.v{column.position} = date_trunc('day', t.v{column.position})), true)"
        for column in dates
    )
    found = duck.execute(f"SELECT {whole} FROM {rows.sql}", [*rows.bound]).fetchone()  # noqa: S608 - our names
    return frozenset(column.name for column, is_day in zip(dates, found or (), strict=True) if is_day)

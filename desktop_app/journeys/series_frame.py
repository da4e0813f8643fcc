"""The columns of a table that a forecast reads: as what, and their cells."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from desktop_app.errors import DataError
from desktop_app.records.forecast_cards import ForecastColumns
from desktop_app.records.forecasts import ForecastAsked, MonthForm
from desktop_app.records.tables import Column, ColumnType, Table
from desktop_app.tables.columns.month_cells import first_day, form_of
from desktop_app.tables.stored.frames import read_frame

_PACKED = (190_001, 210_012)  # months of years that are meant, as 202403


def form_of_months(folder: Path, table: Table, name: str) -> MonthForm | None:
    """Return how a column writes months, quarters or weeks; None where not every cell is one."""
    time = _column(table, name)
    if time.type == "date":
        return None
    if time.type == "number":
        low, high = time.minimum, time.maximum
        if not time.whole or low is None or high is None or not _PACKED[0] <= low <= high <= _PACKED[1]:
            return None
    return form_of(map(str, read_frame(folder, table, {name: "text"})[name].dropna()))


def columns_for(folder: Path, table: Table, asked: ForecastAsked) -> ForecastColumns:
    """Return as what each column is read. Raises DataError where one holds something else."""
    time, target = _column(table, asked.time), _column(table, asked.target)
    months = asked.form is not None
    runs = time.type == "number" or (time.type == "id" and _are_numbers(folder, table, time.name))
    if time.type != "date" and not runs and not months:
        raise _other_kind(table, time, "forecast.no_time", time=asked.time)
    if target.type != "number":
        raise _other_kind(table, target, "forecast.no_numbers", target=asked.target)
    types: dict[str, ColumnType] = {
        asked.target: "number",
        asked.time: "number" if runs and not months else "date",
    }
    if asked.group:
        types[asked.group] = "category"
    for name in asked.known:
        kind = _column(table, name).type
        if kind == "date":
            raise DataError("forecast.known_days", column=name)
        types[name] = "number" if kind == "number" else "category"
    return ForecastColumns(types=types, months=asked.time if months else "")


def read_series(
    folder: Path, table: Table, columns: ForecastColumns, lacking: Sequence[str] = ()
) -> pd.DataFrame:
    """Return the cells of these columns; of those that the table is *lacking* nothing is known."""
    months = columns.months
    types = {name: type_ for name, type_ in columns.types.items() if name not in lacking}
    frame = read_frame(folder, table, types | ({months: "text"} if months else {}))
    if months:
        days = [first_day(str(text)) for text in frame[months].where(frame[months].notna(), "")]
        frame[months] = pd.to_datetime(pd.Series(days, index=frame.index), errors="coerce")
    for name in lacking:
        frame[name] = float("nan") if columns.types[name] == "number" else None
    return frame


def _are_numbers(folder: Path, table: Table, name: str) -> bool:
    """Return whether what tells rows apart is a number in each of them, such as 1001, 1002."""
    return bool(read_frame(folder, table, {name: "number"})[name].notna().all())


def _column(table: Table, name: str) -> Column:
    return next(column for column in table.columns if column.name == name)


def _other_kind(table: Table, column: Column, code: str, **values: str) -> DataError:
    """Return what to say of a column that is not of the kind that is needed: a question may be open."""
    for question in table.questions:
        if question.column == column.in_file:
            readings = [choice.reading for choice in question.choices if choice.reading != "text"]
            options = [f'--assume "{question.column}={reading}"' for reading in readings]
            return DataError("forecast.open_question", column=column.name, options=options)
    return DataError(code, **values)

"""Which column tells rows of the same moment apart, so that each of its values could be a series."""

from pathlib import Path

from desktop_app.engine.forecasting.panel import MOST_SERIES
from desktop_app.records.forecasts import ForecastAsked
from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.stored.frames import read_frame

_MOST_NAMED = 3
_KINDS: tuple[ColumnType, ...] = ("category", "yes/no")


def groups_apart(folder: Path, table: Table, asked: ForecastAsked) -> tuple[str, ...]:
    """Return the columns of which no value has two rows at one moment; with --group named, none."""
    if asked.group:
        return ()
    taken = {asked.target, asked.time, *asked.known}
    names = [
        column.name
        for column in table.columns
        if column.type in _KINDS and column.name not in taken and 1 < column.distinct <= MOST_SERIES
    ]
    types: dict[str, ColumnType] = {asked.time: "text", **dict.fromkeys(names, "category")}
    frame = read_frame(folder, table, types)
    frame = frame[frame[asked.time].notna()]
    apart = [name for name in names if not frame[[asked.time, name]].dropna().duplicated().any()]
    return tuple(apart[:_MOST_NAMED]) if frame[asked.time].duplicated().any() else ()

"""Tables on disk, written as `tables` writes them, from a few cells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.storage import write_table_record
from tests.stored_rows import write_rows
from tests.unit.models.made import table_of

_TYPED = {"number": "try_cast(r{0} AS DOUBLE)", "date": "try_cast(r{0} AS TIMESTAMP)"}


def store(
    folder: Path, columns: Mapping[str, Sequence[str | None]], types: Mapping[str, ColumnType]
) -> Table:
    """Write a table of these texts into *folder* and return its record."""
    folder.mkdir(exist_ok=True)
    frame = pd.DataFrame({name: pd.Series(list(cells), dtype=object) for name, cells in columns.items()})
    raw = frame.set_axis([f"r{place}" for place in range(len(columns))], axis=1)
    raw.insert(0, "row", range(len(raw)))
    cells = ", ".join(
        f"r{place}::VARCHAR AS r{place}, {_TYPED.get(types[name], 'r{0}').format(place)} AS v{place}"
        for place, name in enumerate(columns)
    )
    with connect(folder=folder) as duck:
        duck.register("raw", raw)
        duck.execute(f"CREATE TEMP TABLE made AS SELECT row, {cells} FROM raw")  # noqa: S608 - our names
        write_rows(folder, "FROM made", duck=duck)
        nulls = ", ".join(f"count(*) FILTER (WHERE v{place} IS NULL)" for place in range(len(columns)))
        missing = duck.execute(f"SELECT {nulls} FROM made").fetchone()  # noqa: S608 - our names
    table = table_of(frame, dict(types), "new.csv")
    counted = zip(table.columns, missing or (), strict=True)
    table = replace(table, columns=tuple(replace(column, missing=count) for column, count in counted))
    write_table_record(folder, table)
    return table

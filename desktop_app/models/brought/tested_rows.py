"""Rows whose answer is known, which came with a graph to measure it."""

from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.brought.parts import layout_of
from desktop_app.engine.cells import LARGEST, Cells, coded_values, read_cells
from desktop_app.engine.measuring import FEWEST_ROWS
from desktop_app.engine.target import Target, outcome_of
from desktop_app.errors import DataError
from desktop_app.records.brought import BroughtSchema
from desktop_app.records.notices import first_few
from desktop_app.records.record import dataclass
from desktop_app.records.tables import ColumnType, Table, Wishes
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame

MOST_ROWS = 20_000  # as many as test a model that was learned here
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TestedRows:
    """Rows that test a graph, in the order of their table."""

    frame: pd.DataFrame  # the columns that the graph reads
    cells: Cells
    target: Target


def readings_of(schema: BroughtSchema) -> Wishes:
    """Return how files for a graph are read: each column as its schema has it."""
    readings = {column.name: str(column.type) for column in schema.columns}
    if schema.task == "regression":
        readings[schema.target] = "number"
    return Wishes(readings=readings)


def tested_rows(schema: BroughtSchema, folder: Path, table: Table, seed: int) -> TestedRows:
    """Return the rows of a table that have an answer, drawn at random where there are many.

    Raises DataError where a column is missing, hardly any row has an answer, or one has a class that the
    graph does not have.
    """
    names = [column.name for column in schema.columns]
    if missing := [name for name in (*names, schema.target) if table.column(name) is None]:
        raise DataError("cli.missing_columns", columns=missing)
    wanted: dict[str, ColumnType] = {column.name: column.type for column in schema.columns}
    wanted[schema.target] = "category" if schema.classes else "number"
    frame = read_frame(folder, table, wanted, draw_of(table.rows, MOST_ROWS, seed))
    target = _target(schema, frame)
    if len(target.rows) < FEWEST_ROWS:
        raise DataError("brought.few_rows", rows=len(target.rows), need=FEWEST_ROWS, target=schema.target)
    frame = frame.iloc[target.rows].reset_index(drop=True)[names]
    return TestedRows(frame=frame, cells=read_cells(frame, layout_of(schema.columns)), target=target)


def _target(schema: BroughtSchema, frame: pd.DataFrame) -> Target:
    cells = frame[schema.target]
    if schema.classes:
        codes, found = coded_values(cells)
        places = {name: place for place, name in enumerate(schema.classes)}
        meant = [places.get(outcome_of(name, schema.classes), -1) for name in found]
        if strange := [found[code] for code in np.unique(codes[codes >= 0]).tolist() if meant[code] < 0]:
            raise DataError(
                "brought.other_classes",
                target=schema.target,
                values=first_few(strange, _MOST_NAMED),
                names=list(schema.classes),
            )
        rows = np.flatnonzero(codes >= 0)
        values = np.array([*meant, -1], dtype=np.int64)[codes[rows]]
    else:
        amounts = cells.to_numpy(dtype=np.float64)
        rows = np.flatnonzero(np.isfinite(amounts))
        values = np.clip(amounts[rows], -LARGEST, LARGEST)
    return Target(
        name=schema.target,
        task=schema.task,
        classes=schema.classes,
        values=values,
        rows=rows,
        of=len(frame),
        decimals=schema.output.decimals,
    )

"""Rows to compare a row with: those of the table that a model learned from, or what its file tells."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Ints, drawn
from desktop_app.engine.cells import Cells, read_cells
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.model import Model
from desktop_app.engine.target import outcome_of
from desktop_app.models.frames import make_frame
from desktop_app.models.opening import OpenedModel
from desktop_app.records.asking import Cell
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame, row_numbers

MOST_ROWS, FEWEST_ROWS = 20_000, 500
_MOST_CELLS = 2_000_000  # of a wide table, fewer rows
_BESIDE = 1_000  # rows that an answer is explained beside some of
_MOST_DECIMALS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Rows of which it is known what came of them, in the order of the table."""

    cells: Cells
    rows: Ints  # their numbers in the table
    outcomes: tuple[str, ...]  # classes; numbers with a point before their decimals


def read_past(model: OpenedModel, folder: Path, table: Table) -> Past | None:
    """Return rows of the table in *folder*, drawn at random where there are many; None where none can serve.

    A column that the table does not have any more is empty in all rows.
    """
    schema = model.card.schema
    target = table.column(schema.target)
    wanted = {one.name: one.type for one in schema.features if table.column(one.name)}
    if target is None or not wanted:
        return None
    most = max(FEWEST_ROWS, min(MOST_ROWS, _MOST_CELLS // len(wanted)))
    draw = draw_of(table.rows, most, model.card.plan.seed)
    outcome: dict[str, ColumnType] = {schema.target: "text" if schema.classes else "number"}
    frame = read_frame(folder, table, wanted | outcome, draw)
    rows = row_numbers(folder, draw) if draw else np.arange(table.rows)
    known = frame[schema.target].notna().to_numpy()
    if not known.any():
        return None
    return Past(
        cells=read_cells(frame, model.predictor.layout).take(np.flatnonzero(known)),
        rows=rows[known],
        outcomes=tuple(_past_outcome(cell, model.card) for cell in frame[schema.target][known]),
    )


def rows_beside(model: OpenedModel, past: Past | None) -> Cells:
    """Return the rows that answers are explained beside: some past ones, or the usual one without them.

    Of the rows that are made up without them, only the usual one is like those that there are.
    """
    if past is None:
        return told_rows(model).take(slice(1))
    return past.cells.take(drawn(len(past.cells), _BESIDE, model.card.plan.seed))


def told_rows(model: OpenedModel) -> Cells:
    """Return made-up rows of what a model file tells of its columns, where there is no table.

    The first is the usual one: medians, and the most frequent kind of each category.
    """
    features = model.card.schema.features
    columns = {feature.name: _told(feature, _most_frequent(model, feature)) for feature in features}
    rows = max(map(len, columns.values()))
    cells = {name: [told[row % len(told)] for row in range(rows)] for name, told in columns.items()}
    return read_cells(make_frame(features, cells), model.predictor.layout)


def weights_for(model: OpenedModel) -> dict[str, float]:
    """Return how much columns count when rows are compared: by what the model loses without them.

    Where it loses nothing by any, by what it leans on; and where that is nothing, all alike.
    """
    told = {one.column: one.loss for one in model.card.evaluation.importances if one.loss > 0}
    leaned_on = {name: weight for name, weight in weights_of(model.predictor.model).items() if weight > 0}
    return told or leaned_on or dict.fromkeys(model.predictor.layout.names, 1.0)


def row_of_table(model: OpenedModel, folder: Path, table: Table, row: int) -> tuple[pd.DataFrame, str]:
    """Return one row as the model reads it, and what came of it: nothing where that is not known.

    Kinds are read as texts: a list of the levels of a column, made for one row, takes longer than the row.
    """
    schema = model.card.schema
    wanted = {one.name: _for_one(one.type) for one in schema.features if table.column(one.name)}
    as_text: dict[str, ColumnType] = {schema.target: "text"} if table.column(schema.target) else {}
    frame = read_frame(folder, table, wanted | as_text, range(row, row + 1))
    outcome = frame[schema.target].iloc[0] if as_text else None
    return frame, "" if outcome is None else outcome_of(str(outcome), schema.classes)


def _for_one(kind: ColumnType) -> ColumnType:
    return kind if kind in ("number", "date") else "text"


def _past_outcome(cell: str | float, card: ModelCard) -> str:
    if isinstance(cell, str):
        return outcome_of(cell, card.schema.classes)
    text = f"{cell:.{min(card.evaluation.decimals, _MOST_DECIMALS)}f}"
    return text if float(text) == cell else repr(float(cell))  # a file may write "1e-9"


def _told(feature: Feature, most_frequent: tuple[str, ...]) -> list[Cell]:
    if feature.type in ("number", "date"):
        ends = (feature.median, feature.low, feature.high, feature.minimum, feature.maximum)
        return [end for end in ends if end is not None] or [None]
    return [*most_frequent] or [None]


def _most_frequent(model: OpenedModel, feature: Feature) -> tuple[str, ...]:
    """Return the kinds of a category that the model knows, the most frequent first."""
    learned, layout = model.predictor.model, model.predictor.layout
    preparation = learned.preparation if isinstance(learned, Model) else None
    if feature.name not in layout.categories:
        return ()
    known = preparation.categories.levels[layout.categories.index(feature.name)] if preparation else ()
    return known or feature.levels

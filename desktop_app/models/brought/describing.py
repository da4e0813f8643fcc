"""What a model file tells of the columns of a graph: what its schema says, and what rows beside it show."""

from dataclasses import replace

import pandas as pd

from desktop_app.engine.cells import read_cells
from desktop_app.engine.combinations import combinations_of
from desktop_app.models.describing import RARE, feature_of
from desktop_app.models.unmet import layout_of
from desktop_app.records.brought import BroughtColumn, BroughtSchema
from desktop_app.records.models import MOST_COMBINED, Combinations, Feature, Schema
from desktop_app.records.results import Evaluation

_FORESEEN = 0.001  # the share of empty cells that is told where all that is known is that there may be some


def schema_of(told: BroughtSchema, evaluation: Evaluation, frame: pd.DataFrame | None, seed: int) -> Schema:
    """Return the schema of a model; *frame* holds the rows that came with it, if any did."""
    features = tuple(_feature(column, frame) for column in told.columns)
    return Schema(
        target=told.target,
        task=told.task,
        classes=told.classes,
        features=features,
        combinations=Combinations() if frame is None else _combinations(features, evaluation, frame, seed),
    )


def _feature(column: BroughtColumn, frame: pd.DataFrame | None) -> Feature:
    foreseen = 0.0 if column.missing is None else _FORESEEN
    if frame is not None:
        seen = feature_of(column.name, column.type, frame[column.name])
        seen = replace(seen, rare_levels=0, missing_share=seen.missing_share or foreseen)
        return _as_told(seen, column, _often(frame[column.name], seen))
    alone = Feature(name=column.name, type=column.type, missing_share=foreseen)
    if column.minimum is not None and column.maximum is not None:
        alone = replace(alone, median=(column.minimum + column.maximum) / 2)
    return _as_told(alone, column, ())


def _as_told(seen: Feature, column: BroughtColumn, levels: tuple[str, ...]) -> Feature:
    """Return what was seen of a column, where its schema does not say it itself."""
    return replace(
        seen,
        levels=column.values or levels,
        minimum=seen.minimum if column.minimum is None else column.minimum,
        maximum=seen.maximum if column.maximum is None else column.maximum,
        unit=column.unit,
    )


def _often(cells: "pd.Series[str]", seen: Feature) -> tuple[str, ...]:
    """Return the levels of a category that so many rows share that none points to a person."""
    if not seen.levels:
        return ()
    counts = cells.astype(str).value_counts()
    return tuple(level for level in seen.levels if counts.get(level, 0) >= RARE)


def _combinations(
    features: tuple[Feature, ...], evaluation: Evaluation, frame: pd.DataFrame, seed: int
) -> Combinations:
    layout = layout_of(features)
    matter = [one.column for one in evaluation.importances if one.column in layout.names]
    names = list(dict.fromkeys((*matter, *layout.names)))[:MOST_COMBINED]
    return combinations_of(read_cells(frame[names], layout), names, seed)

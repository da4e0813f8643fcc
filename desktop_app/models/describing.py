"""What a model must remember of the columns it learned from: their values and ranges, but no rows."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.cells import read_cells
from desktop_app.engine.combinations import combinations_of
from desktop_app.engine.roles import assign_roles, reading
from desktop_app.models.frames import seconds
from desktop_app.models.shifted import spread_of_levels, spread_of_numbers
from desktop_app.models.unmet import layout_of
from desktop_app.records.models import MOST_COMBINED, Feature, Schema
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Column, ColumnType, Table

RARE = 5  # a value that fewer rows share may point to a person


def describe_schema(table: Table, plan: TrainingPlan, evaluation: Evaluation, frame: pd.DataFrame) -> Schema:
    """Return the schema of a model that was learned from the rows of *frame* that have a target."""
    kinds = reading(assign_roles(table, plan), plan.target)
    known = frame[frame[plan.target].notna()]
    features = tuple(
        _in_unit(feature_of(name, kinds[name], known[name]), table.column(name))
        for name in evaluation.features
    )
    layout = layout_of(features)
    matter = [one.column for one in evaluation.importances if one.column in layout.names]
    names = list(dict.fromkeys((*matter, *layout.names)))[:MOST_COMBINED]
    return Schema(
        target=plan.target,
        task=evaluation.task,
        classes=evaluation.classes,
        features=features,
        combinations=combinations_of(read_cells(known[names], layout), names, plan.seed),
    )


def _in_unit(feature: Feature, column: Column | None) -> Feature:
    return replace(feature, unit=column.unit) if column and feature.type == "number" else feature


def feature_of(name: str, kind: ColumnType, values: "pd.Series[Any]") -> Feature:
    """Return what is remembered of the cells of a column."""
    missing = float(values.isna().mean()) if len(values) else 0.0
    if kind in ("number", "date"):
        return _range(name, kind, missing, seconds(values) if kind == "date" else values.to_numpy(np.float64))
    if kind == "text":
        return Feature(name=name, type=kind, missing_share=missing)
    counts = values.value_counts()
    seen = counts[counts > 0]  # a categorical column also counts what only other rows hold
    rare = int((seen < RARE).sum())
    levels = tuple(sorted(str(level) for level in seen.index))
    spread = spread_of_levels({str(level): int(count) for level, count in seen.items()}, RARE)
    return Feature(
        name=name, type=kind, levels=levels, rare_levels=rare, missing_share=missing, spread=spread
    )


def _range(
    name: str, kind: ColumnType, missing: float, values: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> Feature:
    known = values[np.isfinite(values)]
    if not known.size:
        return Feature(name=name, type=kind, missing_share=missing)
    low, median, high = (float(value) for value in np.quantile(known, (0.05, 0.5, 0.95)))
    least, most = float(known.min()), float(known.max())
    return Feature(
        name=name,
        type=kind,
        missing_share=missing,
        minimum=least,
        maximum=most,
        low=low,
        median=median,
        high=high,
        spread=spread_of_numbers(known) if kind == "number" else None,
    )

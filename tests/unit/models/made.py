"""A table of customers, and predictors that learned from it: real ones, small, without a search."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.intervals import Intervals
from desktop_app.engine.model import Model
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.roles import assign_roles
from desktop_app.engine.training import Trained
from desktop_app.models.saving import save_model
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Bar, Column, ColumnType, Recipe, Table
from tests.unit.models.fitted import boosting_of, forest_of, line_of
from tests.unit.reports.made import a_number, two_kinds

Kind = Literal["linear", "boosting", "forest"]
ROWS = 200
FEATURES = ("age", "joined", "plan", "remarks")
KINDS: tuple[Kind, ...] = ("linear", "boosting", "forest")


@cache
def customers() -> pd.DataFrame:
    """Return rows as `tables.frames` would read them."""
    dice = np.random.default_rng(3)
    age = dice.integers(18, 80, ROWS).astype(np.float64)
    plan = dice.choice(["basic", "gold", "silver"], ROWS).astype(object)
    plan[:2] = "platinum"  # so few that they may point to a person
    days = np.datetime64("2020-01-01", "us") + dice.integers(0, 900, ROWS) * np.timedelta64(1, "D")
    remarks = [" ".join(dice.choice(["late", "paid", "called", "moved"], 3)) for _ in range(ROWS)]
    spent = age * 2 + (plan == "gold") * 50 + dice.normal(0, 4, ROWS)
    age[5:15] = np.nan
    return pd.DataFrame(
        {
            "age": age,
            "joined": days,
            "plan": plan,
            "remarks": pd.Series(remarks, dtype=object),
            "left": np.where(spent > 110, "yes", "no").astype(object),
            "spent": spent.round(1),
        }
    )


def table_of(frame: pd.DataFrame, types: dict[Any, ColumnType], name: str = "customers.csv") -> Table:
    """Return the record of a table that holds these columns."""
    columns = [_column(frame[column], types[column], place) for place, column in enumerate(frame)]
    return Table(
        name=name,
        rows=len(frame),
        columns=tuple(columns),
        recipe=Recipe(format="csv", encoding="utf-8", delimiter=","),
        sha256="ab" * 32,
    )


def _column(values: "pd.Series[Any]", kind: ColumnType, position: int) -> Column:
    counts = values.value_counts()
    return Column(
        name=str(values.name),
        type=kind,
        position=position,
        missing=int(values.isna().sum()),
        distinct=len(counts),
        top_values=tuple(Bar(label=str(label), count=int(count)) for label, count in counts.head(50).items()),
    )


TYPES: dict[Any, ColumnType] = {
    "age": "number",
    "joined": "date",
    "plan": "category",
    "remarks": "text",
    "left": "yes/no",
    "spent": "number",
}


@cache
def trained(kind: Kind = "forest", target: str = "left") -> Trained:
    """Return a predictor of this kind for a column of the customers."""
    frame = customers()
    table = table_of(frame, TYPES)
    cells = read_cells(frame, layout_of(assign_roles(table, plan_for(target)).features))
    preparation = Preparation.learn(cells, 0)
    number = target == "spent"
    values: Any = frame["spent"].to_numpy(np.float64)
    if not number:
        values = (frame["left"] == "yes").to_numpy(np.int64)
    features = preparation.for_lines(cells) if kind == "linear" else preparation.for_trees(cells)
    estimator = {"linear": line_of, "boosting": boosting_of, "forest": forest_of}[kind](features, values)
    model = Model(
        kind=kind,
        simplest=np.array([values.mean()]) if number else np.bincount(values.astype(np.int64)) / ROWS,
        weight=1 / ROWS,
        lowest=float(values.min()),
        highest=float(values.max()),
        classes=0 if number else 2,
        preparation=preparation,
        estimator=estimator,
    )
    classes = () if number else ("no", "yes")
    ranges = Intervals.learn(values + 1.0, values.astype(np.float64)) if number else None
    predictor = Predictor(layout=cells.layout, classes=classes, model=model, intervals=ranges)
    return Trained(predictor=predictor, evaluation=_evaluation(target))


def _evaluation(target: str) -> Any:
    if target == "spent":
        return replace(a_number(), target="spent", features=(*FEATURES, "left"), rows=ROWS, decimals=1)
    return replace(two_kinds(), features=(*FEATURES, "spent"), rows=ROWS)


def plan_for(target: str) -> TrainingPlan:
    """Return the plan of a training for this column."""
    return TrainingPlan(target=target, seed=1)


def save(path: Path, kind: Kind = "forest", target: str = "left") -> ModelCard:
    """Save such a predictor and return its card."""
    frame = customers()
    return save_model(path, trained(kind, target), table_of(frame, TYPES), plan_for(target), frame)

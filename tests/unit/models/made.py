"""A table of customers, and predictors that learned from it: real ones, small, without a search."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.effort import plan_effort
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.kinds.kind import Conditions, Lesson
from desktop_app.engine.kinds.portfolio import KINDS as ENGINE_KINDS
from desktop_app.engine.model import Member, Model
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.roles import assign_roles
from desktop_app.engine.size import Size
from desktop_app.engine.training import Trained
from desktop_app.models.saving import save_model
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import KindName
from desktop_app.records.tables import Bar, Column, ColumnType, Recipe, Table
from tests.unit.reports.made import a_number, two_kinds

Kind = KindName | Literal["together"]
ROWS = 200
FEATURES = ("age", "joined", "plan", "remarks")
KINDS: tuple[Kind, ...] = (*ENGINE_KINDS, "together")
TOGETHER: dict[KindName, float] = {"linear": 0.4, "kernel": 0.3, "boosting": 0.2, "network": 0.1}
LITTLE = replace(
    plan_effort(Size(rows=ROWS, numbers=9, spread=18, wide=30, answers=1, classes=False), 1.0),
    rounds=(10,),
    rate=0.3,
    leaves=7,
    trees=5,
    leaf_rows=8,
    strengths=(1.0,),
)
ONLY_AMOUNTS: tuple[Kind, ...] = ("boosting_log",)
CASES: tuple[tuple[Kind, str], ...] = tuple(
    (kind, target)
    for kind in KINDS
    for target in ("left", "spent")
    if target == "spent" or kind not in ONLY_AMOUNTS
)


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
def trained(kind: Kind = "forest", target: str = "left", without: str = "") -> Trained:
    """Return a predictor of this kind, or of several together, for a column of the customers."""
    frame = customers().drop(columns=[without] if without else [])
    table = table_of(frame, TYPES)
    cells = read_cells(frame, layout_of(assign_roles(table, plan_for(target)).features))
    number = target == "spent"
    values: Any = frame["spent"].to_numpy(np.float64)
    classes: tuple[str, ...] = ()
    if not number:
        names, values = np.unique(frame[target].to_numpy(str), return_inverse=True)
        classes = tuple(names.tolist())
    wanted = values[:, None] if number else np.eye(len(classes))[values]
    preparation = Preparation.learn(cells, wanted, 0)
    shares = TOGETHER if kind == "together" else {kind: 1.0}
    model = Model(
        simplest=np.array([values.mean()]) if number else np.bincount(values) / ROWS,
        weight=1 / ROWS,
        lowest=float(values.min()),
        highest=float(values.max()),
        classes=len(classes),
        preparation=preparation,
        members=tuple(
            Member.of(name, share, _learned(name, preparation, cells, wanted))
            for name, share in shares.items()
        ),
    )
    ranges = Intervals.learn(values + 1.0, values.astype(np.float64)) if number else None
    predictor = Predictor(layout=cells.layout, classes=classes, model=model, intervals=ranges)
    return Trained(predictor=predictor, evaluation=_evaluation(target))


def _learned(name: KindName, preparation: Preparation, cells: Cells, wanted: Any) -> Any:
    classes = 0 if wanted.shape[1] == 1 else wanted.shape[1]
    features = preparation.of_learned(ENGINE_KINDS[name].form, cells, wanted, 0)
    lesson = Lesson(features=features, values=wanted.argmax(axis=1) if classes else wanted[:, 0])
    conditions = Conditions(classes=classes, effort=LITTLE, seed=0)
    return ENGINE_KINDS[name].fit(conditions, lesson, ENGINE_KINDS[name].settings(conditions)[-1])


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

"""Models of small graphs, and the rows that they are asked about."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pandas as pd

from desktop_app.engine.brought.audit.looking import look_at
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.brought.parts import built, layout_of
from desktop_app.engine.cells import Cells, read_cells
from desktop_app.models.brought.schema_file import read_schema
from desktop_app.records.brought import BringOrder, BroughtFile, BroughtSchema
from tests.unit.brought.graphs import Facts, churn_graph, churn_schema
from tests.unit.journeys.asking import do


def schema_of(facts: Facts) -> BroughtSchema:
    return read_schema(json.dumps(facts).encode())


def model_of(graph: onnx.ModelProto, facts: Facts) -> Brought:
    content, schema = graph.SerializeToString(), schema_of(facts)
    return built(content, look_at(content), schema, np.full(max(1, len(schema.classes)), 0.5))


def cells_of(model: Brought, **columns: Any) -> Cells:
    """Return rows as the engine holds them; columns that are not named are empty."""
    return read_cells(pd.DataFrame(columns), layout_of(model.schema.columns))


def known_rows(path: Path, rows: int = 300, **cells: str) -> Path:
    """Write rows with answers that the line of `churn_graph` tells from ages and plans, but for chance."""
    dice = np.random.default_rng(3)
    ages, plans = dice.integers(18, 91, rows), dice.choice(["basic", "gold"], rows)
    sums = 0.05 * ages - 2 + np.where(plans == "gold", 1, -1)
    left = np.where(dice.random(rows) < 1 / (1 + np.exp(-sums)), "yes", "no")
    frame = pd.DataFrame({"age": ages, "plan": plans, "left": left})
    frame.assign(**cells).to_csv(path, index=False)
    return path


def brought(
    folder: Path,
    graph: onnx.ModelProto | None = None,
    facts: Facts | None = None,
    *,
    tested: Path | None = None,
    **order: Any,
) -> BroughtFile:
    """Bring a graph as the command line does; the model is then in *folder*."""
    path, schema, out = folder / "churn.onnx", folder / "churn.json", folder / "churn.hunch"
    path.write_bytes((churn_graph() if graph is None else graph).SerializeToString())
    schema.write_text(json.dumps(churn_schema() if facts is None else facts), encoding="utf-8")
    asked = BringOrder(
        path=str(path), schema=str(schema), out=str(out), tested=str(tested) if tested else "", **order
    )
    return do("bring_onnx", asked, BroughtFile, folder / "bring")

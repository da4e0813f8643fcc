"""What was found out about the model of a made training, landed as its job lands it."""

from dataclasses import replace
from typing import Any

from desktop_app.records.explained import Explained
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ExplainOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.reports.explained import PAIR, TOGETHER, curve, explained, kinds

FOUND = replace(
    explained(curve(0.1, 0.5, 0.8, column="months"), kinds(West=0.2, East=0.4)),
    together=(TOGETHER,),
    interactions=(PAIR,),
)


def land_explained(workspace: Workspace, training: StoredTraining, found: Explained = FOUND) -> None:
    """Store what was found out about a model."""
    params: Any = to_json(ExplainOrder(model="-", table_folder="-"))
    job = workspace.jobs.add("explain", params, lane="short", subject=training.id)
    workspace.land(job, to_json(found))

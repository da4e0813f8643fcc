"""What is left beside a model, and found by comparing it, without learning or comparing anything."""

from pathlib import Path
from typing import Any

from desktop_app.records.comparing import Comparison
from desktop_app.records.jsonable import to_json
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.reports.made_groups import GROUPS


def with_rows(training: StoredTraining) -> StoredTraining:
    """Leave the rows that tested a model beside it; pages only look whether they are there."""
    Path(training.tested).write_bytes(b"PAR1")
    return training


def groups_found(workspace: Workspace, training: StoredTraining, found: Any = GROUPS, **params: Any) -> None:
    """Land what came of comparing groups."""
    job = workspace.jobs.add("compare_groups", params, lane="short", subject=training.id)
    workspace.land(job, to_json(found))


def models_compared(
    workspace: Workspace, first: StoredTraining, second: StoredTraining, **found: Any
) -> None:
    """Land what came of comparing two models."""
    params: Any = {"second_id": second.id}
    job = workspace.jobs.add("compare_trainings", params, lane="short", subject=first.id)
    plain = {"rows": 200, "first": 0.88, "second": 0.8, "low": 0.02, "high": 0.14}
    made = Comparison(metric="accuracy", **{**plain, **found})
    workspace.land(job, to_json(made))

"""A forecast that came as a file, landed in a real workspace as jobs land it."""

from pathlib import Path

from desktop_app.journeys.model_files import accept_model, look_at_model
from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import AcceptOrder, LookOrder
from desktop_app.workspace.store import Workspace

AHEAD = Path(__file__).parents[1] / "compat" / "0.1.0" / "ahead.hunch"
NEWER = AHEAD.with_name("ahead-newer.csv")


def looked_ahead(workspace: Workspace, file: Path = AHEAD) -> str:
    """Look at a forecast's file, and return the id of the job that did."""
    order = to_json(LookOrder(path=str(file), name="parcels.hunch"))
    job = workspace.jobs.add("look_at_model", order, lane="short")
    workspace.land(job, look_at_model(order, Path(job.folder), print))
    return job.id


def came_ahead(workspace: Workspace, file: Path = AHEAD) -> str:
    """Open a forecast's file, and return the id of the model."""
    model_id = looked_ahead(workspace, file)
    order = to_json(AcceptOrder(path=str(workspace.models.waiting(model_id)), name="parcels.hunch"))
    job = workspace.jobs.add("accept_model", order, lane="short", subject=model_id)
    workspace.land(job, accept_model(order, Path(job.folder), print))
    return model_id

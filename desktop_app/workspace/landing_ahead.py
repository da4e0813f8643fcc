"""How what comes next gets into the workspace: a forecast that was learned here, or one that went on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.compared_files import WentBeside
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import LookAheadOrder, LookedAhead, WentOn
from desktop_app.records.model_files import AcceptedOther
from desktop_app.records.orders import MODEL_FILE
from desktop_app.workspace.folders import move_ahead, move_file

if TYPE_CHECKING:
    from desktop_app.workspace.landing import Landing

Result = dict[str, JSON]


def land_went_on(landing: Landing, job: Job, result: Result) -> None:
    """Keep the steps ahead beside their model, in place of those before."""
    went, model = from_json(WentOn, result), landing.folders.model(landing.others.forecast(job.subject).id)
    with landing._finished(job, job.subject, to_json(went)):
        move_ahead(Path(job.folder), went.kinds, model)


def land_beside(landing: Landing, job: Job, result: Result) -> None:
    """Keep what new rows were told beside the model that old ones are kept in, in place of those before."""
    went = from_json(WentBeside, result)
    model = landing.folders.model(landing.others.compared(job.subject).id)
    with landing._finished(job, job.subject, to_json(went)):
        move_ahead(Path(job.folder), went.kinds, model)


def land_kept(landing: Landing, job: Job, result: Result) -> None:
    """Store groups, or what is usual, that were kept here; the job tells of which table."""
    model = landing.folders.model(job.id)
    with landing._moved(model):
        move_file(Path(job.folder) / MODEL_FILE, model)
        with landing._finished(job, job.subject) as db:
            landing.others.accept(db, job.id, from_json(AcceptedOther, result))


def land_looked_ahead(landing: Landing, job: Job, result: Result) -> None:
    """Keep a forecast that was learned here, with the steps ahead beside it; the job tells of which table."""
    looked, model = from_json(LookedAhead, result), landing.folders.model(job.id)
    with landing._moved(model):
        move_file(Path(job.folder) / MODEL_FILE, model)
        move_ahead(Path(job.folder), looked.kinds, model)
        told: Result = {"groups": list(looked.groups), "errors": to_json(looked.errors)}
        with landing._finished(job, job.subject, told) as db:
            landing.others.accept(db, job.id, looked.accepted)
            if before := from_json(LookAheadOrder, job.params).instead_of:
                landing.others.give_way(db, before, looked.accepted)

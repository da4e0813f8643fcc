"""A forecast that came as a file, landed in a real workspace as jobs land it."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.go_on import go_on
from desktop_app.journeys.model_files import accept_model, look_at_model
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import AcceptedOther, AcceptOrder, LookOrder, Origin
from desktop_app.records.newer import NewerOrder
from desktop_app.workspace.folders import ahead_beside
from desktop_app.workspace.store import Workspace

AHEAD = Path(__file__).parents[1] / "compat" / "0.1.0" / "ahead.hunch"
NEWER = AHEAD.with_name("ahead-newer.csv")


def looked_ahead(workspace: Workspace, file: Path = AHEAD) -> str:
    """Look at a forecast's file, and return the id of the job that did."""
    order = to_json(LookOrder(path=str(file), name="parcels.hunch"))
    job = workspace.jobs.add("look_at_model", order, lane="short")
    workspace.land(job, look_at_model(order, Path(job.folder), lambda _: None))
    return job.id


def came_ahead(workspace: Workspace, file: Path = AHEAD) -> str:
    """Open a forecast's file, and return the id of the model."""
    model_id = looked_ahead(workspace, file)
    order = to_json(AcceptOrder(path=str(workspace.models.waiting(model_id)), name="parcels.hunch"))
    job = workspace.jobs.add("accept_model", order, lane="short", subject=model_id)
    workspace.land(job, accept_model(order, Path(job.folder), lambda _: None))
    return model_id


def named(card: ForecastCard, name: str) -> ForecastCard:
    """Return a card whose columns and series all have such a name."""
    found, asked = card.found, card.found.asked
    asked = replace(asked, target=f"{name} 1", time=f"{name} 2", group=f"{name} 3", known=(f"{name} 4",))
    series = tuple(replace(one, name=f"{name} {place}") for place, one in enumerate(found.series * 30))
    return replace(card, table=name, found=replace(found, asked=asked, series=series, series_count=200))


def came_as(workspace: Workspace, card: ForecastCard) -> str:
    """Store a forecast that says this of itself, and return its id."""
    model_id = looked_ahead(workspace)
    origin = Origin(file=f"{card.table}.hunch", version="0.1.0", made=card.created)
    job = workspace.jobs.add("accept_model", {}, lane="short", subject=model_id)
    workspace.land(job, to_json(AcceptedOther(kind="forecast", origin=origin, card=card)))
    return model_id


def gone_on_with(workspace: Workspace, model_id: str, rows: bytes | None = None) -> None:
    """Bring newer rows to a forecast, and land what comes next."""
    newer = workspace.folder / "newer.csv"
    newer.write_bytes(NEWER.read_bytes() if rows is None else rows)
    stored = workspace.others.forecast(model_id)
    series = str(ahead_beside(Path(stored.model))["series"])
    asked = NewerOrder(
        model=stored.model, model_name=stored.name, name=newer.name, path=str(newer), series=series
    )
    order = to_json(asked)
    job = workspace.jobs.add("go_on", order, lane="short", subject=model_id)
    workspace.land(job, go_on(order, Path(job.folder), lambda _: None))

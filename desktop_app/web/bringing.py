"""A model that was made elsewhere, on its way in: its graph, its schema, and rows whose answer is known."""

import secrets
from dataclasses import replace

from flask import url_for

from desktop_app.errors import UsageError
from desktop_app.records.brought import BringOrder
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.web.bringings import Bringing
from desktop_app.web.context import context
from desktop_app.web.orders import order_import
from desktop_app.web.sources import Source

JOURNEY = "bring_onnx"
GRAPH, SCHEMA = ".onnx", ".json"


def open_source(source: Source) -> str:
    """Open a file, and return the address of the page that goes on with it."""
    if not source.name.lower().endswith(GRAPH):
        return url_for("opening.show", job_id=order_import(source).id)
    return url_for("bringing.show", bringing_id=_begin(source).id)


def _begin(graph: Source) -> Bringing:
    """Take a graph; of one that lies on this computer, the schema file beside it is taken as well."""
    bringing = Bringing(id=secrets.token_hex(16), graph=graph)
    beside = graph.path.with_suffix(SCHEMA)
    if graph.path.suffix.lower() == GRAPH and beside.is_file():  # our own copy has no such name
        bringing = replace(bringing, schema=Source(path=beside, name=beside.name), is_found=True)
    bringing = replace(bringing, graph=_kept(graph, bringing.id))
    context().bringings.put(bringing)
    return bringing


def with_schema(bringing_id: str, schema: Source) -> None:
    """Take a schema file, in place of one that was there."""
    bringing = context().bringings.get(bringing_id)
    kept = _kept(schema, bringing_id)
    context().bringings.put(replace(bringing, schema=kept, is_found=False))


def with_rows(bringing_id: str, tested: Source | None) -> None:
    """Take a file of rows whose answer is known, or none."""
    bringing = context().bringings.get(bringing_id)
    kept = _kept(tested, bringing_id) if tested else None
    context().bringings.put(replace(bringing, tested=kept))


def order_bringing(bringing_id: str) -> Job:
    """Make a model of what was chosen. Raises UsageError where the schema file is missing."""
    bringing = context().bringings.get(bringing_id)
    schema, tested = bringing.schema, bringing.tested
    if schema is None:
        raise UsageError("error.no_file")
    order = BringOrder(
        path=str(bringing.graph.path),
        name=bringing.graph.name,
        schema=str(schema.path),
        schema_name=schema.name,
        tested=str(tested.path) if tested else "",
        tested_name=tested.name if tested else "",
    )
    job = context().jobs.submit(JOURNEY, to_json(order), lane="short")
    context().bringings.put(replace(bringing, job_id=job.id))
    return job


def _kept(source: Source, folder: str) -> Source:
    """Return a file that no job takes away when it is over: it may have to be asked for another one."""
    return replace(source, path=context().uploads.set_aside(source.path, folder))

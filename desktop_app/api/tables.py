"""Tables: bring a file, and see what was read in it."""

import hashlib
from functools import partial
from pathlib import Path

from flask import Response, request

from desktop_app.api.asked import KeyHeader, OnePath, PartQuery, TableQuery
from desktop_app.api.once import digest_of, once
from desktop_app.api.paging import cursor, ids_of, place_in
from desktop_app.api.routes import FILE, REPLAYED, Routes
from desktop_app.api.telling import column_told, table_brief, table_told
from desktop_app.api.told import Columns, Table, Tables
from desktop_app.errors import UsageError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.web.context import context
from desktop_app.web.sources import shown_name
from desktop_app.workspace.folders import remove

routes = Routes("tables", "Tables")
_AT_ONCE = 1024 * 1024  # bytes
_TAKES = {
    "required": True,
    "description": "The file itself: CSV, Excel, Parquet and others, also packed with gzip.",
    "content": FILE,
}


@routes.get("/tables", Tables)
def list_tables(query: PartQuery) -> Tables:
    """List the tables."""
    ids, after = ids_of("table", query)
    return Tables(items=[table_brief(context().workspace.tables.get(one)) for one in ids], next=after)


@routes.job("/tables", "learn", takes=_TAKES)
def bring_table(query: TableQuery, header: KeyHeader) -> Response:
    """Bring a file; a job reads it as a table."""
    uploads = context().uploads
    path = uploads.path(uploads.begin())
    try:
        digest = digest_of(query.name, _copied(path))
        answer = once(header.key, digest, partial(_order, path, query.name))
    except BaseException:
        remove(path)
        raise
    if REPLAYED in answer.headers:
        remove(path)
    return answer


@routes.get("/tables/<thing>", Table)
def get_table(path: OnePath) -> Table:
    """Tell of one table."""
    return table_told(context().workspace.tables.get(path.thing))


@routes.get("/tables/<thing>/columns", Columns)
def list_columns(path: OnePath, query: PartQuery) -> Columns:
    """List the columns of a table: what they hold, and how much of it."""
    columns = context().workspace.tables.get(path.thing).table.columns
    start = place_in(query, "column", 0)
    end = start + query.limit
    items = [column_told(column) for column in columns[start:end]]
    return Columns(items=items, next=cursor("column", end) if end < len(columns) else None)


@routes.delete("/tables/<thing>")
def delete_table(path: OnePath) -> Response:
    """Put a table out of sight; models that learned from it stay. Hunch can bring it back until it ends."""
    stored = context().workspace.tables.get(path.thing)
    context().workspace.tables.delete(stored.id)
    return Response(status=204)


def _copied(path: Path) -> str:
    """Write what a request brings into a file, and return its sha256; raises UsageError for nothing."""
    digest = hashlib.sha256()
    with path.open("wb") as copy:
        while piece := request.stream.read(_AT_ONCE):
            copy.write(piece)
            digest.update(piece)
    if not path.stat().st_size:
        raise UsageError("error.no_file")
    return digest.hexdigest()


def _order(path: Path, name: str) -> Job:
    order = ImportOrder(path=str(path), name=shown_name(name))
    return context().jobs.submit("import", to_json(order), lane="short")

"""Whether the rows of a table may be sent to a cluster: asked before the first of them leaves."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError, UsageError
from desktop_app.records.remote import Cluster
from desktop_app.records.stored import StoredTable
from desktop_app.web.context import context
from desktop_app.web.guard import FIELD
from desktop_app.web.rail import table_rail
from desktop_app.web.where import AskFirstError, keep_said, plain_text, where_of

pages = Blueprint("where", __name__)


@pages.app_errorhandler(AskFirstError)
def ask_first(error: AskFirstError) -> str:
    """Ask; the answer sends what was asked for once more, with what was said."""
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in (FIELD, "where")]
    return _page(error.stored, error.cluster, request.path, fields)


@pages.get("/tables/<table_id>/where")
def show(table_id: str) -> str:
    """Show where a table is learned from, to be chosen anew."""
    stored = context().workspace.tables.get(table_id)
    return _page(stored, _cluster(stored), url_for(".say", table_id=table_id), [])


@pages.post("/tables/<table_id>/where")
def say(table_id: str) -> ResponseReturnValue:
    """Keep what was said."""
    stored = context().workspace.tables.get(table_id)
    if request.form.get("where") not in ("there", "here"):
        raise UsageError("error.not_understood")
    keep_said(stored, _cluster(stored), there=request.form["where"] == "there")
    return redirect(url_for("predict.of_table", table_id=table_id), 303)


def _cluster(stored: StoredTable) -> Cluster:
    cluster = where_of(stored).cluster
    if cluster is None:
        raise NotFoundError("error.not_found")
    return cluster


def _page(stored: StoredTable, cluster: Cluster, address: str, fields: list[tuple[str, str]]) -> str:
    return render_template(
        "predict/where.html",
        stored=stored,
        rail=table_rail(stored, "predict"),
        cluster=cluster,
        plain=plain_text(cluster),
        address=address,
        fields=fields,
    )

"""Findings that a person says are fine, and bringing them back."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context
from desktop_app.web.findings.listed import findings
from desktop_app.web.findings.rows import finding_key

pages = Blueprint("findings", __name__)


@pages.post("/tables/<table_id>/fine")
def accept(table_id: str) -> ResponseReturnValue:
    """Show a finding of a table no more."""
    tables, key = context().workspace.tables, request.form.get("finding", "")
    table = tables.get(table_id).table
    if key not in {finding_key(notice, table) for notice in findings(table)}:
        raise UsageError("error.not_understood")
    tables.hide_finding(table_id, key)
    return redirect(url_for("data.of_table", table_id=table_id, fine=key), 303)


@pages.post("/tables/<table_id>/fine/undo")
def show_again(table_id: str) -> ResponseReturnValue:
    """Show the finding again that the address names, or else all of a table."""
    context().workspace.tables.show_findings(table_id, request.args.get("finding", ""))
    return redirect(url_for("data.of_table", table_id=table_id), 303)

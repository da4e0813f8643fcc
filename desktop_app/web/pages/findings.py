"""Findings that a person says are fine, and bringing them back."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context
from desktop_app.web.finding_keys import finding_key
from desktop_app.web.findings.listed import findings
from desktop_app.web.findings.logged import logging_fine
from desktop_app.web.reading.page import reading_address

pages = Blueprint("findings", __name__)


@pages.post("/tables/<table_id>/fine")
def accept(table_id: str) -> ResponseReturnValue:
    """Show a finding of a table no more."""
    tables, key = context().workspace.tables, request.form.get("finding", "")
    table = tables.get(table_id).table
    if key not in {finding_key(notice, table) for notice in findings(table)}:
        raise UsageError("error.not_understood")
    with logging_fine(table_id):
        tables.hide_finding(table_id, key)
    return redirect(reading_address(table_id, again="1"), 303)


@pages.post("/tables/<table_id>/fine/undo")
def show_again(table_id: str) -> ResponseReturnValue:
    """Show all findings of a table again."""
    with logging_fine(table_id):
        context().workspace.tables.show_findings(table_id)
    return redirect(reading_address(table_id, again="1"), 303)

"""The reading of a table that a page shows: a step on another page may have put one in its place."""

from flask import request

from desktop_app.errors import UsageError
from desktop_app.records.stored import StoredTable
from desktop_app.web.context import context


def table_shown(table_id: str) -> StoredTable:
    """Return the table that a request is about, whose columns it counts as they stand on its page.

    Raises UsageError where the table has other columns by now: their cells would stand under wrong names.
    """
    stored = context().workspace.tables.get(table_id)
    if request.values.get("shown", stored.reading) != stored.reading:
        raise UsageError("error.other_reading")
    return stored

"""Findings that became fine, or no longer are, in the log of a table: by a button, or by undoing a step."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.records.notices import Notice
from desktop_app.records.remarks import FINDING, FINE
from desktop_app.web.context import context
from desktop_app.web.finding_keys import finding_key
from desktop_app.web.findings.listed import findings

_NOT_FINE = "decided.not_fine"


@contextmanager
def logging_fine(table_id: str) -> Iterator[None]:
    """Write down which findings of a table are fine after what is done within, and were not before."""
    tables = context().workspace.tables
    before = tables.get(table_id).fine
    yield
    stored = tables.get(table_id)
    changed = {*before} ^ {*stored.fine}
    if not changed:
        return
    found = {finding_key(notice, stored.table): notice for notice in findings(stored.table)}
    told = [_told(notice, is_fine=key in stored.fine) for key, notice in found.items() if key in changed]
    context().workspace.remarks.decided(*told, table_id=table_id)


def _told(finding: Notice, *, is_fine: bool) -> Notice:
    values = {**finding.values, FINDING: finding.code}
    return Notice(code=FINE if is_fine else _NOT_FINE, values=values, columns=finding.columns)

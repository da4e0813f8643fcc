"""What is said of a table and of its columns, and by which key each of it is remembered."""

import hashlib

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table


def finding_key(notice: Notice, table: Table) -> str:
    """Return what tells a finding apart from the others of a table, also once a column has another name."""
    columns = [found.in_file if (found := table.column(name)) else name for name in notice.columns]
    told = "\n".join((notice.code, *columns))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def said_of(table: Table) -> tuple[Notice, ...]:
    """Return the notices of a table and of its columns, each once."""
    warnings = table.warnings
    notes = (note for column in table.columns for note in column.notes)
    return (*warnings, *(note for note in notes if note not in warnings))

"""What was found in a file, in order of harm."""

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table

HARM = {"problem": 0, "caution": 1, "note": 2}


def findings(table: Table) -> tuple[Notice, ...]:
    """Return the notices of a table and of its columns, the most harmful first."""
    found = [*table.warnings, *(note for column in table.columns for note in column.notes)]
    return tuple(sorted(found, key=lambda notice: HARM[notice.level]))

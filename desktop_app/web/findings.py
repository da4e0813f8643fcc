"""What was found in a file, in order of harm."""

from collections.abc import Iterable

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.web.reading import told_at_chips

ASKED = "import.unanswered"
HARM = {"problem": 0, "caution": 1, "note": 2}


def findings(table: Table) -> tuple[Notice, ...]:
    """Return the notices of a table and of its columns, each once, the most harmful first.

    What a chip tells of the reading is left to it, and what a question asks to the question.
    """
    notes = (note for column in table.columns for note in column.notes)
    # What reading a column gave rise to stands among the warnings of the table too.
    said = [*table.warnings, *(note for note in notes if note not in table.warnings)]
    elsewhere = told_at_chips(table)
    return by_harm(one for one in said if one not in elsewhere and one.code != ASKED)


def by_harm(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices with the most harmful first; those of one level stay in their order."""
    return tuple(sorted(notices, key=lambda notice: HARM[notice.level]))

"""What reading a new file gave rise to, for somebody who brings it to a model."""

from collections.abc import Collection

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.reports.two_readings import UNANSWERED, open_notices

_NOT_READ = ("find.not_numbers", "find.not_dates", "find.not_yes_no")  # the pre-flight says where


def told_of(table: Table, needed: Collection[str]) -> tuple[Notice, ...]:
    """Return what was said of a file, but for what the pre-flight says of the columns that a model needs.

    What is open of other columns can stay so.
    """
    needed = frozenset(needed)
    questions = [question for question in table.questions if question.column in needed]
    said = (
        notice
        for notice in table.warnings
        if notice.code != UNANSWERED and not (notice.code in _NOT_READ and needed.issuperset(notice.columns))
    )
    return (*said, *open_notices(questions))

"""Columns that give the answer away, as the Results page asks about them: left out, or only warned of."""

from desktop_app.records.notices import Notice
from desktop_app.records.plans import GIVEN_AWAY
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.result_words import left_out_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A column that gives the answer away, and what is said of it."""

    column: str
    text: str
    is_left_out: bool


def given_away(evaluation: Evaluation) -> tuple[Given, ...]:
    """Return the columns to ask about; not the one that the verdict asks about itself."""
    out = [
        Given(
            column=left.column,
            text=left_out_text(left, evaluation.rows, evaluation.target),
            is_left_out=True,
        )
        for left in evaluation.left_out
        if left.reason in GIVEN_AWAY
    ]
    asked = evaluation.give_away.column if evaluation.give_away else None
    used = [
        Given(column=column, text=notice_text(notice), is_left_out=False)
        for notice in evaluation.warnings
        for column in notice.columns
        if tells_of_it(notice) and not (column == asked and evaluation.verdict.level == "suspicious")
    ]
    return (*out, *used)


def tells_of_it(notice: Notice) -> bool:
    """Return whether a warning is about a column that gives the answer away."""
    return notice.code in GIVEN_AWAY.values()

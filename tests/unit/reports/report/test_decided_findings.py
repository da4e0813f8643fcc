"""What was decided about findings stands in a report without what the findings say of single rows."""

import pytest

from desktop_app.records.notices import Notice, Value
from desktop_app.records.remarks import FINDING, Decided
from desktop_app.reports.notice_words import notice_text
from tests.unit.reports.report.made_facts import known, report, said


@pytest.mark.parametrize(
    ("code", "columns", "words"),
    [
        ("decided.fine", ("mail",), 'Said to be fine: what was found about "mail".'),
        ("decided.fine", ("a", "b"), 'Said to be fine: what was found about "a", "b".'),
        ("decided.not_fine", (), "No longer said to be fine: what was found about the table."),
    ],
)
def test_what_is_fine_is_told_without_the_cells_that_were_found(
    code: str, columns: tuple[str, ...], words: str
) -> None:
    values: dict[str, Value] = {FINDING: "find.not_numbers", "column": "mail", "count": 1, "rows": 9}
    values["values"] = ["mia@home.example"]
    fine = Decided(
        moment="2026-03-05T10:00:00+00:00", notice=Notice(code=code, values=values, columns=columns)
    )

    assert "mia@home" in notice_text(fine.notice), "the results tell it in full"
    told = said(report(known(decided=(fine,)), audience="experts"))

    assert words in told
    assert "mia@home" not in told

"""From which model one was learned again, and which of the two is better, in words."""

from dataclasses import replace

import pytest

from desktop_app.records.lineage import Against, Lineage
from desktop_app.records.results import Evaluation
from desktop_app.reports.lineage_words import against_texts, lineage_lines, lineage_text
from tests.unit.reports.made import two_kinds
from tests.unit.reports.made_groups import off_by_ten

AGAINST = Against(rows=400, now=0.88, before=0.81, low=0.03, high=0.11)
LINEAGE = Lineage(
    content="0" * 64,
    name="left",
    created="2026-03-01T10:00:00+00:00",
    rows_then=5000,
    rows_new=400,
    joined=True,
    is_known=True,
    against=AGAINST,
)


def told(lineage: Lineage, evaluation: Evaluation | None = None) -> str:
    return " ".join(against_texts(replace(evaluation or two_kinds(), lineage=lineage)))


def test_a_model_that_comes_from_none_says_nothing() -> None:
    assert lineage_text(two_kinds()) == ""
    assert lineage_lines(two_kinds()) == ()


@pytest.mark.parametrize(
    ("joined", "end"),
    [(True, "and the old ones count as well."), (False, "and the old ones do not count any more.")],
)
def test_it_says_from_which_rows_it_learned(joined: bool, end: str) -> None:
    text = lineage_text(replace(two_kinds(), lineage=replace(LINEAGE, joined=joined)))

    assert text.startswith('Learned again from "left" of 2026-03-01')
    assert "which had learned from 5,000 rows. 400 rows are new" in text
    assert text.endswith(end)


def test_both_are_told_with_their_range() -> None:
    assert told(LINEAGE) == (
        '"The new model" is right for 88, "left" for 81 of the same 100. The difference is more than luck. '
        "Both were tested on 400 rows that neither of them had seen. "
        'With other rows of this kind "The new model" could be ahead by 3 to 11 of 100.'
    )


def test_where_rows_may_have_been_seen_it_does_not_say_that_they_were_not() -> None:
    text = told(replace(LINEAGE, is_known=False))

    assert "neither of them had seen" not in text
    assert "if so, it looks better here than it is." in text


def test_of_a_number_the_one_that_is_closer_is_ahead() -> None:
    against = replace(AGAINST, now=10.0, before=12.5, low=-4.0, high=-1.0)

    assert '"The new model" could be closer by' in told(replace(LINEAGE, against=against), off_by_ten())


def test_few_rows_are_said_to_be_few() -> None:
    text = told(replace(LINEAGE, is_known=False, against=Against(rows=9, problem="few")))

    assert text.startswith("Only 9 rows tested both, too few to tell")


def test_two_questions_are_not_compared() -> None:
    assert "do not answer the same question" in told(replace(LINEAGE, against=None))

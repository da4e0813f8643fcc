"""Which of two models is better, in words, and that luck is called luck."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.comparing import Comparison
from desktop_app.records.results import Evaluation
from desktop_app.reports.compare_words import compared_texts, score_text
from tests.unit.reports.made import rare_kind, two_kinds
from tests.unit.reports.made_groups import off_by_ten

FOUND = Comparison(metric="accuracy", rows=400, first=0.88, second=0.81, low=0.03, high=0.11)
NAMES = ("left", "left (2)")


def told(found: Comparison, evaluation: Evaluation | None = None) -> str:
    return " ".join(compared_texts(found, NAMES, evaluation or two_kinds()))


def test_a_clear_difference_is_told_with_its_range() -> None:
    assert told(FOUND) == (
        '"left" is right for 88, "left (2)" for 81 of the same 100. The difference is more than luck. '
        "Both were tested on 400 rows that neither of them had seen. "
        'With other rows of this kind "left" could be ahead by 3 to 11 of 100.'
    )


def test_the_one_that_is_behind_is_not_called_ahead() -> None:
    back = replace(FOUND, first=0.81, second=0.88, low=-0.11, high=-0.03)

    assert '"left (2)" could be ahead by 3 to 11 of 100.' in told(back)
    assert "more than luck" in told(back)


def test_what_may_be_luck_is_called_so() -> None:
    luck = replace(FOUND, second=0.87, low=-0.02, high=0.04)

    assert "The difference may be luck." in told(luck)
    assert '"left" could be ahead by 4 of 100, or "left (2)" by 2.' in told(luck)
    assert "more than luck" not in told(luck)


def test_where_both_answer_alike_there_is_no_difference() -> None:
    same = told(replace(FOUND, second=0.88, low=0.0, high=0.0))

    assert "There is no difference." in same
    assert "ahead" not in same


def test_a_small_difference_has_a_denominator_that_shows_it() -> None:
    assert '"left" is right for 880, "left (2)" for 878 of the same 1,000.' in told(
        replace(FOUND, rows=5000, second=0.878)
    )


def test_of_a_number_the_one_that_is_closer_is_ahead() -> None:
    off = replace(FOUND, metric="mean_absolute_error", first=10.0, second=12.5, low=-4.0, high=-1.0)

    assert '"left" is off by 10 on average, "left (2)" by 13, for the same rows.' in told(off, off_by_ten())
    assert '"left" could be closer by 1.0 to 4.0 on average.' in told(off, off_by_ten())


def test_a_rare_kind_is_counted_among_those_it_is_surest_about() -> None:
    rare = replace(FOUND, metric="precision_at_k", k=40, first=0.6, second=0.5, low=-0.05, high=0.25)

    assert 'Of the 40 rows each is surest about, 24 are "yes" for "left" and 20 for "left (2)".' in told(
        rare, rare_kind()
    )


@pytest.mark.parametrize(
    ("problem", "sentence"), [("few", "Only 30 rows tested both"), ("rows", "The table was read otherwise")]
)
def test_where_there_is_no_figure_none_is_told(problem: Any, sentence: str) -> None:
    (said,) = compared_texts(replace(FOUND, problem=problem, rows=30), NAMES, two_kinds())

    assert said.startswith(sentence)


def test_a_list_has_the_score_in_a_few_words() -> None:
    assert score_text(two_kinds()) == "Right for 88 of 100"
    assert score_text(off_by_ten()).startswith("Off by ")
    assert "it is surest about, " in score_text(rare_kind())

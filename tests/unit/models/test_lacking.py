"""A missing column is said with what the model loses where it tells nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models.lacking import about_lacking
from desktop_app.models.preflight import preflight
from desktop_app.records.results import Evaluation, Importance
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.fitting_made import CARD, FINE, TYPES
from tests.unit.models.stored import store
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds


def said(evaluation: Evaluation, column: str) -> str:
    notice = about_lacking(replace(CARD, evaluation=evaluation), column)
    assert notice is not None
    assert notice.level == "problem"
    return notice_text(notice)


@pytest.mark.parametrize(
    ("evaluation", "words"),
    [
        (two_kinds(), "it was right for 76 of 100 instead of 88."),
        (rare_kind(), "it was right for 29 of the 60 surest instead of 36."),
        (
            many_kinds(score=score(0.8, 0.7, 0.9, metric="balanced_accuracy")),
            "it was right for 68 of 100, each kind counted alike, instead of 80.",
        ),
    ],
)
def test_a_strong_column_is_said_with_what_it_is_worth(evaluation: Evaluation, words: str) -> None:
    assert said(evaluation, "calls") == f'"calls" is not there. Tested with its values mixed up, {words}'


def test_a_column_of_a_number_is_said_with_how_much_further_it_is_off() -> None:
    assert said(a_number(), "rooms").endswith("it was off by 1.4 times as much.")


def test_a_number_that_is_hardly_further_off_is_not_said_to_be_one_times_off() -> None:
    slight = Importance(column="rooms", loss=0.0001, low=0.00005, high=0.0002)

    assert said(a_number(importances=(slight,)), "rooms").endswith("it was hardly more off.")


def test_a_column_that_hardly_matters_says_so() -> None:
    assert said(two_kinds(), "months").endswith("no loss could be measured.")


def test_of_a_column_that_was_not_measured_nothing_more_is_known() -> None:
    assert about_lacking(CARD, "city") is None


def test_the_one_column_that_a_file_lacks_is_said_so(tmp_path: Path) -> None:
    known = Importance(column="city", loss=0.2, low=0.1, high=0.3)
    card = replace(CARD, evaluation=two_kinds(importances=(known,)))
    cells = {name: column for name, column in FINE.items() if name != "city"}

    found = preflight(card, tmp_path, store(tmp_path, cells, TYPES))

    assert [one.code for one in found.notices if one.columns == ("city",)] == ["check.missing"]
    assert found.fit == "unfit"


def test_numbers_of_a_file_that_cannot_be_stay_within_all_rows() -> None:
    odd = Importance(column="calls", loss=99.0, low=98.0, high=100.0)

    assert "right for 0 of 100" in said(two_kinds(importances=(odd,)), "calls")

"""What a model file proves, in words."""

from dataclasses import fields, replace

import pytest

from desktop_app.language import say
from desktop_app.records.results import Evaluation
from desktop_app.records.verifying import Difference, LearnedAgain, Verified
from desktop_app.reports.receipt_words import TOLD, difference_lines, verified_lines

VERIFIED = Verified(
    name="left.hunch",
    stored_answers=24,
    format=1,
    created="2026-03-04T05:06:07+00:00",
    versions={
        "hunch": "1.2.3",
        "python": "3.12.1",
        "scikit-learn": "1.9.1",
        "numpy": "2.4.6",
        "scipy": "1.17",
    },
    table="customers.csv",
    table_sha256="ab" * 32,
    seed=7,
    content="cd" * 32,
    is_older=False,
)
AGAIN = LearnedAgain(
    is_same=False, content="", numbers=3, first=Difference(field="score", now=0.8213, then=0.8209)
)
WITHOUT_NUMBERS = {
    *("task", "target", "classes", "common", "tested", "features", "verdict", "seconds"),
    *("stopped", "longer_helps", "tested_by", "tested_column", "tested_after", "on_cluster"),
}


def test_a_whole_file_is_said_to_be_so_with_its_receipt_and_its_makers() -> None:
    assert verified_lines(VERIFIED) == [
        '"left.hunch" is intact: it gives the same 24 stored answers as on the day it was saved.',
        "To prove it: file abababababababab, seed 7, version 1.2.3.",
        "Saved on 2026-03-04 in format 1, by Hunch 1.2.3 with python 3.12.1, scikit-learn 1.9.1, "
        "numpy 2.4.6, scipy 1.17.",
    ]


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, '"left.hunch" is intact: it gives the same 1 stored answer as on the day it was saved.'),
        (0, '"left.hunch" is intact. It has no stored answers that it could be asked for.'),
    ],
)
def test_few_stored_answers_prove_little_and_none_nothing(count: int, line: str) -> None:
    assert verified_lines(replace(VERIFIED, stored_answers=count))[0] == line


def test_the_first_number_is_named_with_what_it_was() -> None:
    assert difference_lines(AGAIN) == [
        "Learned again from the same file: 3 numbers differ, first its score: 0.8213 instead of 0.8209.",
        "Its stored answers are the same as far as computers agree.",
        "On another kind of computer the answers agree, the file need not.",
    ]


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        (0.25, 0.5, "0.25 instead of 0.5"),
        (1200.0, 1201.0, "1,200 instead of 1,201"),
        (0.12345678, 0.12345671, "0.1234568 instead of 0.1234567"),
        (None, 0.5, "nothing instead of 0.5"),
        (12.0, None, "12 instead of nothing"),
    ],
)
def test_two_numbers_are_written_so_that_they_can_be_told_apart(
    now: float | None, then: float | None, told: str
) -> None:
    one = replace(AGAIN, numbers=1, first=Difference(field="rows", now=now, then=then))

    assert difference_lines(one)[0] == (
        f"Learned again from the same file: 1 number differs, rows with an answer: {told}."
    )


def test_a_model_can_differ_though_its_test_does_not() -> None:
    other = LearnedAgain(is_same=False, content="", answers_agree=False)

    assert difference_lines(other)[:2] == [
        "Learned again from the same file: no number of its test differs, but the model is not the same.",
        "Its stored answers differ, too.",
    ]


def test_every_number_of_an_evaluation_has_its_words() -> None:
    assert TOLD.keys() == {field.name for field in fields(Evaluation)} - WITHOUT_NUMBERS
    assert all(say(words) for words in TOLD.values())

"""How right it is on a new file is said beside what was promised."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.models import Answers, Preflight, Truth
from desktop_app.records.notices import Notice
from desktop_app.reports.truth_words import holds_word, truth_lines
from tests.unit.reports.made import a_number, rare_kind, score, two_kinds

TRUTH = Truth(score=score(0.87, 0.84, 0.9, rows=400), promised=two_kinds().score, holds="fits", known=400)


def lines(truth: Truth | None, rows: int = 400) -> tuple[str, ...]:
    fits = Preflight(fit="fits", rows=rows, notices=())
    return truth_lines(Answers(rows=rows, cautions=0, preflight=fits, headings=(), truth=truth))


def test_what_fits_says_both_numbers() -> None:
    assert lines(TRUTH) == ("Right for 87 of 100 here (84 to 90). Promised: 88. That fits.",)
    assert holds_word(TRUTH) == "Still holds"
    assert lines(None) == ()


def test_what_has_become_worse_says_what_to_do() -> None:
    worse = replace(TRUTH, score=score(0.7, 0.66, 0.74, rows=400), holds="worse")

    assert lines(worse) == (
        "Right for 70 of 100 here (66 to 74). "
        "Promised: 88. It has become worse: learn again with newer rows.",
    )


def test_of_few_rows_they_are_the_denominator() -> None:
    few = replace(TRUTH, score=score(0.8, 0.55, 0.96, rows=20), holds="few", known=20)

    assert lines(few, 20) == (
        "Right for 16 of 20 here (11 to 20). "
        "Promised: 18. 20 rows are too few to say whether that still holds.",
    )


def test_a_number_is_said_as_a_miss() -> None:
    metric = a_number().score.metric
    off = replace(TRUTH, score=score(33456.0, 31000.0, 36000.0, 400, metric), promised=a_number().score)

    assert lines(off)[0].startswith("Off by 33,000 on average here (31,000 to 36,000). Promised: 31,000.")


def test_a_small_miss_of_a_whole_number_is_not_rounded_away() -> None:
    metric = a_number().score.metric
    promised = replace(a_number().score, value=1.6)
    off = replace(TRUTH, score=score(1.44, 1.31, 1.58, 400, metric), promised=promised)

    assert lines(off)[0].startswith("Off by 1.4 on average here (1.3 to 1.6). Promised: 1.6.")


def test_a_rare_kind_is_counted_among_the_surest_rows() -> None:
    promised = rare_kind().score
    rare = replace(TRUTH, score=replace(promised, value=0.55), promised=promised, surest=40, yes="yes")

    assert lines(rare) == (
        'Of the 40 rows here that it was surest of, 22 are "yes" (18 to 30). Promised: 24. That fits.',
    )


def test_why_nothing_was_counted_is_said() -> None:
    why = Notice(code="truth.all_seen", values={"target": "left"})
    fits = Preflight(fit="fits", rows=9, notices=())

    (line,) = truth_lines(Answers(rows=9, cautions=0, preflight=fits, headings=(), untold=why))

    assert line.startswith('All rows with a "left" were already there when it learned.')


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"strange": 3, "target": "left"},
            '3 rows have a "left" that it has never seen, and count as wrong.',
        ),
        (
            {"known": 350, "target": "left", "score": score(0.87, 0.84, 0.9, rows=350)},
            '"left" is filled in for 350 of 400 rows; the others are not counted.',
        ),
        (
            {"seen": 100, "score": score(0.87, 0.84, 0.9, rows=300)},
            "100 rows were already there when it learned, and are not counted.",
        ),
        (
            {"score": score(0.87, 0.84, 0.9, rows=300)},
            "Counted in 300 of 400 rows, drawn at random.",
        ),
    ],
)
def test_what_was_counted_is_said(changes: dict[str, Any], said: str) -> None:
    assert lines(replace(TRUTH, **changes))[1:] == (said,)


def test_of_rows_that_were_drawn_what_was_found_is_not_said_of_all() -> None:
    counted = score(0.87, 0.84, 0.9, rows=300)
    drawn = replace(TRUTH, score=counted, known=4000, strange=3, target="left", seen=100)

    assert lines(drawn, 4000)[1:] == (
        'Of the 300 rows counted, 3 have a "left" that it has never seen: they are wrong.',
        "Of 400 rows drawn, 100 were already there when it learned, and are not counted.",
        "Counted in 300 of 4000 rows, drawn at random.",
    )

"""What stands below the verdict: candidates, columns, mix-ups, misses, and the answers to new files."""

import pytest

from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.orders import Written
from desktop_app.records.plans import LeftOut
from desktop_app.records.results import Candidate, Confusion, Importance
from desktop_app.reports import words
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds


def candidate(practice: float, *, failed: bool = False) -> Candidate:
    return Candidate(
        name="boosting", metric="log_loss", score=0.4, practice=practice, seconds=1.5, failed=failed
    )


def preflight(*notices: Notice) -> Preflight:
    return Preflight(fit="caution" if notices else "fits", rows=80, notices=notices)


def test_the_question_is_named_by_its_kind() -> None:
    assert words.question_title(two_kinds()) == 'Can it tell "left": yes or no?'
    assert words.question_title(many_kinds()) == 'Which "species" will it be?'
    assert words.question_title(a_number()) == 'What number will "price" be?'


def test_a_candidate_is_judged_in_the_measure_of_the_page() -> None:
    assert words.candidate_text(candidate(0.86), two_kinds()) == (
        "Many small trees: right for 86 of 100 in practice."
    )
    assert words.candidate_text(candidate(30000.0), a_number()) == (
        "Many small trees: off by 30,000 on average in practice."
    )
    assert words.candidate_text(candidate(0.0, failed=True), two_kinds()).startswith(
        "Many small trees did not work"
    )


@pytest.mark.parametrize("name", ["baseline", "linear", "boosting", "forest"])
def test_every_kind_of_model_has_a_name(name: str) -> None:
    assert words.kind_name(name)


def test_the_simplest_guess_is_said_in_the_metric_of_the_score() -> None:
    assert words.baseline_text(two_kinds()) == 'Simplest guess: always "no". Right for 73 of 100.'
    assert words.baseline_text(rare_kind()) == "Simplest guess: 60 picked at random hold 2."
    assert words.baseline_text(a_number()) == "Simplest guess: always 206,900. Off by 81,200 on average."


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (LeftOut(column="id", reason="id"), '"id" is left out: it is different in every row.'),
        (LeftOut(column="x", reason="constant"), '"x" is left out: it holds one value only.'),
        (LeftOut(column="x", reason="empty", count=96), '"x" is left out: 96 of 100 cells are empty.'),
        (
            LeftOut(column="x", reason="same", count=99),
            '"x" is left out: it says the same as "left" in 99 of 100 rows.',
        ),
        (
            LeftOut(column="x", reason="text"),
            '"x" is left out: it holds free text, which is not learned from.',
        ),
        (LeftOut(column="x", reason="asked"), '"x" is left out, as you asked.'),
    ],
)
def test_a_column_that_is_left_out_comes_with_its_reason(left: LeftOut, text: str) -> None:
    assert words.left_out_text(left, 100, "left") == text
    assert words.reason_word(left.reason)


def test_what_matters_most_is_the_title_of_its_picture() -> None:
    assert words.importance_title(two_kinds()) == '"calls" matters most to it.'
    assert words.unused_text(two_kinds()) == 'It makes no measurable use of: "months".'


def test_no_column_is_said_to_matter_where_none_does() -> None:
    nothing = (Importance(column="noise", loss=0.0, low=-0.01, high=0.01),)

    assert words.importance_title(two_kinds(importances=nothing)) == ""


def test_a_column_is_worth_so_many_right_answers() -> None:
    evaluation = two_kinds()

    assert words.importance_text(evaluation.importances[0], evaluation) == (
        'With "calls" mixed up between rows it is right for 12 fewer of 100 (10 to 15).'
    )


def test_a_column_is_worth_so_much_of_a_number() -> None:
    evaluation = a_number()

    assert words.importance_text(evaluation.importances[0], evaluation) == (
        'With "rooms" mixed up between rows it is off by 12,300 more (11,000 to 14,000).'
    )


def test_a_column_is_worth_so_many_of_a_rare_kind() -> None:
    evaluation = rare_kind()

    assert words.importance_text(evaluation.importances[0], evaluation) == (
        'With "calls" mixed up between rows it finds 7 fewer among the 60 it is surest about (6 to 9).'
    )


def test_two_kinds_are_read_as_found_and_right() -> None:
    assert words.confusion_text(two_kinds()) == (
        'It finds 74 of 100 real "yes". When it says "yes", 80 of 100 are right.'
    )


def test_few_rows_of_a_kind_are_counted_as_they_are() -> None:
    few = Confusion(labels=("no", "yes"), counts=((900, 10), (8, 12)))

    assert words.confusion_text(two_kinds(confusion=few)) == (
        'It finds 12 of 20 real "yes". When it says "yes", 12 of 22 are right.'
    )


def test_a_kind_that_is_never_said_has_no_share_of_right_ones() -> None:
    never = Confusion(labels=("no", "yes"), counts=((900, 0), (100, 0)))

    assert words.confusion_text(two_kinds(confusion=never)) == 'It finds 0 of 100 real "yes".'


def test_many_kinds_name_the_mix_up_that_happens_most() -> None:
    assert words.confusion_text(many_kinds()) == 'Most mix-ups: "oak" taken for "beech", 11 of 100.'


def test_kinds_without_a_mix_up_have_nothing_to_name() -> None:
    perfect = Confusion(labels=("a", "b", "c"), counts=((10, 0, 0), (0, 10, 0), (0, 0, 10)))

    assert words.confusion_text(many_kinds(confusion=perfect)) == ""


def test_the_value_looked_for_is_the_word_for_yes_or_the_less_frequent_one() -> None:
    assert words.question_title(two_kinds(classes=("0", "1"), common="1")).endswith(": 1 or 0?")
    assert words.question_title(two_kinds(classes=("died", "lived"), common="lived")).endswith(
        ": died or lived?"
    )
    assert words.question_title(two_kinds(classes=("Ja", "Nein"), common="Ja")).endswith(": Ja or Nein?")


def test_misses_are_said_as_averages_and_shares() -> None:
    assert words.misses_text(a_number()) == (
        "The answers are off by 31,200 on average; half are within 21,200, nine in ten within 71,200."
    )
    assert words.ranges_text(a_number()) == (
        "Its ranges held the real value for 81 of 100 rows; 80 of 100 were promised."
    )
    assert words.misses_text(two_kinds()) == words.ranges_text(two_kinds()) == ""


def test_a_fit_is_listed_line_by_line_with_its_level() -> None:
    unseen = Notice(
        code="check.unseen", level="caution", values={"count": 1, "column": "region", "values": ["Regon"]}
    )

    lines = words.preflight_lines(preflight(unseen))

    assert lines == (("caution", '1 row has a "region" it has never seen: "Regon".'),)
    assert words.fit_word(preflight(unseen)) == words.level_word("caution") == "Caution"


def test_answers_are_compared_with_what_it_learned_from() -> None:
    answers = Answers(
        rows=80, cautions=3, preflight=preflight(), headings=("prediction",), counts={"no": 50, "yes": 30}
    )

    assert words.answers_lines(answers, two_kinds()) == (
        "Rows in: 80. Rows answered: 80, in the same order.",
        'It says "yes" for 30 of 80 rows. When it learned, that was 27 of 100.',
        "3 of 80 rows have a caution. Treat those answers as guesses.",
    )


def test_answers_without_a_training_beside_them_still_say_what_they_hold() -> None:
    answers = Answers(rows=3, cautions=0, preflight=preflight(), headings=(), counts={"no": 2, "yes": 1})

    assert words.answers_lines(answers)[1] == 'It says "no" for 2 of 3 rows.'


def test_answers_to_a_number_are_said_as_a_span() -> None:
    answers = Answers(
        rows=1, cautions=1, preflight=preflight(), headings=(), low=99.25, middle=204.5, high=1500.75
    )

    assert words.answers_lines(answers, a_number()) == (
        "Rows in: 1. Rows answered: 1, in the same order.",
        "The answers lie between 100 and 1500, typically 200.",
        "1 of 1 row has a caution. This file is not like the one it learned from.",
    )


def test_a_saved_file_says_what_was_made_safe_in_it() -> None:
    assert words.saved_lines(Written(path="/x/out.csv", size=1500, marked_cells=2), "out.csv") == (
        'Saved as "out.csv", 1.5 kB.',
        "2 cells begin like formulas and are saved as text.",
    )


def test_a_count_of_few_test_rows_stays_a_count_of_them() -> None:
    few = two_kinds(score=score(0.8, 0.5, 0.95, rows=20))

    assert words.candidate_text(candidate(0.75), few) == "Many small trees: right for 15 of 20 in practice."

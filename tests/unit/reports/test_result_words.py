"""What stands below the verdict: candidates, columns, mix-ups and misses."""

from dataclasses import replace

import pytest

from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut
from desktop_app.records.results import Confusion, Importance
from desktop_app.reports.names import kind_name, reason_word
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.result_words import (
    baseline_text,
    candidate_text,
    confusion_text,
    importance_cells,
    importance_text,
    importance_title,
    left_out_text,
    misses_text,
    models_tried,
    question_title,
    ranges_text,
    told_warnings,
    unused_text,
)
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds
from tests.unit.reports.result_parts import candidate


def test_the_question_is_named_by_its_kind() -> None:
    assert question_title(two_kinds()) == 'Can it tell "left": yes or no?'
    assert question_title(many_kinds()) == 'Which "species" will it be?'
    assert question_title(a_number()) == 'What number will "price" be?'


def test_a_candidate_is_judged_in_the_measure_of_the_page() -> None:
    assert candidate_text(candidate(0.86), two_kinds()) == (
        "Many small trees: right for 86 of 100 while practising."
    )
    assert candidate_text(candidate(30000.0), a_number()) == (
        "Many small trees: off by 30,000 on average while practising."
    )
    assert candidate_text(candidate(0.0, failed=True), two_kinds()).startswith(
        "Many small trees did not work"
    )


@pytest.mark.parametrize("name", ["baseline", "linear", "boosting", "forest"])
def test_every_kind_of_model_has_a_name(name: str) -> None:
    assert kind_name(name)


def test_the_simplest_guess_is_said_in_the_metric_of_the_score() -> None:
    assert baseline_text(two_kinds()) == 'Simplest guess: always "no". Right for 73 of 100.'
    assert baseline_text(rare_kind()) == "Simplest guess: 60 picked at random hold 2."
    assert baseline_text(a_number()) == "Simplest guess: always 206,900. Off by 81,200 on average."


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
    assert left_out_text(left, 100, "left") == text


def test_no_more_cells_are_empty_than_there_are() -> None:
    left = LeftOut(column="fax", reason="empty", count=302)

    assert left_out_text(left, 301) == '"fax" is left out: nearly all of its cells are empty.'
    assert reason_word(left.reason)


def test_what_matters_most_is_the_title_of_its_picture() -> None:
    assert importance_title(two_kinds()) == '"calls" matters most to it.'
    assert unused_text(two_kinds()) == 'It makes no measurable use of: "months".'


def test_the_simplest_guess_is_not_counted_twice_on_a_page() -> None:
    guess = replace(candidate(0.73), name="baseline")

    assert models_tried(two_kinds(candidates=(guess, candidate(0.86)))) == (candidate(0.86),)
    assert models_tried(two_kinds(candidates=(replace(guess, chosen=True),)))


def test_few_rows_are_a_caution_only_where_the_range_is_wide() -> None:
    few = Notice(code="plan.few_rows", values={"rows": 344, "need": 1376}, level="caution")
    narrow = two_kinds("good", score=score(0.99, 0.97, 1.0, rows=344), warnings=(few,))
    wide = two_kinds(score=score(0.8, 0.7, 0.88, rows=344), warnings=(few,))
    off = a_number(
        score=score(31234.5, 25111.0, 39999.0, rows=344, metric="mean_absolute_error"), warnings=(few,)
    )

    assert told_warnings(narrow) == ()
    assert [notice_text(notice) for notice in told_warnings(wide)] == [
        "There were 344 rows, so the range is wide: 70 to 88 of 100. "
        "With about 1,400 rows it would be half as wide."
    ]
    assert [notice_text(notice) for notice in told_warnings(off)] == [
        "There were 344 rows, so the range is wide: off by 25,000 to 40,000. "
        "With about 1,400 rows it would be half as wide."
    ]
    assert told_warnings(wide)[0].level == "caution"


def test_rows_kept_aside_for_good_were_not_learned_from() -> None:
    assert two_kinds().learned_rows == 5000
    assert two_kinds(tested="held_out_no_refit").learned_rows == 4000


def test_no_column_is_said_to_matter_where_none_does() -> None:
    nothing = (Importance(column="noise", loss=0.0, low=-0.01, high=0.01),)

    assert importance_title(two_kinds(importances=nothing)) == (
        "No single column changes measurably how often it is right."
    )
    assert importance_title(a_number(importances=nothing)).endswith("how far it is off.")
    assert importance_title(two_kinds(importances=())) == ""


def test_a_difference_within_its_noise_is_not_counted() -> None:
    noise = Importance(column="months", loss=-0.001, low=-0.004, high=0.002)
    harmful = replace(noise, high=-0.0005)
    small = Importance(column="months", loss=0.0004, low=0.0001, high=0.0008)

    for evaluation in (two_kinds(), a_number()):
        assert importance_cells(noise, evaluation) == ("not measurably", "", "")
        assert importance_cells(harmful, evaluation) == ("no worse", "", "")
    assert importance_text(small, two_kinds()) == (
        'With "months" mixed up between rows there is hardly any difference: fewer than 1 of 100.'
    )
    slight = replace(small, loss=0.03, high=0.06)
    assert importance_text(slight, two_kinds()).endswith("3 fewer of 100 (fewer than 1 to 6).")


def test_a_column_is_worth_so_many_right_answers() -> None:
    evaluation = two_kinds()

    assert importance_text(evaluation.importances[0], evaluation) == (
        'With "calls" mixed up between rows it is right for 12 fewer of 100 (10 to 15).'
    )


def test_a_column_is_worth_so_much_of_a_number() -> None:
    evaluation = a_number()

    assert importance_text(evaluation.importances[0], evaluation) == (
        'With "rooms" mixed up between rows it is off by 12,300 more (11,000 to 14,000).'
    )


def test_a_column_is_worth_so_many_of_a_rare_kind() -> None:
    evaluation = rare_kind()

    assert importance_text(evaluation.importances[0], evaluation) == (
        'With "calls" mixed up between rows it finds 7 fewer among the 60 it is surest about (6 to 9).'
    )


def test_two_kinds_are_read_as_found_and_right() -> None:
    assert confusion_text(two_kinds()) == (
        'It finds 74 of 100 real "yes" (200 of 270). When it says "yes", 80 of 100 are right (200 of 250).'
    )


def test_few_rows_of_a_kind_are_counted_as_they_are() -> None:
    few = Confusion(labels=("no", "yes"), counts=((900, 10), (8, 12)))

    assert confusion_text(two_kinds(confusion=few)) == (
        'It finds 12 of 20 real "yes". When it says "yes", 12 of 22 are right.'
    )


def test_a_kind_that_is_never_said_has_no_share_of_right_ones() -> None:
    never = Confusion(labels=("no", "yes"), counts=((900, 0), (100, 0)))

    assert confusion_text(two_kinds(confusion=never)) == 'It finds 0 of 100 real "yes".'


def test_many_kinds_name_the_mix_up_that_happens_most() -> None:
    assert confusion_text(many_kinds()) == 'Most mix-ups: "oak" taken for "beech", 11 of 100.'


def test_a_mix_up_of_a_single_row_is_no_headline() -> None:
    single = Confusion(labels=("a", "b", "c"), counts=((10, 1, 0), (0, 10, 0), (0, 0, 10)))
    seldom = Confusion(labels=("a", "b", "c"), counts=((400, 3, 0), (0, 400, 0), (0, 0, 400)))

    for confusion in (single, seldom):
        assert confusion_text(many_kinds(confusion=confusion)) == ""


def test_kinds_without_a_mix_up_have_nothing_to_name() -> None:
    perfect = Confusion(labels=("a", "b", "c"), counts=((10, 0, 0), (0, 10, 0), (0, 0, 10)))

    assert confusion_text(many_kinds(confusion=perfect)) == ""


def test_the_value_looked_for_is_the_word_for_yes_or_the_less_frequent_one() -> None:
    assert question_title(two_kinds(classes=("0", "1"), common="1")).endswith(": 1 or 0?")
    assert question_title(two_kinds(classes=("died", "lived"), common="lived")).endswith(": died or lived?")
    assert question_title(two_kinds(classes=("Ja", "Nein"), common="Ja")).endswith(": Ja or Nein?")


def test_misses_are_said_as_averages_and_shares() -> None:
    assert misses_text(a_number()) == (
        "The answers are off by 31,200 on average; half are within 21,200, nine in ten within 71,200."
    )
    assert ranges_text(a_number()) == (
        "Its ranges held the real value for 81 of 100 rows; 80 of 100 were promised."
    )
    assert misses_text(two_kinds()) == ranges_text(two_kinds()) == ""

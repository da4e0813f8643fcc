"""What would help: only what the numbers of a training speak for, the most useful first."""

from dataclasses import replace

import pytest

from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.records.notices import Notice, about
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, Importance, Score, Skill, VerdictLevel
from desktop_app.reports.help_words import MOST, Help, helps_of, untold
from tests.unit.reports.insight_parts import LEVEL, STILL_RISING, pace
from tests.unit.reports.made import a_number, giveaway, rare_kind, score, two_kinds

PLAN = TrainingPlan(target="left", budget=15.0)
GROUP = Notice(
    code="plan.group_question",
    values={"column": "client", "entities": 60, "rows": 300},
    columns=("client",),
)
ID = about("number", "plan.id_used", "caution")
LATE = Notice(code="learn.out_of_time", values={"kinds": ["forest"]}, level="caution")
NARROW = score(0.88, 0.87, 0.89, rows=1000)


def helps(evaluation: Evaluation, plan: TrainingPlan = PLAN) -> tuple[Help, ...]:
    return helps_of(evaluation, plan)


def texts(evaluation: Evaluation, plan: TrainingPlan = PLAN) -> list[str]:
    return [one.text for one in helps(evaluation, plan)]


def few(value: str, count: int) -> Notice:
    return Notice(code="plan.few_of_class", values={"value": value, "count": count, "rows": 400})


def item(loss: float, low: float, high: float, column: str = "months") -> Importance:
    return Importance(column=column, loss=loss, low=low, high=high)


def test_where_no_number_speaks_for_anything_nothing_is_advised() -> None:
    assert helps(two_kinds("useful")) == helps(two_kinds("good")) == ()


def test_a_result_too_good_to_be_true_asks_its_own_question_and_nothing_else() -> None:
    doubted = two_kinds("suspicious", give_away=giveaway(), pace=STILL_RISING, warnings=(GROUP,))

    assert helps(doubted) == ()


def test_more_rows_are_advised_where_the_curve_still_rises_with_what_it_shows() -> None:
    (one,) = helps(two_kinds(pace=STILL_RISING))

    assert (one.code, one.way) == ("verdict.more_rows", "curve")
    assert one.text == (
        "More rows would help: twice as many might give about 91 of 100. "
        "With 2,000 rows it was right for 84 of 100, with 4,000 for 88."
    )


@pytest.mark.parametrize(
    "evaluation",
    [
        two_kinds(score=NARROW, pace=LEVEL),
        two_kinds(score=score(0.8, 0.68, 0.89, rows=60), pace=pace((60, 0.74), (120, 0.76), (240, 0.8))),
        two_kinds(pace=STILL_RISING, rows=90_000),
        two_kinds(pace=STILL_RISING, warnings=(Notice(code="plan.sampled"),)),
    ],
    ids=["level", "few tested", "a kind that takes no more", "a part of the table"],
)
def test_more_rows_are_not_advised_where_they_would_not_help_or_nobody_knows(evaluation: Evaluation) -> None:
    assert helps(evaluation) == ()


def test_where_few_rows_leave_the_range_wide_more_are_advised_once() -> None:
    note = Notice(code="plan.few_rows", values={"rows": 90, "need": 360}, level="caution")
    wide, narrow = score(0.8, 0.7, 0.88, rows=90), score(0.98, 0.95, 1.0, rows=90)
    open_ = two_kinds("guessing", score=wide, warnings=(note,))

    (one,) = helps(open_)

    assert one.text == (
        "There were 90 rows, so the range is wide: 63 to 80 of 90. "
        "With about 360 rows it would be half as wide."
    )
    assert untold(open_, (one,)).warnings == ()
    assert helps(two_kinds(score=narrow, warnings=(note,))) == ()


def test_more_rows_of_a_rare_kind_are_advised_with_their_count() -> None:
    (one,) = helps(rare_kind())

    assert one.text == (
        'More rows with "yes" would help: there are 300, so the range of what it finds is wide '
        "(27 to 45 of 60)."
    )
    narrow = Score(metric="precision_at_k", value=0.6, low=0.56, high=0.64, rows=20_000)
    assert helps(rare_kind(score=narrow)) == ()
    wide = replace(narrow, low=0.5)
    assert helps(rare_kind(score=wide))
    assert helps(rare_kind(score=wide, pace=pace((2000, 0.6), (4000, 0.6)))) == ()


def test_kinds_with_too_few_rows_are_named_once() -> None:
    one, several = two_kinds(warnings=(few("oak", 6),)), two_kinds(warnings=(few("oak", 6), few("elm", 9)))

    assert texts(one) == ['More rows with "oak" would help: 6 of 400 are too few to learn it from.']
    assert texts(several) == [
        'More rows with "oak", "elm" would help: of each there are at most 9 in 400, too few to '
        "learn them from."
    ]
    assert untold(several, helps(several)).warnings == ()


def test_a_column_without_which_it_does_better_is_left_out_first_the_worst() -> None:
    worse = two_kinds(
        importances=(
            item(-0.03, -0.05, -0.015, "calls"),
            item(-0.06, -0.08, -0.04),
            item(0.1, 0.09, 0.11, "x"),
        )
    )

    first, second = helps(worse)

    assert (first.column, second.column, first.way) == ("months", "calls", "without")
    assert first.text == (
        'Leaving "months" out may help: with it mixed up between rows it is right for 6 more of 100 (4 to 8).'
    )


def test_a_column_that_does_harm_to_a_number_or_to_a_rare_kind_is_told_in_its_measure() -> None:
    harm = item(-2_345.6, -4_000.0, -1_200.0)

    assert texts(a_number(importances=(harm,))) == [
        'Leaving "months" out may help: with it mixed up between rows it is off by 2,350 less '
        "(1,200 to 4,000)."
    ]
    found = texts(rare_kind(importances=(item(-0.1, -0.15, -0.05),)))
    assert found[0] == (
        'Leaving "months" out may help: with it mixed up between rows it finds 6 more among the 60 it is '
        "surest about (3 to 9)."
    )


@pytest.mark.parametrize(
    "importances",
    [
        (item(-0.02, -0.05, 0.001),),
        (item(-0.004, -0.006, -0.002),),
        tuple(item(-0.02, -0.039, -0.001, f"x{place}") for place in range(20)),
    ],
    ids=["may be luck", "nobody would notice", "luck among twenty"],
)
def test_a_column_is_not_accused_of_what_may_be_luck_or_nobody_would_notice(
    importances: tuple[Importance, ...],
) -> None:
    assert helps(two_kinds(importances=importances)) == ()


def test_the_only_column_is_never_left_out() -> None:
    assert helps(two_kinds(features=("months",), importances=(item(-0.06, -0.08, -0.04),))) == ()


def test_what_decides_whether_the_figures_hold_comes_before_what_may_better_them() -> None:
    warnings = (LATE, ID, GROUP, gives_away("closed"))
    everything = two_kinds(pace=STILL_RISING, longer_helps=True, warnings=warnings)

    found = helps(everything)

    assert [(one.way, one.column) for one in found] == [
        ("known", "closed"),
        ("apart", "client"),
        ("without", "number"),
    ]
    assert len(found) == MOST
    assert untold(everything, found).warnings == (LATE,)


def test_advice_about_a_warning_is_its_sentence() -> None:
    closed, client = helps(two_kinds(warnings=(gives_away("closed"), GROUP)))

    assert closed.text.startswith('"closed" alone nearly gives the answer.')
    assert client.text.startswith('"client" has 60 different values in 300 rows.')


def test_an_id_that_was_put_back_is_told_with_what_it_is() -> None:
    repeated = about("client", "plan.repeated_id_used", "caution", count=60, rows=300)

    assert texts(two_kinds(warnings=(ID, repeated))) == [
        'Leaving "number" out may help: you put it back, but it is different in every row, so new rows hold '
        "values that it has never seen.",
        'Leaving "client" out may help: you put it back, but it is an ID with 60 different values in 300 '
        "rows, and new rows may hold others.",
    ]


def test_a_column_is_advised_against_once() -> None:
    harm = (item(-0.06, -0.08, -0.04, "number"),)

    assert [one.code for one in helps(two_kinds(warnings=(ID,), importances=harm))] == ["plan.id_used"]


def test_more_time_is_advised_where_more_would_be_tried_then() -> None:
    assert texts(two_kinds(longer_helps=True)) == [
        "More time may help: in 15 seconds it tries less than it would in 60 seconds."
    ]
    assert texts(two_kinds(longer_helps=True, stopped=True)) == [
        "More time may help: it was stopped before all was tried."
    ]
    late = two_kinds(longer_helps=True, warnings=(LATE,))
    assert texts(late)[0].startswith("The time was too short for: Forest of trees.")
    assert untold(late, helps(late)).warnings == ()
    assert helps(two_kinds(longer_helps=True), replace(PLAN, budget=300.0)) == ()
    assert helps(two_kinds(longer_helps=True, skill=Skill(value=0.99, low=0.98))) == ()


@pytest.mark.parametrize("level", ["guessing", "weak"])
def test_other_columns_are_advised_where_nothing_else_is_known(level: VerdictLevel) -> None:
    assert texts(two_kinds(level, longer_helps=True)) == [
        'Other columns that have to do with "left" and are known beforehand would help: the 2 that were used '
        "tell too little of it.",
        "More time may help: in 15 seconds it tries less than it would in 60 seconds.",
    ]
    assert [one.code for one in helps(two_kinds(level, pace=STILL_RISING))] == ["verdict.more_rows"]


def test_a_level_curve_speaks_for_other_columns() -> None:
    (one,) = helps(two_kinds("weak", score=NARROW, pace=LEVEL))

    assert one.text.startswith("More rows of the same kind would hardly help. Other columns that have to do")

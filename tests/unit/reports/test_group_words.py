"""Groups in words: counts first, and a gap that may be luck is never told as one that is not."""

from dataclasses import replace

import pytest

from desktop_app.records.groups import ComparedGroups, Gap, Group, GroupMeasure
from desktop_app.records.results import Evaluation
from desktop_app.reports.group_words import (
    GroupWords,
    main_measure,
    told_gaps,
    told_others,
    told_stand_ins,
)
from tests.unit.reports.made import score, two_kinds
from tests.unit.reports.made_groups import CLEAR, GROUPS, figure, numbers, off_by_ten

LUCK = replace(CLEAR, low=-0.05, high=0.58)


def words(compared: ComparedGroups = GROUPS, evaluation: Evaluation | None = None) -> GroupWords:
    return GroupWords(compared=compared, evaluation=evaluation or two_kinds())


def test_a_gap_that_is_more_than_luck_is_told_with_its_range() -> None:
    assert words().gap(CLEAR) == (
        'For "West" it finds 82 of 100 "yes", for "East" 56. The gap of 26 could be 10 to 43.'
    )


def test_a_gap_that_may_be_luck_is_told_so_with_the_rows_that_say_it() -> None:
    assert words().gap(LUCK) == (
        'For "West" it finds 82 of 100 and for "East" 56. With 480 rows this gap may be luck.'
    )


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("said", 'For "West" it answers "yes" 82 times in 100, for "East" 56 times.'),
        ("right", 'For "West" it is right for 82 of 100, for "East" for 56.'),
        ("false", 'a false alarm for 82 where it is "West", for 56 where it is "East".'),
    ],
)
def test_every_measure_of_kinds_has_its_sentence(measure: GroupMeasure, told: str) -> None:
    for gap in (replace(CLEAR, measure=measure), replace(LUCK, measure=measure)):
        assert told in words().gap(gap)


def test_of_a_number_it_is_said_how_far_it_is_off_and_on_which_side() -> None:
    told = words(numbers(), off_by_ten())
    miss = Gap(measure="miss", more=0, less=1, value=4.3, low=1.2, high=7.4)
    lean = replace(miss, measure="lean", value=4.41)

    assert 'For "18 to 30" it is off by 12.3 on average, for "31 to 64.5" by 8.0.' in told.gap(miss)
    assert (
        'For "18 to 30" its answers are 3.2 too high on average, for "31 to 64.5" 1.2 too low.'
        in told.gap(lean)
    )


def test_only_what_is_more_than_luck_is_told_and_else_that_nothing_is() -> None:
    right = replace(CLEAR, measure="right")
    both = replace(GROUPS, gaps=(CLEAR, replace(LUCK, measure="said"), right))
    none = replace(GROUPS, gaps=(LUCK, replace(LUCK, measure="right")))

    assert len(told_gaps(words(both))) == 2
    assert told_gaps(words(none)) == (
        'No gap between values of "region" is more than luck among the 1,000 rows that tested it.',
        words().gap(LUCK),
    )


def test_where_nothing_can_be_compared_that_is_said() -> None:
    few = replace(GROUPS, groups=GROUPS.groups[1:], gaps=())

    assert main_measure(few) is None
    assert told_gaps(words(few)) == (
        'There are not two values of "region" with enough rows to compare them.',
    )


def test_small_groups_are_not_counted_out_of_thousands() -> None:
    sure = two_kinds(score=score(0.9972, 0.995, 0.999, rows=20_000))
    right = (figure("right", 0.99, rows=9_000),)
    large = tuple(Group(label=label, rows=9_000, figures=right) for label in "ab")

    assert words(evaluation=sure).of == 100
    assert words(replace(GROUPS, groups=large), sure).of == 1_000


def test_groups_have_names() -> None:
    told = words(numbers())
    single = Group(low=3.0, high=3.0, rows=5)
    days = replace(numbers(), kind="date")

    assert [told.name(group) for group in (*numbers().groups, single, Group(rows=3))] == [
        "18 to 30",
        "31 to 64.5",
        "3",
        "empty",
    ]
    assert words(days).name(Group(low=0.0, high=86_400.0, rows=1)) == "1970-01-01 to 1970-01-02"


def test_a_column_that_stands_in_is_named_and_else_it_is_said_that_none_does() -> None:
    assert told_stand_ins(GROUPS) == (
        'The model does not look at "region" itself.',
        '"postcode" largely tells "region", even when "region" itself is left out.',
    )
    assert told_stand_ins(replace(GROUPS, stand_ins=(), is_used=True)) == (
        'The model looks at "region" itself.',
        'No single column that it uses largely tells "region". Several together may.',
    )


def test_what_is_not_shown_is_counted() -> None:
    assert told_others(GROUPS) == ('"region" has 1 other value, in 4 of the tested rows. It is not shown.')
    assert told_others(numbers()) == ""


def test_amounts_of_all_groups_have_the_decimals_of_the_largest() -> None:
    told = words(numbers(), off_by_ten())

    assert [told.written("miss", miss) for miss in (12.3, 8.04, 0.004)] == ["12.3", "8.0", "less than 0.1"]
    assert told.written("lean", -0.004) == "neither too high nor too low"

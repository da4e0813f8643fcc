"""What a report says of groups that were compared, and of other models of its table."""

from dataclasses import replace
from typing import Any

from desktop_app.records.comparing import Comparison
from desktop_app.records.decisions import Decision
from desktop_app.records.groups import ComparedGroups, Group
from desktop_app.reports.report.content import BulletList, Figure, Table
from tests.unit.reports.made_groups import GROUPS, group, numbers, off_by_ten
from tests.unit.reports.report.made_facts import COMPARED, known, names, report, said, section

LINE = Decision(value="yes", chance=0.3)


def fair(groups: ComparedGroups = GROUPS, **changes: Any) -> str:
    """Return what experts read of groups."""
    return said(section(report(known(groups=groups, **changes), audience="experts"), "groups"))


def ranges(groups: ComparedGroups) -> str:
    """Return everything that the report of a number holds of groups."""
    facts = known(off_by_ten(), groups=groups)
    return repr(section(report(facts, audience="experts"), "groups"))


def test_what_was_not_compared_has_no_section() -> None:
    assert {"groups", "compared"}.isdisjoint(names(report(audience="experts")))


def test_groups_are_told_in_the_sentences_and_the_picture_of_their_page() -> None:
    told = section(report(known(groups=GROUPS)), "groups")

    assert said(told).startswith('For "West" it finds 82 of 100 "yes", for "East" 56. The gap of 26')
    assert [block.picture.name for block in told.blocks if isinstance(block, Figure)] == ["groups"]
    assert '"postcode" largely tells "region"' in said(told)
    assert said(told).endswith("What is fair is for people to decide.")


def test_experts_read_all_figures_of_a_group_with_their_ranges() -> None:
    told = section(report(known(groups=GROUPS), audience="experts"), "groups")

    (table,) = (block for block in told.blocks if isinstance(block, Table))
    assert table.header == ("Group", "Tested rows", 'Says "yes"', "Finds", "False alarms", "Right")
    assert table.rows[0][:4] == ("West", "240", "82 (74 to 90)", "82 (74 to 90)")
    assert not any(
        isinstance(block, Table) for block in section(report(known(groups=GROUPS)), "groups").blocks
    )


def test_a_figure_that_too_few_rows_tell_is_said_to_be_so() -> None:
    lacking = replace(GROUPS.groups[1], figures=GROUPS.groups[1].figures[1:])

    assert "too few to say" in fair(replace(GROUPS, groups=(GROUPS.groups[0], lacking)))


def test_a_group_of_few_rows_is_counted_and_never_named() -> None:
    told = section(report(known(groups=GROUPS), audience="experts"), "groups")

    assert "Süd" not in repr(told)
    assert "1 group with too few rows to say anything is not named here." in said(told)
    assert '"region" has 1 other value, in 4 of the tested rows.' in said(told)


def test_the_lowest_and_the_highest_amount_of_all_stay_out_of_it() -> None:
    told = ranges(numbers())

    assert "up to 30" in told
    assert "from 31 on" in told
    assert "64.5" not in told
    assert "18 to 30" not in told


def test_one_range_of_all_amounts_says_neither_of_its_ends() -> None:
    (one, other) = numbers().groups
    empty = replace(other, low=None, high=None)

    told = ranges(numbers(groups=(one, empty)))

    assert "not empty" in told
    assert "18 to" not in told


def test_an_amount_that_many_rows_have_keeps_its_name() -> None:
    groups = tuple(replace(one, high=one.low) for one in numbers().groups)

    assert "'18'" in ranges(numbers(groups=groups))


def test_where_no_two_groups_have_enough_rows_there_is_neither_picture_nor_table() -> None:
    alone = replace(GROUPS, groups=(Group(label="Mia", rows=9), Group(label="Ben", rows=1)), gaps=())

    told = section(report(known(groups=alone), audience="experts"), "groups")

    assert {block.kind for block in told.blocks} == {"paragraph"}
    assert "There are not two values" in said(told)
    assert "Mia" not in said(told)


def test_figures_of_another_decision_are_said_to_be_so() -> None:
    then = 'These figures were counted as it answered then: "yes" from'

    assert then not in fair()
    assert f"{then} 30 of 100 on." in fair(decision=LINE, counted=LINE)
    assert "decided otherwise" not in fair(decision=LINE, counted=LINE)
    assert f"{then} 50 of 100 on. Since then it was decided otherwise." in fair(decision=LINE)


def test_a_long_name_of_a_group_is_cut() -> None:
    long = replace(GROUPS, groups=(group("x" * 90, 0.8), GROUPS.groups[1]))

    assert "x" * 41 not in repr(section(report(known(groups=long), audience="experts"), "groups"))


def test_another_model_is_told_with_what_was_otherwise_for_it() -> None:
    told = section(report(known(compared=(COMPARED,))), "compared")

    assert said(told).split("\n") == [
        'The model of this report is called "left (2)".',
        '"left (2)" is right for 88, "left" for 80 of the same 100. The difference is more than luck. '
        "Both were tested on 200 rows that neither of them had seen. With other rows of this kind "
        '"left (2)" could be ahead by 2 to 14 of 100.',
        'About "left":',
        'It did without: "age".',
    ]


def test_it_may_be_the_second_of_the_two() -> None:
    told = said(section(report(known(compared=(replace(COMPARED, place=1),))), "compared"))

    assert told.startswith('The model of this report is called "left".')
    assert 'About "left (2)":' in told


def test_where_nothing_was_otherwise_that_is_said() -> None:
    told = section(report(known(compared=(replace(COMPARED, differences=()),))), "compared")

    assert told.blocks[-1] == BulletList(sentences=("Learned with the same choices.",), lead='About "left":')


def test_it_is_named_once_however_many_others_there_are() -> None:
    third = replace(COMPARED, names=("left (2)", "first try"))

    told = said(section(report(known(compared=(COMPARED, third))), "compared"))

    assert told.count("The model of this report") == 1
    assert 'About "first try":' in told


def test_a_comparison_that_told_nothing_is_not_in_it() -> None:
    few = Comparison(metric="accuracy", rows=20, problem="few")

    assert "compared" not in names(report(known(compared=(replace(COMPARED, comparison=few),))))

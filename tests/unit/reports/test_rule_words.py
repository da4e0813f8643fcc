"""A rule on one page, line by line, with numbers that agree with its record."""

from dataclasses import replace

from desktop_app.records.insights import Branch, Rule, Where
from desktop_app.reports.rule_words import rule_is_better, rule_lines, rule_text
from tests.unit.reports.insight_parts import RULE
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds


def test_a_rule_is_compared_with_the_best_model() -> None:
    assert rule_text(two_kinds(rule=RULE)) == "A one-page rule is right for 84 of 100; this model for 88."
    assert rule_text(two_kinds()) == ""


def test_each_line_says_when_it_answers_what_and_what_that_is_worth() -> None:
    lines = rule_lines(two_kinds(rule=RULE))

    assert [line.text for line in lines] == [
        'If "age" is 60 or more and "contract" is "monthly": "yes".',
        'If "calls" is below 4: "no".',
    ]
    assert [line.worth for line in lines] == [
        "Right for 91 of 100 of these, about 350 rows.",
        "Right for 83 of 100 of these, about 4,700 rows.",
    ]
    assert rule_lines(two_kinds()) == ()


def test_few_rows_are_not_counted_by_the_hundred() -> None:
    few = replace(RULE, branches=(replace(RULE.branches[0], share=0.1, right=0.75),))

    assert rule_lines(two_kinds(rows=200, rule=few))[0].worth == "Right for 15 of the 20 rows like this."


def test_a_rule_is_better_where_a_page_says_so() -> None:
    evaluation = two_kinds(rule=RULE)
    value = evaluation.score.value

    better = [replace(RULE, value=value + more) for more in (-0.1, 0.0001, 0.05)]

    assert [rule_is_better(two_kinds(rule=rule)) for rule in better] == [False, False, True]
    assert not rule_is_better(two_kinds())


def test_a_rule_without_a_condition_always_holds() -> None:
    always = replace(RULE, branches=(Branch(where=(), answer="no", share=1, right=0.73),))

    assert rule_lines(two_kinds(rule=always))[0].text == 'Always "no".'


def test_a_number_is_answered_without_quotes() -> None:
    rule = Rule(
        branches=(
            Branch(where=(Where(column="rooms", low=4),), answer="310000", share=0.4, right=52_345.0),
            Branch(where=(), answer="190000", share=0.6, right=40_000.0),
        ),
        value=45_678.0,
    )

    lines = rule_lines(a_number(rule=rule))

    assert rule_text(a_number(rule=rule)) == (
        "A one-page rule is off by 45,700 on average; this model by 31,200."
    )
    assert lines[0].text == 'If "rooms" is 4 or more: 310,000.'
    assert lines[0].worth == "Off by 52,300 on average for these, about 2,000 rows."
    assert lines[1].text == "Always 190,000."


def test_each_measure_has_its_own_sentence() -> None:
    even = many_kinds(score=score(0.8, 0.77, 0.83, metric="balanced_accuracy"), rule=RULE)
    rare = rare_kind(rule=replace(RULE, value=0.4))

    assert rule_text(even).startswith("Taking the kinds as equally frequent, a one-page rule is right for 84")
    assert rule_text(rare) == (
        "Of the 60 that a one-page rule is surest about, 24 are right; of this model's, 36."
    )

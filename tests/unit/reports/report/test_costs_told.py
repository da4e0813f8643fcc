"""A report says what mistakes cost, where that was said before learning."""

from dataclasses import replace

from desktop_app.records.decisions import ClassCosts, Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.records.plans import TrainingPlan
from tests.unit.reports.report.made_facts import known, report, rich, said, section

LINE = Decision(value="yes", chance=0.3, costs=Costs(missed=100.0, false=10.0))
CHECK = CostCheck(decision=LINE, cost=510.0, usual=800.0, constant="yes", alone=600.0, low=40.0, high=140.0)
COSTLY = replace(rich(), costs=CHECK)
PLAN = TrainingPlan(target="left", costs=ClassCosts(value="yes", costs=LINE.costs))
BEFORE = "chosen on rows that were hidden while it learned"


def test_what_it_saves_stands_in_the_short_answer() -> None:
    told = said(section(report(known(COSTLY, decision=LINE)), "short"))

    assert "At these costs it saves something" in told


def test_the_line_that_follows_from_costs_is_said_to_be_chosen_before_the_test() -> None:
    first, moved = (
        said(section(report(known(COSTLY, decision=replace(LINE, chance=chance))), "decisions"))
        for chance in (0.3, 0.6)
    )

    assert first.startswith('It says "yes" from 30 of 100 on')
    assert BEFORE in first
    assert BEFORE not in moved


def test_experts_read_what_was_said_among_what_the_model_depends_on() -> None:
    proof = said(section(report(known(COSTLY, plan=PLAN), audience="experts"), "proof"))

    assert 'A missed "yes" was said to cost 100, and a false alarm 10.' in proof
    assert "was said to cost" not in said(section(report(audience="experts"), "proof"))


def test_a_line_beyond_all_places_is_not_told_with_the_counts_of_another() -> None:
    told = said(section(report(known(COSTLY, decision=replace(LINE, chance=0.9999))), "decisions"))

    assert told.startswith('It says "yes" from 9,999 of 10,000 on')
    assert "It finds" not in told


def test_right_and_wrong_answers_say_that_they_are_those_of_another_line() -> None:
    usual, moved = (
        said(section(report(known(COSTLY, decision=decision)), "good"))
        for decision in (replace(LINE, chance=0.5), LINE)
    )

    assert 'counted from 50 of 100 on. What was decided, "yes" from 30 of 100 on' in moved
    assert "What was decided" not in usual

"""What is said of the line between two answers and of what mistakes cost."""

from dataclasses import replace

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import Cut
from desktop_app.reports.deciding import Steps
from desktop_app.reports.decision_words import (
    cost_text,
    counted_text,
    cut_text,
    decided_text,
    kept_text,
    line_text,
    other_costs,
    place_text,
    since_text,
)
from tests.unit.reports.made import two_kinds
from tests.unit.reports.test_deciding import CUTS, steps

KEPT = Decision(value="yes", chance=0.3, costs=Costs(missed=5, false=1))


def test_a_place_says_how_many_it_finds_and_how_many_of_those_it_names_are_right() -> None:
    assert (
        cut_text(two_kinds(), steps(), CUTS.cuts[2])
        == 'It finds 36 of 40 "yes". When it says "yes", 36 of 56 are right.'
    )


def test_with_many_tested_rows_both_are_said_of_a_hundred() -> None:
    many = replace(CUTS, rows=10_000, positives=4_000)
    cut = Cut(chance=0.4, found=3_280, false=1_093)

    assert (
        cut_text(two_kinds(), replace(steps(), cuts=many), cut)
        == 'It finds 82 of 100 "yes". When it says "yes", 75 of 100 are right.'
    )


def test_a_place_at_which_it_never_says_yes_is_said_so() -> None:
    assert (
        cut_text(two_kinds(), steps(), Cut(chance=0.5, found=0, false=0))
        == 'It never says "yes", so it finds none of 40.'
    )


def test_a_place_is_named_by_the_chance_from_which_on_it_answers() -> None:
    assert place_text(CUTS.cuts[2]) == "From 30 of 100 on"
    assert place_text(Cut(chance=0.0042, found=1, false=0)) == "From 4 of 1,000 on"
    assert place_text(Cut(chance=0.5, found=1, false=0)) == "From 50 of 100 on, as by itself"
    assert line_text(steps(), CUTS.cuts[0]) == 'It says "yes" from 80 of 100 on.'
    assert line_text(steps(), steps().usual) == 'By itself, it says "yes" from 50 of 100 on.'


def test_costs_are_said_for_a_hundred_rows_beside_those_without_the_model() -> None:
    costs = Costs(missed=5, false=1)

    told = other_costs(steps(), costs, CUTS.cuts[2])

    assert cost_text(steps(), CUTS.cuts[2], costs) == "For every 100 rows, its mistakes cost about 40."
    assert told == (
        'Never saying "yes" would cost 200, always saying it 60, and saying it from 50 of 100 on 85.',
        "The cheapest place was found on the 100 rows that tested it, so in use it may cost a little more.",
    )


def test_where_no_model_is_needed_that_is_said() -> None:
    def best(costs: Costs, found: Steps) -> str:
        return other_costs(found, costs, CUTS.cuts[2])[1]

    assert best(Costs(missed=100, false=1), steps()) == 'At these costs, always saying "yes" is cheapest.'
    assert best(Costs(missed=1, false=100), steps()) == 'At these costs, never saying "yes" is cheapest.'


def test_what_was_decided_is_said_on_the_results_page_and_of_answers() -> None:
    assert kept_text(None) == ""
    assert kept_text(KEPT) == ('You decided: it says "yes" from 30 of 100 on. New files are answered so.')
    assert decided_text(KEPT) == 'It says "yes" from 30 of 100 on, as was decided for this model.'
    assert decided_text(None) == ""


def test_figures_say_where_the_line_was_when_they_were_counted() -> None:
    usual = replace(KEPT, chance=0.5)

    assert counted_text(None, None) == counted_text(usual, None) == counted_text(None, usual) == ""
    for now in (None, usual, KEPT):
        assert 'as it answered then: "yes" from 30 of 100 on.' in counted_text(now, KEPT)
    for then in (None, usual):
        assert 'as it answered then: "yes" from 50 of 100 on.' in counted_text(KEPT, then)


def test_a_decision_after_the_answers_is_told_beside_them() -> None:
    usual = replace(KEPT, chance=0.5)

    assert since_text(KEPT, replace(KEPT, costs=Costs())) == ""
    assert since_text(None, usual) == since_text(usual, None) == since_text(None, None) == ""
    assert since_text(KEPT, None) == (
        'Since these rows were answered, you decided that it says "yes" from 30 of 100 on.'
    )
    assert since_text(None, KEPT) == (
        'Since these rows were answered, you went back to "yes" from 50 of 100 on.'
    )

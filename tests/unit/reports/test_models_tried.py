"""The models that were tried: which are told, and what is said of their figures."""

from dataclasses import replace

from desktop_app.reports.result_words import candidates_note, chosen_by, models_tried
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.result_parts import candidate
from tests.unit.reports.test_each_words import EACH


def test_the_simplest_guess_is_told_where_it_is_a_part_of_the_model() -> None:
    guess, half = replace(candidate(0.73), name="baseline"), replace(candidate(0.86), weight=0.58)

    told = models_tried(two_kinds(candidates=(guess, half)))

    assert [round(one.weight, 2) for one in told] == [0.42, 0.58]


def test_practice_figures_are_said_to_be_none_of_the_verdict() -> None:
    assert candidates_note(two_kinds()).endswith("kept aside, so its figures may differ a little.")
    assert "kept aside" not in candidates_note(two_kinds(tested="repeated"))


def test_it_is_said_by_what_a_model_is_chosen_that_another_seems_to_outdo() -> None:
    chosen, other = replace(candidate(0.80), chosen=True), candidate(0.86)

    assert chosen_by(two_kinds(candidates=(chosen, other))).endswith("another was right more often.")
    assert chosen_by(a_number(candidates=(other, replace(chosen, chosen=False)))) == ""
    assert chosen_by(a_number(candidates=(replace(other, chosen=True), candidate(0.80)))).endswith(
        "another was off by less on average."
    )
    assert "more often" in candidates_note(two_kinds(candidates=(chosen, other)))


def test_what_did_best_needs_no_reason() -> None:
    best, failed = replace(candidate(0.86), chosen=True), replace(candidate(0.9), failed=True)

    assert chosen_by(two_kinds(candidates=(best, candidate(0.80), failed))) == ""
    assert chosen_by(two_kinds(candidates=(best, candidate(0.8601)))) == ""  # told as the same figure


def test_models_are_compared_without_what_is_each_groups_own_and_it_is_said() -> None:
    told = "All are compared as one model for all; what is each group's own comes on top of it."

    assert candidates_note(replace(two_kinds(), each=EACH)).endswith(told)
    assert told not in candidates_note(replace(two_kinds(), each=replace(EACH, is_pooled=True)))

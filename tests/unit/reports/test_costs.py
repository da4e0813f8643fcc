"""What is said where it was given before learning what mistakes cost."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.decisions import ClassCosts, Costs, Decision
from desktop_app.records.insights import CostCheck, Cut
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, VerdictLevel
from desktop_app.reports.deciding import first_decision
from desktop_app.reports.decision_words import first_text, kept_text, other_costs
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.plan_changes import plan_changes
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.made import rare_kind, score, two_kinds
from tests.unit.reports.test_deciding import CUTS, steps

DECISION = Decision(value="yes", chance=0.1667, costs=Costs(missed=5.0, false=1.0))
CHECK = CostCheck(decision=DECISION, cost=18.4, usual=36.0, constant="no", alone=135.0, low=100.2, high=131.0)
DEARER = replace(CHECK, cost=75.26, constant="yes", alone=73.0, low=-9.0, high=4.0)
UNSURE = replace(DEARER, cost=70.0)
USUAL = "Right for 88 of 100 rows it had never seen."


def told(level: VerdictLevel, check: CostCheck | None, **changes: Any) -> tuple[str, str, str]:
    words = verdict_words(two_kinds(level, costs=check, **changes))
    return words.headline, words.support, words.help


def test_what_it_saves_stands_with_the_verdict_beside_doing_without() -> None:
    headline, support, help_text = told("good", CHECK)

    assert headline == USUAL
    assert support.endswith(
        "At these costs it saves something: for every 100 rows, its mistakes cost about 18.4, always "
        'answering "no" costs about 135, and saying "yes" from 50 of 100 on about 36.'
    )
    assert help_text == told("good", None)[2]


def test_the_count_is_of_what_it_answers_by_the_costs() -> None:
    headline, support, _ = told("good", replace(CHECK, right=0.5201))
    _, dearer, _ = told("weak", replace(DEARER, right=0.62))
    by_itself, _, _ = told("good", replace(CHECK, right=0.88, decision=replace(DECISION, chance=0.5)))

    assert headline == "Answering by these costs, it is right for 52 of 100 rows it had never seen."
    assert support.startswith("At these costs it saves something")
    assert support.endswith("it would be right for 88, the simplest guess for 73.")
    assert dearer.endswith("Answering by these costs, it is right for 62 of 100 rows it had never seen.")
    assert by_itself == USUAL


def test_where_one_answer_for_all_is_as_cheap_that_is_the_reason_of_the_verdict() -> None:
    headline, support, help_text = told("weak", DEARER)

    assert headline == 'At these costs it is cheapest to treat every row as "yes".'
    assert support == (
        f'For every 100 rows, its mistakes cost about 75.3; always answering "yes" costs about 73. {USUAL}'
    )
    assert help_text == "Use it to decide where to look first, and check what mistakes really cost."


def test_what_it_seems_to_save_but_may_not_is_no_reason_to_use_it() -> None:
    headline, support, _ = told("weak", UNSURE)

    assert headline == ('At these costs it may save nothing: treating every row as "yes" could be as cheap.')
    assert support.startswith("For every 100 rows, its mistakes cost about 70;")


def test_a_rare_kind_keeps_its_own_count_behind_the_costs() -> None:
    words = verdict_words(rare_kind("weak", costs=DEARER))

    assert words.headline.startswith("At these costs it is cheapest")
    assert words.support.endswith('Of the 60 it is surest about, 36 are "yes".')


@pytest.mark.parametrize("level", ["guessing", "suspicious"])
@pytest.mark.parametrize("check", [CHECK, DEARER])
def test_what_should_not_be_used_for_another_reason_says_that_one(
    level: VerdictLevel, check: CostCheck
) -> None:
    assert told(level, check) == told(level, None)
    assert first_decision(two_kinds(level, costs=check)) is None


def test_a_training_begins_with_the_line_that_its_costs_ask_for() -> None:
    assert first_decision(two_kinds("good", costs=CHECK)) == DECISION
    assert first_decision(two_kinds("weak", costs=DEARER)) == DECISION
    assert first_decision(two_kinds("good")) is None


def test_it_is_said_of_the_kind_that_the_pages_look_for() -> None:
    other = replace(CHECK, decision=replace(DECISION, value="no"))

    assert first_decision(two_kinds("good", costs=other)) == Decision(
        value="yes", chance=0.8333, costs=Costs(missed=1.0, false=5.0)
    )


def test_what_follows_from_costs_is_not_called_a_decision_of_the_person() -> None:
    assert kept_text(DECISION, DECISION) == (
        'By what you said that mistakes cost, it says "yes" from 17 of 100 on. New files are answered so.'
    )
    assert kept_text(replace(DECISION, chance=0.3), DECISION).startswith("You decided:")
    assert kept_text(None, DECISION) == kept_text(None) == ""


def test_a_line_that_was_chosen_before_the_test_is_not_said_to_come_from_it() -> None:
    before, after = (
        other_costs(steps(), DECISION.costs, Cut(chance=0.3, found=36, false=20), chosen)[-1]
        for chosen in (first_text(two_kinds(costs=CHECK)), "")
    )

    assert before == (
        "This place was chosen on rows that were hidden while it learned, and not on those that tested it."
    )
    assert after.startswith(f"The cheapest place was found on the {CUTS.rows} rows that tested it")


def test_where_each_row_is_hidden_in_turn_the_figure_that_counts_is_said_beside_it() -> None:
    assert first_text(two_kinds(costs=CHECK, tested="repeated")) == (
        "This place was found on the rows that tested it. Found anew without each row that is tested, its "
        "mistakes cost about 18.4: that is what the verdict goes by."
    )


SAID = ClassCosts(value="yes", costs=Costs(missed=500.0, false=20.5))


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, SAID, 'A missed "yes" was said to cost 500, and a false alarm 20.5.'),
        (SAID, None, "It was no longer said what mistakes cost."),
    ],
)
def test_the_log_says_what_was_said(
    before: ClassCosts | None, after: ClassCosts | None, sentence: str
) -> None:
    plans = [TrainingPlan(target="left", costs=costs) for costs in (before, after)]

    assert [notice_text(notice) for notice in plan_changes(*plans)] == [sentence]


def test_few_tested_rows_change_nothing_of_what_is_said_about_costs() -> None:
    made: Evaluation = two_kinds("weak", costs=DEARER, score=score(0.8, 0.7, 0.9, rows=60))

    assert verdict_words(made).headline == told("weak", DEARER)[0]

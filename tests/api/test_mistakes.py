"""Which mistake is worse: asked before learning, kept for its question, and followed from the start."""

import re
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.decisions import ClassCosts, Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Verdict
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_answers, stored_table, stored_training
from tests.api.made_decisions import DECIDABLE
from tests.api.test_predict import LEFT, MONTHS, REGION, plan_of

QUESTION = "Which mistake is worse: missing a &#34;yes&#34;, or calling a &#34;no&#34; &#34;yes&#34;?"
FIRST = Decision(value="yes", chance=0.3, costs=Costs(missed=5.0, false=1.0))
CHECK = CostCheck(decision=FIRST, cost=25.1, usual=31.7, constant="yes", alone=73.3, low=31.2, high=62.5)


def asked(person: Person, workspace: Workspace, target: int = LEFT) -> str:
    return person.get(f"/tables/{stored_table(workspace).id}/predict?target={target}").text


def costs_of(jobs: FakeJobs) -> Any:
    return plan_of(jobs)["costs"]


@pytest.fixture
def costly(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id, replace(DECIDABLE, costs=CHECK))


def test_of_two_kinds_it_is_asked_and_needs_no_answer(person: Person, workspace: Workspace) -> None:
    page = asked(person, workspace)

    assert QUESTION in page
    assert '<details class="more">\n    <summary>Is one mistake worse than the other?</summary>' in page
    assert 'name="worse" value="same" checked' in page
    assert "The worse one counts as 5 of the other, unless you give amounts." in page


@pytest.mark.parametrize("target", [REGION, MONTHS], ids=["three kinds", "number"])
def test_of_anything_else_it_is_not_asked(person: Person, workspace: Workspace, target: int) -> None:
    assert 'name="worse"' not in asked(person, workspace, target)


@pytest.mark.parametrize(
    ("form", "costs"),
    [
        ({}, None),
        ({"worse": "same", "cost_missed": "5", "cost_false": "1"}, None),
        ({"worse": "missed"}, {"missed": 5.0, "false": 1.0}),
        ({"worse": "false"}, {"missed": 1.0, "false": 5.0}),
        ({"worse": "amounts", "cost_missed": "500", "cost_false": "20.5"}, {"missed": 500.0, "false": 20.5}),
        ({"worse": "amounts", "cost_missed": "3", "cost_false": "0"}, {"missed": 3.0, "false": 0.0}),
        ({"worse": "what?"}, None),
    ],
)
def test_the_answer_goes_into_the_plan(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, str], costs: Any
) -> None:
    stored = stored_table(workspace)

    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, **form)

    assert costs_of(jobs) == (costs and {"value": "yes", "costs": costs})


@pytest.mark.parametrize("amounts", [("", ""), ("5", ""), ("", "1"), ("0", "0")])
def test_amounts_that_are_not_said_are_asked_for_before_anything_starts(
    person: Person, workspace: Workspace, jobs: FakeJobs, amounts: tuple[str, str]
) -> None:
    stored = stored_table(workspace)
    form = {"worse": "amounts", "cost_missed": amounts[0], "cost_false": amounts[1]}

    answer = person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, **form)

    assert answer.status_code == 400
    assert "It is not said what both mistakes cost." in answer.text
    assert jobs.orders == []


@pytest.mark.parametrize("amount", ["nan", "-1", "1e999", "1e-9", "many"])
def test_what_no_mistake_can_cost_is_named(
    person: Person, workspace: Workspace, jobs: FakeJobs, amount: str
) -> None:
    stored = stored_table(workspace)
    form = {"worse": "amounts", "cost_missed": "5", "cost_false": amount}

    answer = person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, **form)

    assert answer.status_code == 400
    assert f"&#34;{amount}&#34; is no cost: a mistake costs 0, or an amount from 0.000001" in answer.text
    assert jobs.orders == []


def test_the_answer_is_still_there_when_one_comes_back(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    amounts = {"cost_missed": "500", "cost_false": "20.5"}

    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, worse="amounts", **amounts)

    page = person.get(f"/tables/{stored.id}/predict").text
    assert '<details class="more" open>' in page
    assert 'name="worse" value="amounts" checked' in page
    assert re.search(r'name="cost_missed"[^>]* value="500"', page)
    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, worse="missed")
    assert 'name="worse" value="missed" checked' in person.get(f"/tables/{stored.id}/predict").text


def test_another_question_is_asked_afresh(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    stored = stored_table(workspace)

    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=REGION, worse="missed")

    assert costs_of(jobs) is None


def test_a_training_that_is_done_again_goes_by_the_same_costs(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)
    plan = TrainingPlan(target="left", costs=ClassCosts(value="yes", costs=FIRST.costs))
    training = workspace.trainings.add(stored.id, plan)

    person.post(f"/trainings/{training.id}/known", column="months")

    assert costs_of(jobs) == {"value": "yes", "costs": {"missed": 5.0, "false": 1.0}}


def test_a_training_begins_with_the_line_that_its_costs_ask_for(
    person: Person, costly: StoredTraining, workspace: Workspace, jobs: FakeJobs
) -> None:
    assert costly.decision == FIRST
    page = person.get(f"/trainings/{costly.id}/results").text
    assert "By what you said that mistakes cost, it says &#34;yes&#34; from 30 of 100 on." in page
    assert "At these costs it saves something: for every 100 rows, its mistakes cost about 25.1" in page
    assert "For every 100 rows, its mistakes cost about 25.</p>" in page
    assert "chosen on rows that were hidden while it learned, and not on those that tested it." in page
    assert "The cheapest place was found" not in page

    person.post(f"/answers/{stored_answers(workspace, costly).id}/answer")
    order: Any = jobs.orders[-1][1]
    assert order["decision"]["chance"] == 0.3


def test_it_can_be_moved_and_taken_back_like_any_other(
    person: Person, costly: StoredTraining, workspace: Workspace
) -> None:
    person.post(f"/trainings/{costly.id}/decision", cut="0", missed="5", false="1")
    moved = person.get(f"/trainings/{costly.id}/results").text
    assert "You decided: it says &#34;yes&#34; from 80 of 100 on." in moved
    assert "The cheapest place was found on the 120 rows that tested it" in moved

    person.post(f"/trainings/{costly.id}/decision/usual")
    assert workspace.trainings.get(costly.id).decision is None
    assert "By what you said" not in person.get(f"/trainings/{costly.id}/results").text


def test_where_one_answer_for_all_is_as_cheap_the_page_says_so_first(
    person: Person, workspace: Workspace
) -> None:
    dearer = replace(CHECK, cost=80.0, low=-20.0, high=6.0)
    weak = replace(DECIDABLE, costs=dearer, verdict=Verdict(level="weak", shape="two"))
    training = stored_training(workspace, stored_table(workspace).id, weak)

    page = person.get(f"/trainings/{training.id}/results").text

    assert "At these costs it is cheapest to treat every row as &#34;yes&#34;." in page
    assert "A hint at most." in page


def test_what_was_said_stands_in_the_log(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, worse="missed")
    (training,) = workspace.trainings.of_table(stored.id)

    decided = workspace.remarks.decisions_of(training_id=training.id)

    assert [one.notice.code for one in decided] == ["chosen.costs"]


def test_the_list_to_act_on_goes_by_the_same_chance(
    person: Person, costly: StoredTraining, workspace: Workspace
) -> None:
    brought = stored_answers(workspace, costly, answered=True)

    decided = person.get(f"/answers/{brought.id}/list?by=chance").text
    of_the_other = person.get(f"/answers/{brought.id}/list?by=chance&value=0").text
    workspace.trainings.decide(costly.id, None)
    usual = person.get(f"/answers/{brought.id}/list?by=chance").text

    chances = [
        re.search(r'id="chance"[^>]* value="([^"]*)"', page) for page in (decided, of_the_other, usual)
    ]
    assert [found and found[1] for found in chances] == ["30", "60", "60"]

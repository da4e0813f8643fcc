"""Is it fair? The page that compares groups, in each of its states."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.decisions import Decision
from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_tested import groups_found, with_rows
from tests.api.test_results import NUMBER
from tests.unit.reports.made_groups import GROUPS, numbers


@pytest.fixture
def learned(training: StoredTraining) -> StoredTraining:
    return with_rows(training)


def asked(jobs: FakeJobs) -> dict[str, Any]:
    journey, params = jobs.orders[-1]
    assert journey == "compare_groups"
    return params


def test_the_results_lead_to_it(person: Person, learned: StoredTraining) -> None:
    assert f'href="/trainings/{learned.id}/groups"' in person.get(f"/trainings/{learned.id}/results").text


def test_any_column_but_the_one_it_predicts_can_be_chosen(person: Person, learned: StoredTraining) -> None:
    page = person.get(f"/trainings/{learned.id}/groups").text

    assert all(f">{name}</option>" in page for name in ("id", "months", "region"))
    assert '<option value="2" selected>region</option>' in page
    assert '<option value="3"' not in page
    assert '<option value="yes" selected>' in page


def test_a_comparison_is_ordered_with_what_was_decided_for_the_model(
    person: Person, workspace: Workspace, learned: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.trainings.decide(learned.id, Decision(value="yes", chance=0.3))

    response = person.post(f"/trainings/{learned.id}/groups", column="1", kind="no")

    assert response.headers["Location"] == f"/trainings/{learned.id}/groups"
    order = asked(jobs)
    assert (order["column"], order["value"], order["tested"]) == ("months", "no", learned.tested)
    assert order["decision"]["chance"] == 0.3
    assert order["features"] == ["months", "region"]
    assert Path(order["table_folder"]).is_dir()


@pytest.mark.parametrize("column", ["3", "99", "", "x"])
def test_what_is_no_column_to_compare_by_is_refused(
    person: Person, learned: StoredTraining, jobs: FakeJobs, column: str
) -> None:
    assert person.post(f"/trainings/{learned.id}/groups", column=column).status_code == 400
    assert jobs.orders == []


def test_while_it_compares_the_page_waits_and_can_be_left(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    person.post(f"/trainings/{learned.id}/groups", column="2")
    (job,) = workspace.jobs.list("compare_groups")

    page = person.get(f"/trainings/{learned.id}/groups").text
    assert "Comparing groups" in page
    assert f"/groups/progress/{job.id}" in page
    assert '<select class="input" id="column"' not in page

    person.post(f"/trainings/{learned.id}/groups/cancel/{job.id}")
    assert '<select class="input" id="column"' in person.get(f"/trainings/{learned.id}/groups").text


def test_when_it_is_over_the_page_moves_on(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    groups_found(workspace, learned)
    (job,) = workspace.jobs.list("compare_groups")

    moved = person.poll(f"/trainings/{learned.id}/groups/progress/{job.id}")

    assert moved.headers["HX-Redirect"] == f"/trainings/{learned.id}/groups"


def test_the_progress_of_other_work_is_not_shown_here(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    assert person.poll(f"/trainings/{learned.id}/groups/progress/{learned.job_id}").status_code == 404


def test_what_was_found_last_is_shown_again(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    groups_found(workspace, learned)

    page = person.get(f"/trainings/{learned.id}/groups").text

    assert "For &#34;West&#34; it finds 82 of 100 &#34;yes&#34;" in page
    assert page.count("too few to say") == 1
    assert "largely tells &#34;region&#34;" in page
    assert page.count("Learn without it</button>") == 1
    assert f'action="/trainings/{learned.id}/without"' in page
    assert "What is fair is for people to decide." in page
    assert '<figure class="picture" id="groups">' in page
    assert '<option value="2" selected>region</option>' in page


def test_figures_say_from_which_chance_on_they_were_counted(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    kept = Decision(value="yes", chance=0.3)
    then = "counted as it answered then: &#34;yes&#34; from {} of 100 on."
    since = "Since these rows were answered, you"
    groups_found(workspace, learned, decision=None)
    usual = person.get(f"/trainings/{learned.id}/groups").text

    workspace.trainings.decide(learned.id, kept)
    older = person.get(f"/trainings/{learned.id}/groups").text
    groups_found(workspace, learned, decision=to_json(kept))
    same = person.get(f"/trainings/{learned.id}/groups").text
    workspace.trainings.decide(learned.id, None)
    back = person.get(f"/trainings/{learned.id}/groups").text

    assert "as it answered then" not in usual
    assert f"{then.format(50)} {since} decided that it says &#34;yes&#34; from 30 of 100 on." in older
    assert "Compare again" in older
    assert then.format(30) in same
    assert since not in same
    assert f"{then.format(30)} {since} went back to &#34;yes&#34; from 50 of 100 on." in back


def test_a_failed_comparison_does_not_hide_the_one_before(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    groups_found(workspace, learned)
    job = workspace.jobs.add("compare_groups", {}, lane="short", subject=learned.id)
    workspace.jobs.fail(job.id, Problem(code="tested.other_rows"))

    page = person.get(f"/trainings/{learned.id}/groups").text

    assert "The table has other rows now" in page
    assert "Learn again</button>" in page
    assert "it finds 82 of 100" in page


def test_the_groups_of_a_number_are_told_by_how_far_it_is_off(person: Person, workspace: Workspace) -> None:
    training = with_rows(stored_training(workspace, stored_table(workspace).id, NUMBER))
    groups_found(workspace, training, numbers())

    page = person.get(f"/trainings/{training.id}/groups").text

    assert "18 to 30" in page
    assert "too high" in page
    assert 'id="kind"' not in page


def test_an_older_training_is_to_be_learned_again(person: Person, training: StoredTraining) -> None:
    page = person.get(f"/trainings/{training.id}/groups").text

    assert "Which rows tested this model is not known here" in page
    assert f'action="/trainings/{training.id}/again"' in page
    assert '<select class="input" id="column"' not in page


def test_without_its_table_nothing_can_be_compared(
    person: Person, workspace: Workspace, learned: StoredTraining
) -> None:
    workspace.tables.delete(learned.table_id)

    page = person.get(f"/trainings/{learned.id}/groups")

    assert page.status_code == 200
    assert "The table that this model learned from is not here any more." in page.text
    assert person.post(f"/trainings/{learned.id}/groups", column="2").status_code == 400


def test_what_has_not_learned_yet_has_no_groups(person: Person, workspace: Workspace) -> None:
    waits = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    response = person.get(f"/trainings/{waits.id}/groups")

    assert response.headers["Location"].endswith(f"/trainings/{waits.id}/learn")


def test_names_from_the_file_stay_text(person: Person, workspace: Workspace, learned: StoredTraining) -> None:
    odd = replace(GROUPS.groups[0], label="<script>West</script>")
    groups_found(workspace, learned, replace(GROUPS, column="<b>region", groups=(odd, *GROUPS.groups[1:])))

    page = person.get(f"/trainings/{learned.id}/groups").text

    assert "<script>West" not in page
    assert "<b>region" not in page


def test_many_kinds_each_can_be_the_one_that_matters(person: Person, workspace: Workspace) -> None:
    several = replace(EVALUATION, classes=("a", "b", "c"), common="a", confusion=None)
    training = with_rows(stored_training(workspace, stored_table(workspace).id, several))

    page = person.get(f"/trainings/{training.id}/groups").text

    assert all(f">{kind}</option>" in page for kind in "abc")

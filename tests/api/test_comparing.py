"""Comparing the models of a table."""

from dataclasses import replace
from pathlib import Path

from desktop_app.records.jsonable import to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Skill
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_tested import models_compared, with_rows
from tests.api.test_results import NUMBER

WEAK = replace(EVALUATION, skill=Skill(value=0.1, low=0.05), features=("months",))


def three(workspace: Workspace) -> tuple[StoredTraining, StoredTraining, StoredTraining]:
    """Return the best, one that is worse, and the newest."""
    table = stored_table(workspace).id
    best, worse, newest = (stored_training(workspace, table, one) for one in (EVALUATION, WEAK, EVALUATION))
    return with_rows(best), with_rows(worse), with_rows(newest)


def page_of(person: Person, training: StoredTraining, address: str = "") -> str:
    return person.get(f"/tables/{training.table_id}/compare{address}").text


def test_the_results_of_several_models_lead_to_it(person: Person, workspace: Workspace) -> None:
    alone = stored_training(workspace, stored_table(workspace).id)
    assert "/compare" not in person.get(f"/trainings/{alone.id}/results").text

    best, *_others = three(workspace)
    assert f'href="/tables/{best.table_id}/compare"' in person.get(f"/trainings/{best.id}/results").text


def test_the_newest_and_the_best_before_it_are_proposed(person: Person, workspace: Workspace) -> None:
    best, _worse, newest = three(workspace)

    page = page_of(person, best)

    first, second = page.split('id="second"')
    assert f'<option value="{newest.id}" selected>' in first
    assert f'<option value="{best.id}" selected>' in second


def test_a_comparison_is_ordered_for_the_two_that_are_chosen(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    best, worse, _newest = three(workspace)

    response = person.post(f"/tables/{best.table_id}/compare", first=worse.id, second=best.id)

    journey, order = jobs.orders[-1]
    assert (journey, order["first"], order["second"]) == ("compare_trainings", worse.tested, best.tested)
    assert order["metric"] == "accuracy"
    assert response.headers["Location"].endswith(f"?first={worse.id}&second={best.id}")
    page = page_of(person, best, f"?first={worse.id}&second={best.id}")
    assert "Comparing two models" in page
    assert "/compare/progress/" in page


def test_what_was_found_is_shown_for_this_pair_only(person: Person, workspace: Workspace) -> None:
    best, worse, newest = three(workspace)
    models_compared(workspace, newest, best)

    assert "The difference is more than luck." in page_of(person, best)
    assert "more than luck" not in page_of(person, best, f"?first={worse.id}&second={best.id}")


def test_models_of_one_name_are_told_apart_by_when_they_were_learned(
    person: Person, workspace: Workspace
) -> None:
    best, _worse, newest = three(workspace)
    models_compared(workspace, newest, best)

    page = page_of(person, best)

    assert "&#34;left, 20" in page


def test_when_it_is_over_the_page_moves_on_to_the_pair(person: Person, workspace: Workspace) -> None:
    best, _worse, newest = three(workspace)
    models_compared(workspace, newest, best)
    (job,) = workspace.jobs.list("compare_trainings")

    moved = person.poll(f"/tables/{best.table_id}/compare/progress/{job.id}")

    assert moved.headers["HX-Redirect"].endswith(f"?first={newest.id}&second={best.id}")
    assert person.poll(f"/tables/{best.table_id}/compare/progress/{best.job_id}").status_code == 404


def test_models_of_other_questions_are_not_compared(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    table = stored_table(workspace).id
    kinds, number = (with_rows(stored_training(workspace, table, one)) for one in (EVALUATION, NUMBER))

    person.post(f"/tables/{table}/compare", first=kinds.id, second=number.id)

    assert jobs.orders == []
    page = page_of(person, kinds, f"?first={kinds.id}&second={number.id}")
    assert "do not answer the same question" in page


def test_a_model_is_not_compared_with_itself(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    best, *_others = three(workspace)

    person.post(f"/tables/{best.table_id}/compare", first=best.id, second=best.id)

    assert jobs.orders == []
    assert "Choose two different ones." in page_of(person, best, f"?first={best.id}&second={best.id}")


def test_an_older_model_is_to_be_learned_again(person: Person, workspace: Workspace) -> None:
    table = stored_table(workspace).id
    old, new = (stored_training(workspace, table) for _ in range(2))
    with_rows(new)

    assert "Which rows tested this model is not known here" in page_of(person, old)


def test_one_model_alone_has_nothing_to_be_compared_with(person: Person, training: StoredTraining) -> None:
    page = page_of(person, training)

    assert "There are not yet two models to compare." in page
    assert "The first one." in page


def test_what_differs_is_told_in_words(person: Person, workspace: Workspace) -> None:
    table = stored_table(workspace)
    stored_training(workspace, table.id)
    plan = TrainingPlan(target="left", budget=300.0, known=("months",))
    later = workspace.trainings.add(table.id, plan)
    job = workspace.jobs.add("train", {}, lane="long", subject=later.id)
    (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
    workspace.land(job, to_json(replace(EVALUATION, features=("region",))))

    page = page_of(person, later)

    assert "It did without: &#34;months&#34;." in page
    assert "&#34;months&#34; was said to be known in time." in page
    assert "It was given 5 minutes to learn." in page
    assert "The first one." in page


def test_where_nothing_differs_that_is_said(person: Person, workspace: Workspace) -> None:
    table = stored_table(workspace).id
    _first, last = (stored_training(workspace, table) for _ in range(2))

    assert "Learned with the same choices." in page_of(person, last)

"""Models of a table: learned longer, renamed, deleted and brought back."""

from dataclasses import replace

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_results import plan_of, results


def test_longer_is_offered_only_where_it_would_try_more(person: Person, workspace: Workspace) -> None:
    assert "Learn longer" not in results(person, workspace)


def test_learning_longer_takes_the_next_budget(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    training = stored_training(workspace, stored_table(workspace).id, replace(EVALUATION, longer_helps=True))

    page = person.get(f"/trainings/{training.id}/results").text
    person.post(f"/trainings/{training.id}/longer")

    assert "Learn longer (up to 1 minute)" in page
    assert plan_of(jobs)["budget"] == 60.0


def test_a_model_takes_another_name(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    person.post(f"/trainings/{training.id}/name", name="Leavers, spring")

    assert "Leavers, spring" in person.get(f"/trainings/{training.id}/results").text


@pytest.mark.parametrize("others", [0, 1])
def test_a_deleted_model_can_be_brought_back(person: Person, workspace: Workspace, others: int) -> None:
    stored = stored_table(workspace)
    for _ in range(others):
        stored_training(workspace, stored.id)
    training = stored_training(workspace, stored.id)

    gone = person.post(f"/trainings/{training.id}/delete")
    page = person.client.get(
        gone.headers["Location"], base_url="http://127.0.0.1:4711", follow_redirects=True
    ).text
    assert "&#34;left&#34; is deleted." in page
    assert person.get(f"/trainings/{training.id}/results").status_code == 404

    person.post(f"/trainings/{training.id}/undo")
    assert person.get(f"/trainings/{training.id}/results").status_code == 200


def test_the_last_model_of_a_deleted_table_can_be_brought_back_too(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id)
    person.post(f"/tables/{stored.id}/delete")

    gone = person.post(f"/trainings/{training.id}/delete")

    assert f"/trainings/{training.id}/undo" in person.get(gone.headers["Location"]).text


def test_models_of_other_deleted_tables_are_not_those_of_this_table(
    person: Person, workspace: Workspace
) -> None:
    training, other = (stored_training(workspace, stored_table(workspace).id) for _ in range(2))
    for each in (training, other):
        workspace.tables.delete(each.table_id)

    page = person.get(f"/trainings/{training.id}/results").text

    assert f"/trainings/{training.id}/name" in page
    assert f"/trainings/{other.id}/name" not in page


def test_before_anything_is_learned_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    assert "Nothing learned yet." in person.get(f"/tables/{stored.id}/results").text


def test_a_training_on_its_way_has_no_result_yet(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    response = person.get(f"/trainings/{training.id}/results")

    assert response.headers["Location"] == f"/trainings/{training.id}/learn"

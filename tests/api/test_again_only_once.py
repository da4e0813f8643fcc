"""Learning again is begun once, and compares both models only while the rows are those it was told of."""

import pytest

from desktop_app.records.jobs import Problem
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, FakeJobs, Person
from tests.api.reading_orders import read_so
from tests.api.test_learning_again import put_together, with_truth
from tests.api.test_reading_again import land, read_again


@pytest.fixture
def job_id(person: Person, workspace: Workspace, training: StoredTraining) -> str:
    """The job that has put the rows together."""
    return put_together(person, workspace, with_truth(workspace, training))


def begun(person: Person, job_id: str) -> str:
    return person.post(f"/again/{job_id}").headers["Location"].split("/")[2]


def test_the_page_that_comes_first_asks_by_itself_to_learn(
    person: Person, jobs: FakeJobs, job_id: str
) -> None:
    page = person.get(f"/again/{job_id}").text

    assert f'hx-post="/again/{job_id}" hx-trigger="load, submit"' in page
    assert "train" not in [journey for journey, _ in jobs.orders]


def test_going_back_after_it_was_deleted_only_offers_to_learn_once_more(
    person: Person, workspace: Workspace, jobs: FakeJobs, job_id: str
) -> None:
    first = begun(person, job_id)
    person.post(f"/trainings/{first}/cancel")
    workspace.trainings.delete(first)

    page = person.get(f"/again/{job_id}").text

    assert "hx-trigger" not in page.partition("<main")[2]
    assert [journey for journey, _ in jobs.orders].count("train") == 1
    assert begun(person, job_id) != first


def test_the_page_that_asked_is_led_to_what_learns(person: Person, job_id: str) -> None:
    asked = {"HX-Request": "true"}
    moved = person.client.post(
        f"/again/{job_id}", base_url=ORIGIN, data={"token": person.token}, headers=asked
    )

    assert moved.headers["HX-Redirect"].startswith("/trainings/")


@pytest.mark.parametrize("ending", ["cancelled", "failed"])
def test_going_back_after_it_ended_does_not_learn_once_more(
    person: Person, workspace: Workspace, jobs: FakeJobs, job_id: str, ending: str
) -> None:
    first = begun(person, job_id)
    if ending == "cancelled":
        person.post(f"/trainings/{first}/cancel")
    else:
        workspace.jobs.fail(workspace.trainings.get(first).job_id, Problem(code="error.unexpected"))

    assert person.get(f"/again/{job_id}").headers["Location"] == f"/trainings/{first}/learn"
    assert begun(person, job_id) == first
    assert [journey for journey, _ in jobs.orders].count("train") == 1


def test_with_other_rows_in_the_table_it_learns_without_comparing(
    person: Person, workspace: Workspace, jobs: FakeJobs, job_id: str
) -> None:
    first = begun(person, job_id)
    wishes = Wishes(header=2)
    anew = read_again(workspace, workspace.tables.get(job_id), wishes)
    land(workspace, anew, read_so(Recipe(format="csv", header=2, wishes=wishes)))

    person.post(f"/trainings/{first}/again")

    assert jobs.orders[-1][0] == "train"
    assert jobs.orders[-1][1]["again"] is None

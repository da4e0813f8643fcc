"""The lesson on the example: offered once, told on each page of its table, ended for good."""

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training

OFFER = "Begin the lesson"


@pytest.fixture
def table_id(person: Person, workspace: Workspace) -> str:
    """The table of a lesson that was begun."""
    table_id = stored_table(workspace).id
    person.post("/lesson")
    with workspace._database.writing() as db:
        db.execute("UPDATE job SET subject = ?, state = 'finished' WHERE journey = 'import'", (table_id,))
    return table_id


def test_it_is_offered_until_it_is_put_away(person: Person) -> None:
    before = person.get("/").text
    person.post("/lesson/end")

    assert OFFER in before
    assert OFFER not in person.get("/").text
    assert OFFER in person.get("/help").text


def test_who_has_a_table_is_not_new(person: Person, workspace: Workspace) -> None:
    stored_table(workspace)

    assert OFFER not in person.get("/").text


def test_it_opens_the_example(person: Person, jobs: FakeJobs) -> None:
    response = person.post("/lesson")

    assert response.headers["Location"].startswith("/opening/")
    assert jobs.orders[-1][1]["name"] == "customers.csv"


def test_each_page_of_its_table_says_where_one_is(
    person: Person, workspace: Workspace, table_id: str
) -> None:
    training = stored_training(workspace, table_id)

    data, results = (
        person.get(f"/tables/{table_id}/data").text,
        person.get(f"/trainings/{training.id}/results"),
    )

    assert "Lesson, 1 of 7" in data
    assert "Next: What to predict" in data
    assert "Lesson, 4 of 7" in results.text


def test_other_tables_are_left_alone(person: Person, workspace: Workspace, table_id: str) -> None:
    assert "Lesson," not in person.get(f"/tables/{stored_table(workspace).id}/data").text


def test_it_ends_when_it_is_ended(person: Person, table_id: str) -> None:
    person.post("/lesson/end")

    assert "Lesson," not in person.get(f"/tables/{table_id}/data").text


def test_its_new_customers_are_brought(
    person: Person, workspace: Workspace, jobs: FakeJobs, table_id: str
) -> None:
    training = stored_training(workspace, table_id)

    page = person.get(f"/trainings/{training.id}/apply").text
    person.post(f"/tables/{table_id}/lesson/files")

    assert "Bring the new customers" in page
    assert jobs.orders[-1][1]["name"] == "customers-next-month.csv"


def test_nothing_is_brought_where_nothing_was_learned(person: Person, table_id: str) -> None:
    assert person.post(f"/tables/{table_id}/lesson/files").status_code == 404


def test_a_step_that_waits_is_not_passed_over(person: Person, workspace: Workspace, table_id: str) -> None:
    asked = person.get(f"/tables/{table_id}/predict").text
    later = person.get(f"/tables/{table_id}/try").text

    assert "Next:" not in asked
    assert "comes to this page later" in later
    assert "Next: What to predict" in later

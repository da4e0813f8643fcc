"""A model that came as a file, or is handed over by a second start."""

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.test_models_page import HUNCH, came


def test_the_question_of_an_old_page_leads_to_the_model_that_was_opened(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    model_id, orders = came(person, workspace, jobs), len(jobs.orders)

    asked = person.get(f"/model-files/{model_id}")
    opened = person.post(f"/model-files/{model_id}/open")

    for answer in (asked, opened):
        assert answer.headers["Location"].startswith(f"/trainings/{model_id}/results")
    assert len(jobs.orders) == orders


@pytest.mark.parametrize("page", ["results", "try", "apply", "report", "groups"])
def test_a_model_that_came_as_a_file_has_the_same_pages(
    person: Person, workspace: Workspace, jobs: FakeJobs, page: str
) -> None:
    model_id = came(person, workspace, jobs)

    shown = person.get(f"/trainings/{model_id}/{page}")

    assert shown.status_code == 200
    assert f"/trainings/{model_id}/learn" not in shown.text
    if page == "results":
        assert "it can learn again from a new file alone" in shown.text
    assert person.get(f"/trainings/{model_id}/learn").status_code == 303


def test_a_second_start_hands_a_model_over(owner: Person, dialogs: FakeDialogs, jobs: FakeJobs) -> None:
    from tests.api.conftest import ORIGIN

    key = owner.client.application.extensions["hunch"].entrance.handover_key
    owner.client.post("/handover", base_url=ORIGIN, json={"key": key, "file": str(HUNCH)})

    assert jobs.orders[-1][0] == "look_at_model"
    assert dialogs.shown

"""The page of a forecast that came as a file, and its place among the other models."""

from pathlib import Path

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_table, stored_training
from tests.api.made_ahead import AHEAD, came_ahead, looked_ahead


def test_before_it_is_opened_it_says_what_it_forecasts(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/model-files/{looked_ahead(workspace)}").text

    assert "It says what comes next in &#34;sent&#34;." in page
    assert "It needs 3 columns: " in page


def test_opening_it_leads_to_its_page(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    looked = looked_ahead(workspace)
    opening = person.post(f"/model-files/{looked}/open").headers["Location"]

    came = came_ahead(workspace)

    assert jobs.orders[-1][0] == "accept_model"
    assert opening.startswith("/opening/")
    assert person.get(f"/model-files/{came}").headers["Location"] == f"/forecasts/{came}?here=1"


def test_its_page_says_what_the_file_says(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/forecasts/{came_ahead(workspace)}").text

    for told in (
        "What comes next in &#34;sent&#34;, 6 months ahead?",
        "This forecast came as the file &#34;parcels.hunch&#34;",
        "&#34;town&#34;, 2 values",
        "60 months, from 2018-01-01 to 2022-12-01",
        "120 rows of &#34;months.csv&#34;",
        "who gets it can read it.",
    ):
        assert told in page
    assert "2023-06-01" in page


def test_each_series_can_be_shown(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)

    first, second, none = (person.get(f"/forecasts/{model_id}?series={n}").text for n in (0, 1, 99))

    assert '<option value="1" selected>' in second
    assert '<option value="0" selected>' in first
    assert '<option value="0" selected>' in none


def test_it_stands_among_the_models_and_on_the_first_page(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)
    training = stored_training(workspace, stored_table(workspace).id)

    for address in ("/", "/models", "/models?order=name", "/models?order=score"):
        assert f"/forecasts/{model_id}" in person.get(address).text
    page = person.get("/models").text
    assert "2 models." in page
    assert page.index(f"/trainings/{training.id}") < page.index(f"/forecasts/{model_id}")
    assert page.count('name="pair"') == 0


@pytest.mark.parametrize(("search", "count"), [("TOWN+months", "1 model."), ("nowhere", "0 of 1 model.")])
def test_it_is_found_by_its_columns(person: Person, workspace: Workspace, search: str, count: str) -> None:
    came_ahead(workspace)

    assert count in person.get(f"/models?search={search}").text


def test_it_is_renamed_deleted_and_brought_back(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)

    person.post(f"/other-models/{model_id}/name", name="Parcels ahead")
    away = person.post(f"/other-models/{model_id}/delete").headers["Location"]
    assert workspace.others.list() == ()
    assert f"/other-models/{model_id}/undo" in person.get(away).text
    person.post(f"/other-models/{model_id}/undo")

    assert workspace.others.forecast(model_id).name == "Parcels ahead"


def test_a_copy_of_its_file_is_handed_over(
    person: Person, owner: Person, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    model_id = came_ahead(workspace)
    dialogs.chosen = tmp_path

    fetched = person.get(f"/other-models/{model_id}/file")
    saved = owner.post(f"/other-models/{model_id}/file").headers["Location"]

    assert fetched.data == AHEAD.read_bytes() == (tmp_path / "parcels.hunch").read_bytes()
    assert "Saved as &#34;parcels.hunch&#34;." in owner.get(saved).text


def test_another_name_can_be_taken_back_in_the_list(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)

    named = person.post(f"/other-models/{model_id}/name?list=1", name="Spring").headers["Location"]
    assert "&#34;parcels&#34; is now called &#34;Spring&#34;." in person.get(named).text
    assert f"/other-models/{model_id}/name?undone=1&amp;list=1" in person.get(named).text
    person.post(f"/other-models/{model_id}/name?undone=1&list=1", name="parcels")

    assert workspace.others.forecast(model_id).name == "parcels"

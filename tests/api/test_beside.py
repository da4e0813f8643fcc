"""The page of a model that compares new rows with old ones, and its place among the other models."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made_ahead import came_ahead, looked_ahead
from tests.unit.models.compared_made import save_groups, save_normal

Save = Callable[[Path], None]


def made(save: Save, workspace: Workspace) -> Path:
    file = workspace.folder / "kept.hunch"
    save(file)
    return file


@pytest.mark.parametrize(
    ("save", "told"),
    [(save_groups, "It puts new rows into them."), (save_normal, "It says how odd new rows are.")],
)
def test_before_it_is_opened_it_says_what_it_does(
    person: Person, workspace: Workspace, save: Save, told: str
) -> None:
    looked = looked_ahead(workspace, made(save, workspace))

    assert told in person.get(f"/model-files/{looked}").text


def test_its_page_says_which_groups_it_holds(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    model_id = came_ahead(workspace, made(save_groups, workspace))
    page = person.get(f"/compared/{model_id}").text

    assert person.get(f"/model-files/{model_id}").headers["Location"] == f"/compared/{model_id}?here=1"
    for told in ("Group 1", "Group 3", "It needs: ", "This file holds no row", "were kept apart"):
        assert told in page


def test_its_page_says_what_was_usual(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/compared/{came_ahead(workspace, made(save_normal, workspace))}").text

    assert "0 rows of the old file stood out." in page
    assert "Its groups" not in page


@pytest.mark.parametrize("save", [save_groups, save_normal])
def test_it_stands_in_the_lists_of_models(person: Person, workspace: Workspace, save: Save) -> None:
    model_id = came_ahead(workspace, made(save, workspace))

    for address in ("/", "/models", "/models?search=parcels"):
        assert f"/compared/{model_id}" in person.get(address).text


def test_it_is_renamed_and_deleted_and_brought_back(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace, made(save_groups, workspace))
    address = f"/other-models/{model_id}"

    assert person.post(f"{address}/name", name="Spring").headers["Location"] == f"/compared/{model_id}"
    away = person.post(f"{address}/delete").headers["Location"]

    assert f"{address}/undo" in person.get(away).text
    assert person.get(f"/compared/{model_id}").status_code == 404
    person.post(f"{address}/undo")
    assert "Spring" in person.get(f"/compared/{model_id}").text


def test_a_copy_is_saved(
    person: Person, owner: Person, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    file = made(save_groups, workspace)
    model_id, dialogs.chosen = came_ahead(workspace, file), tmp_path

    saved = owner.post(f"/other-models/{model_id}/file").headers["Location"]

    assert (tmp_path / "parcels.hunch").read_bytes() == file.read_bytes()
    assert person.get(f"/other-models/{model_id}/file").data == file.read_bytes()
    assert "parcels.hunch" in owner.get(saved).text


def test_a_model_of_another_kind_has_another_page(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace, made(save_groups, workspace))

    assert person.get(f"/forecasts/{model_id}").status_code == 404
    assert person.get(f"/compared/{came_ahead(workspace)}").status_code == 404

"""A model is saved without personal values from its own page."""

import shutil
from pathlib import Path

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import SavedImpersonal
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training

HUNCH = Path(__file__).parents[1] / "compat" / "0.1.0" / "plain.hunch"


@pytest.fixture
def held(workspace: Workspace) -> StoredTraining:
    """A training whose model is a real file."""
    training = stored_training(workspace, stored_table(workspace).id)
    shutil.copyfile(HUNCH, training.model)
    return training


def test_the_page_says_what_the_file_holds_of_people(person: Person, held: StoredTraining) -> None:
    address = f"/trainings/{held.id}/without-personal"

    assert f'href="{address}"' in person.get(f"/trainings/{held.id}/share").text
    page = person.get(address).text
    assert "This file holds no rows of your table." in page
    assert ("Save without them…" in page) == ("It may identify people" in page)


def test_it_is_saved_by_a_job_and_what_was_taken_out_is_said(
    person: Person, workspace: Workspace, jobs: FakeJobs, held: StoredTraining
) -> None:
    away = person.post(f"/trainings/{held.id}/without-personal").headers["Location"]
    job = workspace.jobs.get(away.rpartition("=")[2])
    assert jobs.orders[-1][0] == "save_impersonal"
    out = Path(str(job.params["out"]))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"PK")

    assert "Saving the model without personal values" in person.get(away).text
    workspace.land(job, to_json(SavedImpersonal(path=str(out), size=2, values=3, words=0)))
    page = person.get(away).text

    assert "3 values that fewer than 5 rows shared are not in it." in page
    assert person.get(f"/exports/{job.id}").data == b"PK"


def test_what_is_no_model_has_no_such_page(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    assert person.get(f"/trainings/{training.id}/without-personal").status_code == 404

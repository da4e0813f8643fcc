"""A model is handed on from its own page, in the form of another program."""

import shutil
from pathlib import Path

import pytest

from desktop_app.records.handover import ENDINGS
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, stored_training

HUNCH = Path(__file__).parents[1] / "compat" / "0.1.0" / "rule.hunch"  # every form holds it


@pytest.fixture
def held(workspace: Workspace) -> StoredTraining:
    """A training whose model is a real file."""
    training = stored_training(workspace, stored_table(workspace).id)
    shutil.copyfile(HUNCH, training.model)
    return training


def test_every_form_says_for_whom_it_is_and_what_travels_inside(person: Person, held: StoredTraining) -> None:
    address = f"/trainings/{held.id}/share"

    assert f'href="{address}"' in person.get(f"/trainings/{held.id}/results").text
    page = person.get(address).text
    for kind in ENDINGS:
        assert f'action="{address}/{kind}"' in page
    assert page.count("What travels inside") == len(ENDINGS)


@pytest.mark.parametrize("kind", ENDINGS)
def test_it_is_saved_by_a_job_as_it_answers_here(
    person: Person, workspace: Workspace, jobs: FakeJobs, held: StoredTraining, kind: str
) -> None:
    away = person.post(f"/trainings/{held.id}/share/{kind}").headers["Location"]
    job = workspace.jobs.get(away.rpartition("=")[2])
    assert jobs.orders[-1][0] == "hand_over"
    assert (job.params["kind"], job.params["own_decision"]) == (kind, False)
    out = Path(str(job.params["out"]))
    assert out.suffix == ENDINGS[kind]  # type: ignore[index]  # a key of it
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"model")

    workspace.land(job, to_json(Written(path=str(out), size=5)))

    assert "Saved as" in person.get(away).text
    assert person.get(f"/exports/{job.id}").data == b"model"


def test_there_is_no_other_form_and_no_form_of_what_is_no_model(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    assert person.post(f"/trainings/{training.id}/share/pickle").status_code == 404
    assert person.post(f"/trainings/{training.id}/share/html").status_code == 404
    assert person.get(f"/trainings/{training.id}/share").status_code == 404

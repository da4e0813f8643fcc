"""The page of all models, and a file before it is opened."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from unittest.mock import patch

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import Accepted, Looked, Origin
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.watched import Told
from desktop_app.workspace.models import Models
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_answers, stored_table, stored_training
from tests.api.test_learning_again import with_truth

HUNCH = Path(__file__).parents[1] / "compat" / "0.1.0" / "plain.hunch"
LOOKED = Looked(
    name="leavers.hunch",
    version="0.1.0",
    made="2025-01-02T03:04:05+00:00",
    table="staff.csv",
    target="left",
    rows=300,
    columns=("months", "region"),
)

LATER = "2199-03-01T10:00:00+00:00"


def looked(person: Person, workspace: Workspace, jobs: FakeJobs, content: bytes = b"PK a file") -> str:
    """Open a model file as a person does, and land what a worker says of it."""
    with HUNCH.open("rb") as file:
        response = person.post("/tables", file=(file, "leavers.hunch"))
    job = workspace.jobs.get(response.headers["Location"].split("/")[-1])
    assert job.journey == jobs.orders[-1][0] == "look_at_model"
    (Path(job.folder) / "model.hunch").write_bytes(content)
    workspace.land(job, to_json(LOOKED))
    return job.id


def came(person: Person, workspace: Workspace, jobs: FakeJobs) -> str:
    job_id = looked(person, workspace, jobs)
    opening = person.post(f"/model-files/{job_id}/open").headers["Location"]
    job = workspace.jobs.get(opening.split("/")[-1])
    origin = Origin(file="leavers.hunch", version="0.1.0", made=LOOKED.made)
    plan = TrainingPlan(target="left")
    workspace.land(job, to_json(Accepted(origin=origin, table="staff.csv", plan=plan, evaluation=EVALUATION)))
    assert person.get(opening).headers["Location"] == f"/trainings/{job_id}/results"
    return job_id


def test_without_a_model_the_page_says_how_one_comes(person: Person) -> None:
    assert "No models yet." in person.get("/models").text


def test_every_page_leads_to_the_models(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    for address in ("/", f"/trainings/{training.id}/results"):
        assert 'href="/models"' in person.get(address).text


def test_a_model_says_what_it_answers_and_where_it_was_used(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)
    stored_answers(workspace, training, answered=True)

    page = person.get("/models").text

    assert "customers.csv" in page
    assert "answered 1 file" in page
    assert "Good" in page


def test_a_model_says_how_right_it_was_in_the_newest_file_that_can_tell(
    person: Person, workspace: Workspace
) -> None:
    training = stored_training(workspace, stored_table(workspace).id)
    with_truth(workspace, training)
    stored_answers(workspace, training, answered=True)

    page = person.get("/models").text

    assert re.search(r"&#34;march.csv&#34; on [0-9-]{10}: Right for 70 of 100 here \(66 to 74\)", page)
    assert "Promised: 88. It has become worse" in page


def test_what_watched_folders_brought_counts_as_well(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)
    truth = with_truth(workspace, training).answers
    watch = workspace.watches.add(training.id, "/in", "/in/answered")
    assert truth
    told = Told(answered=3, last="june.csv", last_at=LATER)

    told = replace(told, truth=truth.truth, truth_file="june.csv", truth_at=LATER)
    workspace.watches.tell(watch.id, told)

    page = unescape(person.get("/models").text)
    assert 'answered 4 files, last "june.csv" on 2199-03-01' in page
    assert '"june.csv" on 2199-03-01: Right for 70 of 100 here (66 to 74).' in page


def test_typing_changes_the_list_alone(person: Person, workspace: Workspace) -> None:
    stored_training(workspace, stored_table(workspace).id)

    assert "/results" in person.poll("/models?search=region").text
    part = person.poll("/models?search=nowhere").text
    assert "0 of 1 model." in part
    assert "<html" not in part


def test_another_name_can_be_taken_back(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    page = person.get(person.post(f"/models/{training.id}/name", name="Spring").headers["Location"]).text
    assert "is now called" in page
    person.post(f"/models/{training.id}/name?undone=1", name="left")

    assert workspace.trainings.get(training.id).name == "left"


def test_a_deleted_model_can_be_brought_back(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    gone = person.post(f"/models/{training.id}/delete", search="x").headers["Location"]
    assert f"/models/{training.id}/undo" in person.get(gone).text
    assert "search=x" in gone
    person.post(f"/models/{training.id}/undo")

    assert workspace.models.find().of == 1


def test_two_of_one_table_lead_to_their_comparison(person: Person, workspace: Workspace) -> None:
    from tests.api.made_tested import with_rows

    table = stored_table(workspace).id
    first, second = (with_rows(stored_training(workspace, table)) for _ in range(2))

    response = person.get(f"/models/compare?pair={first.id}&pair={second.id}")

    assert response.headers["Location"] == f"/tables/{table}/compare?first={first.id}&second={second.id}"


def test_two_of_different_tables_are_not_compared(person: Person, workspace: Workspace) -> None:
    first, second = (stored_training(workspace, stored_table(workspace).id) for _ in range(2))

    away = person.get(f"/models/compare?pair={first.id}&pair={second.id}").headers["Location"]

    assert "learned from different tables" in person.get(away).text


@pytest.mark.parametrize("pair", ["", "?pair=a"])
def test_one_alone_is_not_compared(person: Person, workspace: Workspace, pair: str) -> None:
    stored_training(workspace, stored_table(workspace).id)

    away = person.get(f"/models/compare{pair}").headers["Location"]

    assert person.get(away).text.count("Tick two models to compare them.") == 1  # there are none to tick


def test_a_file_says_what_it_is_before_it_is_opened(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    job_id = looked(person, workspace, jobs)
    assert person.get(f"/opening/{job_id}").headers["Location"] == f"/model-files/{job_id}"

    page = person.get(f"/model-files/{job_id}").text

    assert "made with Hunch 0.1.0 on 2025-01-02" in page
    assert "It is not signed by anyone this computer trusts" in page
    assert workspace.models.find().of == 0


def test_a_file_that_is_not_wanted_goes(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    job_id = looked(person, workspace, jobs)

    person.post(f"/model-files/{job_id}/discard")

    assert not workspace.models.waiting(job_id).exists()
    assert person.get(f"/model-files/{job_id}").status_code == 404


def test_a_model_that_was_opened_is_not_discarded_by_an_old_page(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    model_id = came(person, workspace, jobs)
    person.post(f"/models/{model_id}/delete")

    person.post(f"/model-files/{model_id}/discard")

    assert workspace.models.waiting(model_id).is_file()


def test_the_same_file_leads_to_the_model_that_is_here(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    model_id = came(person, workspace, jobs)
    again = looked(person, workspace, jobs)

    away = person.get(f"/model-files/{again}").headers["Location"]

    assert away.startswith(f"/trainings/{model_id}/results")
    assert "was here already" in person.get(away).text


def test_of_a_thousand_models_only_those_that_are_shown_are_read(
    person: Person, workspace: Workspace
) -> None:
    table = stored_table(workspace).id
    first = stored_training(workspace, table)
    with workspace.models._database.writing() as db:  # by itself a thousand take a minute
        for number in range(1_000):
            db.execute(
                "INSERT INTO training "
                "(id, table_id, table_name, reading, name, created, plan, evaluation, brief) "
                "SELECT ?, table_id, table_name, reading, ?, created, plan, evaluation, brief "
                "FROM training WHERE id = ?",
                (f"copy{number}", f"model {number}", first.id),
            )
    with patch.object(Models, "_listed", autospec=True, side_effect=Models._listed) as listed:
        page = person.get("/models?search=model&order=score").text

    assert listed.call_count == 50
    assert "1,000 of 1,001 models." in page
    assert "The first 50 are shown." in page

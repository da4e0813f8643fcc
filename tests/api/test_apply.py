"""Use on new data: does it fit, answer it, save it."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.jobs import Live, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import LACKS, stored_answers, stored_table, stored_training


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace).id)


def test_without_a_model_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    assert "There is no model to use yet. Learn first." in person.get(f"/tables/{stored.id}/apply").text


def test_a_new_file_is_compared_with_what_the_model_needs(
    person: Person, training: StoredTraining, jobs: FakeJobs, here: Any
) -> None:
    upload = here.uploads.begin()

    response = person.post(f"/trainings/{training.id}/files", upload=upload, name="march.csv")

    journey, order = jobs.orders[0]
    assert (journey, order["name"], order["training_id"]) == ("prepare", "march.csv", training.id)
    assert response.headers["Location"].startswith("/opening/")


def test_once_it_is_read_the_page_shows_whether_it_fits(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)

    goes_on = person.get(f"/opening/{brought.id}")
    page = person.get(goes_on.headers["Location"]).text

    assert "300 rows. All 2 columns it needs are there." in page
    assert "Answer them" in page
    assert "march.csv" in page


def test_a_missing_column_is_named_and_can_be_gone_without(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training, LACKS)

    page = person.get(f"/answers/{brought.id}").text
    person.post(f"/answers/{brought.id}/answer", without_missing=1)

    assert "Does not fit" in page
    assert "&#34;months&#34;" in page
    assert "Answer them" not in page
    assert "Every row then gets a caution." in page
    assert jobs.orders[0][1]["allow_missing"] == ["months"]


def test_nothing_is_gone_without_unasked(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training, LACKS)

    person.post(f"/answers/{brought.id}/answer")

    assert jobs.orders[0][1]["allow_missing"] == []


def test_the_page_shows_how_far_answering_is(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training)
    jobs.progress = Live(fraction=0.5)

    goes_on = person.post(f"/answers/{brought.id}/answer")
    page = person.get(goes_on.headers["Location"]).text
    job = workspace.jobs.active(brought.id)

    assert job is not None
    assert 'value="50"' in page
    assert f"/answers/{brought.id}/cancel/{job.id}" in page
    assert "hx-trigger" in person.poll(f"/answers/{brought.id}/progress/{job.id}").text


def test_a_cancelled_answering_can_be_begun_again(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    person.post(f"/answers/{brought.id}/answer")
    job = workspace.jobs.active(brought.id)
    assert job is not None

    person.post(f"/answers/{brought.id}/cancel/{job.id}")

    assert "Answer them" in person.get(f"/answers/{brought.id}?job={job.id}").text


def test_a_failure_while_answering_is_said(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    goes_on = person.post(f"/answers/{brought.id}/answer").headers["Location"]
    job = workspace.jobs.active(brought.id)
    assert job is not None
    workspace.jobs.fail(job.id, Problem(code="error.worker_ended", values={"job": "Answering rows"}))

    page = person.get(goes_on).text

    assert "&#34;Answering rows&#34; ended unexpectedly." in page
    assert "Answer them" in page


def test_answers_stand_before_what_the_file_holds(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, answered=True)

    page = person.get(f"/answers/{brought.id}").text

    assert "Rows in: 300. Rows answered: 300, in the same order." in page
    assert "1 of 300 rows has a caution." in page
    assert page.index(">prediction<") < page.index(">probability: yes<") < page.index(">months<")
    assert "new value in region: Moon" in page
    assert "0.750" in page


def test_a_browser_gets_the_answers_as_a_download(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training, answered=True)

    goes_on = person.post(f"/answers/{brought.id}/save", kind="csv").headers["Location"]
    job = workspace.jobs.active(brought.id)
    assert job is not None
    out = Path(str(job.params["out"]))
    out.write_text("prediction\nyes\n", encoding="utf-8")
    workspace.land(job, to_json(Written(path=str(out), size=15)))
    page = person.get(goes_on).text
    download = person.get(f"/exports/{job.id}")

    assert "Saved as &#34;march answered.csv&#34;, 15 B." in page
    assert f'href="/exports/{job.id}" data-fetch-now' in page
    assert download.headers["Content-Disposition"] == 'attachment; filename="march answered.csv"'
    assert download.text == "prediction\nyes\n"


def test_the_window_saves_where_the_person_says(
    owner: Person, workspace: Workspace, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    brought = stored_answers(workspace, training, answered=True)
    dialogs.chosen = tmp_path

    owner.post(f"/answers/{brought.id}/save", kind="xlsx")

    job = workspace.jobs.active(brought.id)
    assert job is not None
    assert job.params["out"] == str(tmp_path / "march answered.xlsx")


def test_only_what_was_written_for_a_browser_is_handed_out(
    person: Person, workspace: Workspace, training: StoredTraining, tmp_path: Path
) -> None:
    brought = stored_answers(workspace, training, answered=True)
    own = tmp_path / "own.csv"
    own.write_text("private", encoding="utf-8")
    job = workspace.jobs.add("export", {"out": str(own)}, lane="short", subject=brought.id)
    workspace.land(job, to_json(Written(path=str(own), size=7)))

    assert person.get(f"/exports/{job.id}").status_code == 404


def test_the_model_is_saved_as_a_file(person: Person, training: StoredTraining) -> None:
    download = person.get(f"/trainings/{training.id}/model")

    assert download.headers["Content-Disposition"] == "attachment; filename=left.hunch"
    assert download.data == b"PK a model"


def test_the_window_saves_the_model_where_the_person_says(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path

    response = owner.post(f"/trainings/{training.id}/model")

    assert (tmp_path / "left.hunch").read_bytes() == b"PK a model"
    assert "Saved as &#34;left.hunch&#34;." in owner.get(response.headers["Location"]).text


def test_a_folder_that_takes_no_file_is_said(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path / "gone" / "left.hunch"

    response = owner.post(f"/trainings/{training.id}/model")

    assert response.status_code == 507
    assert "&#34;left.hunch&#34; could not be saved" in response.text


def test_brought_files_are_listed_renamed_and_deleted(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training, answered=True)
    person.post(f"/answers/{brought.id}/name", name="March, corrected")

    page = person.get(f"/trainings/{training.id}/apply").text
    gone = person.post(f"/answers/{brought.id}/delete")

    assert "March, corrected" in page
    assert "Answered" in page
    assert f"/answers/{brought.id}/undo" in person.get(gone.headers["Location"]).text
    person.post(f"/answers/{brought.id}/undo")
    assert person.get(f"/answers/{brought.id}").status_code == 200

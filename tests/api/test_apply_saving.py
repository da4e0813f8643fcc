"""Answers and models are saved where the person says."""

import os
import stat
from pathlib import Path

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_answers


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
    assert dialogs.endings == (".xlsx", ".csv")


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
    assert dialogs.endings == (".hunch",)
    assert "Saved as &#34;left.hunch&#34;." in owner.get(response.headers["Location"]).text


def test_a_folder_that_takes_no_file_is_said(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path / "gone" / "left.hunch"

    response = owner.post(f"/trainings/{training.id}/model")

    assert response.status_code == 507
    assert "&#34;left.hunch&#34; could not be saved" in response.text


def test_a_model_that_is_gone_is_not_blamed_on_the_folder_it_was_to_go_to(
    owner: Person, training: StoredTraining, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path
    Path(training.model).unlink()

    response = owner.post(f"/trainings/{training.id}/model")

    assert response.status_code == 500
    assert "could not be saved" not in response.text
    assert not (tmp_path / "left.hunch").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the names of files itself")
def test_a_saved_model_is_on_disk_with_its_name(
    owner: Person,
    training: StoredTraining,
    dialogs: FakeDialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialogs.chosen = tmp_path
    on_disk: list[bool] = []
    monkeypatch.setattr("os.fsync", lambda file: on_disk.append(stat.S_ISDIR(os.fstat(file).st_mode)))

    owner.post(f"/trainings/{training.id}/model")

    assert on_disk == [False, True]  # the file, then the folder

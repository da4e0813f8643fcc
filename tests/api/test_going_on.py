"""Answers that were cut off can be gone on with from the page of their file."""

from pathlib import Path

from desktop_app.records.jobs import Problem
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_answers


def test_answers_that_were_interrupted_show_how_far_they_are(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training)
    job = workspace.jobs.add("apply", {}, lane="short", subject=brought.id)
    workspace.jobs.interrupt(job.id)
    (Path(job.folder) / "parts-one").mkdir()
    (Path(job.folder) / "parts-one" / "000000000000100.parquet").touch()

    page = person.get(f"/answers/{brought.id}").text
    person.post(f"/answers/{brought.id}/go-on/{job.id}")

    assert "Answering was cut off. 100 of 300 rows are answered and safe." in page
    assert f"/answers/{brought.id}/go-on/{job.id}" in page
    assert jobs.resumed == [job.id]


def test_a_failure_before_the_first_row_is_nothing_to_go_on_with(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    brought = stored_answers(workspace, training)
    job = workspace.jobs.add("apply", {}, lane="short", subject=brought.id)
    workspace.jobs.fail(job.id, Problem(code="error.worker_ended", values={"job": "x"}))

    assert "Answering was cut off" not in person.get(f"/answers/{brought.id}").text


def test_why_is_said_of_each_row_where_that_is_ticked(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    brought = stored_answers(workspace, training)

    page = person.get(f"/answers/{brought.id}").text
    person.post(f"/answers/{brought.id}/answer", explain=1)

    assert "Say for each row which columns moved its answer most" in page
    assert "then take up to" not in page  # nobody waits for 300
    assert jobs.orders[0][1]["explain"] is True

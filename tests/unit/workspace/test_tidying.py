"""What the start of the program makes of what the last run left behind."""

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.jobs import Problem
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported, leave_table, prepared, submitted, trained


def test_a_job_that_was_on_its_way_is_said_to_be_interrupted_for_one_run(workspace: Workspace) -> None:
    running, waiting, done = (workspace.jobs.add("export", {}, lane="short") for _ in range(3))
    workspace.jobs.start(running.id)
    workspace.land(done, {})

    workspace.tidy()

    assert [(job.id, job.state) for job in workspace.jobs.list()] == [
        (waiting.id, "interrupted"),
        (running.id, "interrupted"),
    ]
    workspace.tidy()
    assert workspace.jobs.list() == ()


def test_a_job_that_closing_interrupted_is_said_in_the_next_run_too(workspace: Workspace) -> None:
    job = workspace.jobs.add("export", {}, lane="short")
    workspace.jobs.interrupt(job.id)

    workspace.tidy()

    assert [found.state for found in workspace.jobs.list()] == ["interrupted"]


def test_an_interrupted_training_keeps_what_it_had_finished_until_it_is_deleted(workspace: Workspace) -> None:
    training, job = submitted(workspace, imported(workspace))
    workspace.jobs.start(job.id)
    (Path(job.folder) / "candidate.json").write_text("{}")

    for _ in range(3):
        workspace.tidy()

    assert workspace.trainings.get(training.id).job_id == job.id
    assert workspace.jobs.get(job.id).state == "interrupted"
    assert (Path(job.folder) / "candidate.json").exists()
    workspace.trainings.delete(training.id)
    workspace.tidy()
    assert not Path(job.folder).exists()
    assert workspace.jobs.list() == ()


def test_a_training_that_was_being_finished_can_still_be_finished(workspace: Workspace) -> None:
    training, job = submitted(workspace, imported(workspace))
    finishing = workspace.jobs.stop(job)

    workspace.tidy()
    workspace.tidy()

    assert workspace.trainings.get(training.id).job_id == finishing.id
    assert workspace.jobs.get(finishing.id).state == "interrupted"
    assert Path(job.folder).is_dir()


def test_answers_that_were_cut_off_can_be_gone_on_with_until_there_are_others(workspace: Workspace) -> None:
    answers_id = prepared(workspace, trained(workspace, imported(workspace))).id
    job = workspace.jobs.add("apply", {}, lane="long", subject=answers_id)
    workspace.jobs.start(job.id)
    (Path(job.folder) / "part").write_text("answers")

    for _ in range(3):
        workspace.tidy()

    assert workspace.jobs.get(job.id).state == "interrupted"
    assert (Path(job.folder) / "part").exists()
    assert workspace.resume(job.id).state == "waiting"
    workspace.jobs.fail(job.id, Problem(code="error.worker_ended", values={"job": "x"}))
    assert (Path(job.folder) / "part").exists()
    workspace.jobs.add("apply", {}, lane="long", subject=answers_id)
    workspace.tidy()
    assert not Path(job.folder).exists()


def test_only_answers_that_were_cut_off_are_gone_on_with(workspace: Workspace) -> None:
    waiting = workspace.jobs.add("apply", {}, lane="long")
    other = workspace.jobs.add("export", {}, lane="short")
    workspace.jobs.interrupt(other.id)

    for job in (waiting, other):
        with pytest.raises(NotFoundError):
            workspace.resume(job.id)


def test_files_that_belong_to_nothing_are_swept(workspace: Workspace) -> None:
    table = imported(workspace)
    strays = [workspace.folder / name for name in ("tables/0", "tables/.1", "answers/0", "jobs/0")]
    for stray in strays:
        stray.mkdir()
        leave_table(stray)
    (workspace.folder / "models" / "0.hunch").write_text("a model without a row")
    failed = workspace.jobs.add("export", {}, lane="short")
    workspace.jobs.fail(failed.id, Problem(code="error.worker_ended", values={"job": "x"}))

    workspace.tidy()

    assert [found.name for found in workspace.folder.glob("*/*")] == [table.id]


def test_a_folder_for_work_of_which_nothing_is_kept_goes_at_the_next_start(workspace: Workspace) -> None:
    first, second = workspace.folder_aside(), workspace.folder_aside()
    (first / "worker.log").write_text("noise")
    is_ours_alone = first.stat().st_mode & 0o077 == 0

    workspace.tidy()

    assert first != second
    assert is_ours_alone
    assert not first.exists()
    assert not second.exists()

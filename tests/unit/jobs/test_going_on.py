"""Answers whose worker died, or whose program ended, are gone on with in the same folder."""

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.watching import wait_for


def test_the_same_job_goes_on_in_its_folder(supervisor: Supervisor, workspace: Workspace) -> None:
    job = workspace.jobs.add(
        "apply", {}, lane="short"
    )  # which these workers do not know, so it fails at once
    workspace.jobs.interrupt(job.id)
    (Path(job.folder) / "part").write_text("answers")

    supervisor.resume(job.id)

    assert wait_for(workspace, job, "failed").problem is not None
    assert (Path(job.folder) / "part").read_text() == "answers"


def test_what_is_no_answering_is_not_gone_on_with(supervisor: Supervisor) -> None:
    with pytest.raises(NotFoundError):
        supervisor.resume("no such job")

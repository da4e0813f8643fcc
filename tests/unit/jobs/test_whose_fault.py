"""What is said of a job that ended badly: no file is blamed that was not read, and a full disk is said."""

import signal

import pytest

from desktop_app.errors import SaveError
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.jsonable import JSON
from desktop_app.reports.notice_words import notice_text
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.test_failures import problem_of
from tests.unit.jobs.watching import until, wait_for


@pytest.mark.parametrize(
    ("journey", "path"),
    [
        ("group_file", ""),
        ("odd_file", ""),
        ("write_report", ""),
        ("write_report", "/models/0123456789abcdef.hunch"),
    ],
)
def test_where_no_file_is_read_none_is_blamed(
    supervisor: Supervisor, workspace: Workspace, journey: str, path: str
) -> None:
    params: dict[str, JSON] = {"path": path, "signal": signal.SIGKILL}

    assert problem_of(supervisor, workspace, journey, params).code == "error.worker_ended"


def test_a_file_that_is_read_is_not_blamed_for_what_comes_after(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    params: dict[str, JSON] = {"name": "new.csv", "signal": signal.SIGKILL, "read": True}

    assert problem_of(supervisor, workspace, "train_file", params).code == "error.worker_ended"


def test_an_outcome_that_the_disk_does_not_take_is_said_until_it_does(
    supervisor: Supervisor, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise SaveError("error.disk_full", free="0 B")

    with monkeypatch.context() as patch:
        patch.setattr(type(workspace.jobs), "fail", full)
        job = supervisor.submit("refuse", {}, lane="short")
        until(lambda: supervisor.live(job.id).notice is not None)

    notice = supervisor.live(job.id).notice
    assert notice
    assert notice_text(notice).startswith("The disk is full: 0 B free.")
    wait_for(workspace, job, "failed")

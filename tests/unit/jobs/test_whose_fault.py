"""A worker that ends is the fault of a file only while it reads one."""

import signal

import pytest

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.jsonable import JSON
from desktop_app.workspace.store import Workspace
from tests.unit.jobs.test_failures import problem_of


@pytest.mark.parametrize("journey", ["group_file", "odd_file", "write_report"])
def test_where_no_file_is_read_none_is_blamed(
    supervisor: Supervisor, workspace: Workspace, journey: str
) -> None:
    params: dict[str, JSON] = {"table_folder": "/here/tables/1", "path": "", "signal": signal.SIGKILL}

    assert problem_of(supervisor, workspace, journey, params).code == "error.worker_ended"


def test_a_file_that_is_read_is_not_blamed_for_what_comes_after(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    params: dict[str, JSON] = {"name": "new.csv", "signal": signal.SIGKILL, "read": True}

    assert problem_of(supervisor, workspace, "train_file", params).code == "error.worker_ended"

"""What goes wrong in a worker stays there, is said, and the next job runs."""

import errno
import signal
import threading
from pathlib import Path

import pytest

from desktop_app.errors import from_code
from desktop_app.jobs.endings import OUT_OF_MEMORY, died
from desktop_app.jobs.limits import limits_of
from desktop_app.jobs.process import WorkerProcess
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.jobs import Order, Problem
from desktop_app.records.jsonable import JSON
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import until, wait_for, workers


def problem_of(
    supervisor: Supervisor, workspace: Workspace, journey: str, params: dict[str, JSON]
) -> Problem:
    """Return what is said of a job that fails."""
    problem = wait_for(workspace, supervisor.submit(journey, params, lane="short"), "failed").problem
    assert problem is not None
    assert from_code(problem.code, problem.values).message  # it can be said
    assert workers() == []
    return problem


def test_a_foreseen_failure_arrives_as_its_code_and_values(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    problem = problem_of(supervisor, workspace, "refuse", {})

    assert problem == Problem(code="refuse.empty", values={"file": "empty.csv"})


def test_the_traceback_of_a_bug_goes_to_the_log_only(
    supervisor: Supervisor, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    problem = problem_of(supervisor, workspace, "stumble", {"words": "Jane Doe"})

    assert problem.code == "error.unexpected"
    assert problem.traceback == ""
    assert str(problem.values["reference"]) in caplog.text
    assert "RuntimeError" in caplog.text
    assert "in stumble" in caplog.text
    assert "Jane Doe" not in caplog.text  # what an exception says can hold a value from a file


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "error.disk_full"), (errno.EROFS, "error.read_only"), (errno.EIO, "save.failed")],
)
def test_a_disk_that_fails_a_worker_is_said_as_such(
    supervisor: Supervisor, workspace: Workspace, number: int, code: str
) -> None:
    assert problem_of(supervisor, workspace, "stumble", {"errno": number}).code == code


def test_a_journey_that_is_not_there_is_a_bug_and_not_the_end(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    assert problem_of(supervisor, workspace, "nothing", {}).code == "error.unexpected"


def test_a_worker_that_is_killed_is_said_and_the_next_job_runs(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    problem = problem_of(supervisor, workspace, "die", {"signal": signal.SIGKILL})

    assert problem.code == "error.worker_ended"
    wait_for(workspace, supervisor.submit("wait", {"seconds": 0}, lane="short"), "finished")


@pytest.mark.parametrize(
    ("journey", "number"),
    [("import", signal.SIGABRT), ("import", signal.SIGKILL), ("prepare", signal.SIGSEGV)],
)
def test_a_file_that_ends_its_reader_is_refused_by_name(
    supervisor: Supervisor, workspace: Workspace, journey: str, number: int
) -> None:
    params: dict[str, JSON] = {"path": "/somewhere/bomb.xlsx", "name": "bomb.xlsx", "signal": number}

    problem = problem_of(supervisor, workspace, journey, params)

    assert problem == Problem(code="refuse.unsafe", values={"file": "bomb.xlsx"})


def test_where_a_worker_crashed_stands_in_the_log(
    supervisor: Supervisor, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    problem_of(supervisor, workspace, "die", {"signal": signal.SIGSEGV})

    assert "Segmentation fault" in caplog.text
    assert "journeys_for_tests.py" in caplog.text


def test_a_worker_gets_no_more_memory_than_it_may_have(supervisor: Supervisor, workspace: Workspace) -> None:
    too_much = 2**46

    assert problem_of(supervisor, workspace, "eat", {"bytes": too_much}).code == "error.worker_ended"
    params: dict[str, JSON] = {"name": "huge.csv", "bytes": too_much}
    assert problem_of(supervisor, workspace, "import", params).code == "refuse.unsafe"


@pytest.mark.parametrize(
    ("journey", "code"),
    [("train", "learn.memory_out"), ("train_file", "learn.memory_out"), ("apply", "error.worker_ended")],
)
def test_learning_that_ran_out_of_memory_says_so(journey: str, code: str) -> None:
    order = Order(journey=journey, params={}, folder="")

    assert died(order, OUT_OF_MEMORY, read=True).code == code


@pytest.mark.parametrize("text", ["", "no JSON", '{"kind":"problem","body":{"code":"no.such.code"}}'])
def test_garbage_on_the_pipe_fails_the_job_only(
    supervisor: Supervisor, workspace: Workspace, text: str
) -> None:
    problem = problem_of(supervisor, workspace, "babble", {"kind": "text", "text": text})

    assert problem.code == "error.worker_ended"
    wait_for(workspace, supervisor.submit("wait", {"seconds": 0}, lane="short"), "finished")


def test_a_message_that_is_too_long_fails_the_job_only(supervisor: Supervisor, workspace: Workspace) -> None:
    assert problem_of(supervisor, workspace, "babble", {"kind": "long"}).code == "error.worker_ended"


def test_a_pickle_on_the_pipe_runs_nothing_here(
    supervisor: Supervisor, workspace: Workspace, tmp_path: Path
) -> None:
    canary = tmp_path / "canary"

    problem = problem_of(supervisor, workspace, "babble", {"kind": "pickle", "canary": str(canary)})

    assert problem.code == "error.worker_ended"
    assert not canary.exists()


def test_a_result_is_not_read_from_somewhere_else(
    supervisor: Supervisor, workspace: Workspace, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('{"secret": 1}')

    problem = problem_of(supervisor, workspace, "babble", {"kind": "link", "goal": str(secret)})

    assert problem.code == "error.worker_ended"


def test_a_worker_that_stalls_within_a_message_holds_up_nobody(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    stalled = supervisor.submit("stall", {}, lane="short")
    until(lambda: supervisor.live(stalled.id).fraction > 0)
    other = supervisor.submit("wait", {"seconds": 0}, lane="long")

    wait_for(workspace, other, "finished")
    supervisor.cancel(stalled.id)

    assert workspace.jobs.get(stalled.id).state == "cancelled"


def test_an_import_that_leaves_no_table_is_a_failed_one(supervisor: Supervisor, workspace: Workspace) -> None:
    params: dict[str, JSON] = {"name": "people.csv", "leave_nothing": True}

    assert problem_of(supervisor, workspace, "import", params).code == "error.worker_ended"
    assert workspace.tables.list() == ()


def test_an_installation_without_its_libraries_is_said(
    workspace: Workspace, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load_nothing)

    job = supervisor.submit("wait", {}, lane="short")

    problem = wait_for(workspace, job, "failed").problem
    supervisor.close()
    assert problem is not None
    assert problem.code == "error.unexpected"
    assert "ImportError: a library is missing" in caplog.text


def test_what_libraries_print_stays_out_of_the_apps_output(
    supervisor: Supervisor, workspace: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    wait_for(workspace, supervisor.submit("print", {}, lane="short"), "finished")

    assert capfd.readouterr().out == ""


def test_the_jobs_thread_outlives_a_fault_of_its_own(
    supervisor: Supervisor, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    def faulty() -> None:
        raise RuntimeError("a bug in the thread")

    supervisor._foreman.post(faulty)

    wait_for(workspace, supervisor.submit("wait", {"seconds": 0}, lane="short"), "finished")
    assert "in faulty" in caplog.text


def test_a_job_that_cannot_be_listened_to_fails_and_the_next_one_runs(
    supervisor: Supervisor, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = threading.Thread.start

    def begin_no_listener(thread: threading.Thread) -> None:
        if thread.name == "listener":
            raise RuntimeError("can't start new thread")
        begin(thread)

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", begin_no_listener)
        problem = problem_of(supervisor, workspace, "wait", {})

    assert problem.code == "error.unexpected"
    wait_for(workspace, supervisor.submit("wait", {"seconds": 0}, lane="short"), "finished")


def test_the_limits_around_a_worker_are_taken_away_once(settings: Settings) -> None:
    worker = WorkerProcess(journeys_for_tests.load, limits_of(settings))
    taken_away: list[str] = []
    worker._enclosure = lambda: taken_away.append("once")

    worker.end()
    worker.end()

    assert taken_away == ["once"]

"""The supervisor, with real processes."""

import time
from pathlib import Path

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import until, wait_for, workers


def test_a_job_runs_to_its_end_and_its_result_is_stored(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("wait", {"seconds": 0.1}, lane="short")

    assert wait_for(workspace, job, "finished").result == {"waited": 0.1}
    assert supervisor.live(job.id).fraction > 0
    until(lambda: not Path(job.folder).exists())  # which goes after the result is on disk


def test_a_running_job_is_cancelled_at_once(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("wait", {}, lane="long")
    until(lambda: supervisor.live(job.id).fraction > 0)
    started = time.monotonic()

    supervisor.cancel(job.id)

    assert workspace.jobs.get(job.id).state == "cancelled"
    assert time.monotonic() - started < 20  # of the minute that it would have taken
    assert workers() == []
    assert not Path(job.folder).exists()


def test_a_waiting_job_is_cancelled_and_the_one_before_it_goes_on(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    first, second = (supervisor.submit("wait", {"seconds": 0.3}, lane="long") for _ in range(2))

    supervisor.cancel(second.id)

    assert workspace.jobs.get(second.id).state == "cancelled"
    wait_for(workspace, first, "finished")


def test_cancelling_a_job_that_is_over_changes_nothing(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("wait", {"seconds": 0}, lane="short")
    wait_for(workspace, job, "finished")

    supervisor.cancel(job.id)

    assert workspace.jobs.get(job.id).state == "finished"


def test_a_short_job_runs_beside_a_long_one(supervisor: Supervisor, workspace: Workspace) -> None:
    long = supervisor.submit("wait", {}, lane="long")
    short = supervisor.submit("wait", {"seconds": 0}, lane="short")

    wait_for(workspace, short, "finished")

    assert workspace.jobs.get(long.id).state == "running"
    assert workspace.jobs.running("long") == workspace.jobs.get(long.id)


def test_the_jobs_of_one_lane_run_one_after_the_other(supervisor: Supervisor, workspace: Workspace) -> None:
    first, second = (supervisor.submit("wait", {"seconds": 0.2}, lane="long") for _ in range(2))

    wait_for(workspace, first, "running")

    assert workspace.jobs.get(second.id).state == "waiting"
    wait_for(workspace, second, "finished")
    assert workspace.jobs.get(first.id).state == "finished"


def test_milestones_are_never_dropped_and_the_rest_is_thinned_out(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    job = supervisor.submit("count", {}, lane="short")
    wait_for(workspace, job, "finished")

    live = supervisor.live(job.id)

    assert [notice.values["count"] for notice in live.milestones] == [*range(0, 1000, 100)]


def test_a_result_may_be_larger_than_a_message(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("large", {}, lane="short")

    result = wait_for(workspace, job, "finished").result

    assert len(str(result["letters"])) == 3_000_000


def test_a_spare_worker_takes_the_next_job(supervisor: Supervisor, workspace: Workspace) -> None:
    supervisor.prepare_spare()
    until(lambda: len(workers()) == 1)
    spare = workers()[0].pid

    job = supervisor.submit("look", {}, lane="short")

    assert wait_for(workspace, job, "finished").result["process"] == spare


def test_a_spare_worker_that_died_is_replaced(supervisor: Supervisor, workspace: Workspace) -> None:
    supervisor.prepare_spare()
    until(lambda: len(workers()) == 1)
    workers()[0].kill()
    until(lambda: workers() == [])

    job = supervisor.submit("wait", {"seconds": 0}, lane="short")

    wait_for(workspace, job, "finished")


def test_closing_leaves_no_process_behind_and_says_what_was_interrupted(
    workspace: Workspace, settings: Settings
) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    supervisor.prepare_spare()
    jobs = [supervisor.submit("wait", {}, lane=lane) for lane in ("long", "long", "short")]
    until(lambda: supervisor.live(jobs[0].id).fraction > 0)

    supervisor.close()

    assert workers() == []
    assert [workspace.jobs.get(job.id).state for job in jobs] == ["interrupted"] * 3


def test_closing_twice_and_asking_after_it_are_no_faults(workspace: Workspace, settings: Settings) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    supervisor.close()

    supervisor.close()
    late = supervisor.submit("wait", {}, lane="short")
    supervisor.cancel(late.id)

    assert workers() == []

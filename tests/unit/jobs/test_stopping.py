"""Stop, keep the best: a search is ended and what it had finished becomes a model."""

import signal
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.jobs.supervisor import Supervisor
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainOrder
from desktop_app.records.stored import StoredTraining
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests
from tests.unit.jobs.watching import until, wait_for
from tests.unit.workspace.examples import PLAN, imported


def training_on_its_way(
    supervisor: Supervisor, workspace: Workspace, **asked: Any
) -> tuple[StoredTraining, Job]:
    table = imported(workspace)
    training = workspace.trainings.add(table.id, PLAN)
    params = {**to_json(TrainOrder(table_folder=table.folder, plan=PLAN)), **asked}
    return training, supervisor.submit("train", params, lane="long", subject=training.id)


def test_stopping_keeps_the_best_for_the_same_training(supervisor: Supervisor, workspace: Workspace) -> None:
    training, job = training_on_its_way(supervisor, workspace)
    until(lambda: bool(supervisor.live(job.id).milestones))
    started = time.monotonic()

    supervisor.stop(job.id)

    assert time.monotonic() - started < 20  # of the minute that it would have taken
    assert workspace.jobs.get(job.id).state == "stopped"
    finishing = workspace.jobs.get(workspace.trainings.get(training.id).job_id)
    assert finishing.journey == "finish"
    wait_for(workspace, finishing, "finished")
    kept = workspace.trainings.get(training.id)
    assert kept.evaluation is not None
    assert kept.evaluation.stopped
    assert Path(kept.model).read_text() == "the best of them"
    until(lambda: not Path(job.folder).exists())  # tidied up after the result is on disk


def test_a_stopped_training_is_finished_before_others_begin(
    supervisor: Supervisor, workspace: Workspace
) -> None:
    training, job = training_on_its_way(supervisor, workspace)
    until(lambda: bool(supervisor.live(job.id).milestones))
    waiting = supervisor.submit("wait", {}, lane="long")

    supervisor.stop(job.id)

    finishing = workspace.jobs.get(workspace.trainings.get(training.id).job_id)
    wait_for(workspace, finishing, "finished")
    wait_for(workspace, waiting, "running")


def test_stopping_before_any_model_is_finished_says_so(supervisor: Supervisor, workspace: Workspace) -> None:
    training, job = training_on_its_way(supervisor, workspace, candidates=0)
    until(lambda: bool(supervisor.live(job.id).milestones))

    supervisor.stop(job.id)

    finishing = workspace.jobs.get(workspace.trainings.get(training.id).job_id)
    problem = wait_for(workspace, finishing, "failed").problem
    assert problem is not None
    assert problem.code == "learn.stopped_early"


def test_stopping_a_training_that_waits_cancels_it(supervisor: Supervisor, workspace: Workspace) -> None:
    supervisor.submit("wait", {}, lane="long")
    _training, job = training_on_its_way(supervisor, workspace)

    supervisor.stop(job.id)

    assert workspace.jobs.get(job.id).state == "cancelled"
    assert workspace.trainings.list() == ()


def test_the_best_can_be_kept_when_the_worker_died(supervisor: Supervisor, workspace: Workspace) -> None:
    training, job = training_on_its_way(supervisor, workspace, signal=signal.SIGKILL)
    wait_for(workspace, job, "failed")

    supervisor.stop(job.id)

    wait_for(workspace, workspace.jobs.get(workspace.trainings.get(training.id).job_id), "finished")
    assert workspace.trainings.get(training.id).evaluation is not None


def test_an_interrupted_training_can_be_finished_in_the_next_run(
    workspace: Workspace, settings: Settings
) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    training, job = training_on_its_way(supervisor, workspace)
    until(lambda: bool(supervisor.live(job.id).milestones))
    supervisor.close()

    for _ in range(2):  # also when it was left undecided for a run
        supervisor.close()
        supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    supervisor.stop(job.id)

    wait_for(workspace, workspace.jobs.get(workspace.trainings.get(training.id).job_id), "finished")
    supervisor.close()
    assert workspace.trainings.list()[0].evaluation is not None


def test_a_model_whose_making_was_interrupted_can_be_made_in_the_next_run(
    workspace: Workspace, settings: Settings
) -> None:
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    training, job = training_on_its_way(supervisor, workspace)
    until(lambda: bool(supervisor.live(job.id).milestones))
    supervisor.close()
    finishing = workspace.jobs.stop(workspace.jobs.get(job.id))  # and the program ends before it runs
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)

    supervisor.stop(finishing.id)

    wait_for(workspace, workspace.jobs.get(workspace.trainings.get(training.id).job_id), "finished")
    supervisor.close()
    assert workspace.trainings.get(training.id).evaluation is not None


def test_stopping_what_is_no_training_changes_nothing(supervisor: Supervisor, workspace: Workspace) -> None:
    job = supervisor.submit("wait", {}, lane="short")
    wait_for(workspace, job, "running")

    supervisor.stop(job.id)

    assert workspace.jobs.get(job.id).state == "running"
    with pytest.raises(NotFoundError):
        supervisor.stop("no such job")

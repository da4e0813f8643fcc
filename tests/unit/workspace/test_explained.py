"""What was found out about a model stays with it, and its rows are found as long as they are there."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.explained import Effect, EffectPoint, Explained
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ExplainOrder
from desktop_app.workspace.folders import remove
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported, trained

POINT = EffectPoint(label="", at=18.0, mean=0.25, low=0.1, high=0.4, rows=3)
EXPLAINED = Explained(
    value="yes", usual=0.3, effects=(Effect(column="age", kind="number", points=(POINT,), rows=3),)
)


def looking(workspace: Workspace, training_id: str) -> Job:
    params: Any = to_json(ExplainOrder(model="-", table_folder="-"))
    return workspace.jobs.add("explain", params, lane="short", subject=training_id)


def test_what_was_found_out_stands_with_the_training_after_the_next_start(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    job = looking(workspace, training.id)

    workspace.land(job, to_json(EXPLAINED))

    assert workspace.jobs.get(job.id).state == "finished"
    assert not Path(job.folder).exists()
    workspace.tidy()
    assert workspace.trainings.get(training.id).explained == EXPLAINED


def test_the_job_of_a_training_is_still_the_one_that_learned_it(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))

    workspace.land(looking(workspace, training.id), to_json(EXPLAINED))

    assert workspace.trainings.get(training.id).job_id == training.job_id


def test_what_an_older_program_found_out_is_read_without_its_pairs(workspace: Workspace) -> None:
    training = trained(workspace, imported(workspace))
    pair: Any = {"first": "age", "second": "plan", "strength": 0.4, "first_labels": ["1 – 2"]}

    workspace.land(looking(workspace, training.id), {**to_json(EXPLAINED), "pairs": [pair]})

    assert workspace.trainings.get(training.id).explained == EXPLAINED


def test_a_training_that_is_gone_is_not_explained(workspace: Workspace) -> None:
    job = looking(workspace, "gone")

    with pytest.raises(NotFoundError):
        workspace.land(job, to_json(EXPLAINED))

    assert workspace.jobs.get(job.id).state == "waiting"


def test_the_rows_of_a_training_are_found_until_they_are_gone(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)

    assert workspace.rows_of(training) == table.folder

    remove(Path(table.folder))
    assert workspace.rows_of(training) == ""


def test_a_deleted_table_has_no_rows_for_its_model(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)

    workspace.tables.delete(table.id)

    assert workspace.rows_of(workspace.trainings.get(training.id)) == ""

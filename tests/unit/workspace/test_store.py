"""What the workspace remembers, and for how long."""

import json
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.errors import InternalError, NotFoundError
from desktop_app.records.jobs import Problem
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import (
    ANSWERS,
    PLAN,
    a_table,
    an_evaluation,
    answered,
    imported,
    prepared,
    submitted,
    trained,
)


def again(workspace: Workspace) -> Workspace:
    """Return the workspace as the next run of the program finds it."""
    workspace.close()
    workspace.tidy()
    return Workspace(workspace.folder)


def test_everything_is_still_there_in_the_next_run(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    answers = answered(workspace, prepared(workspace, training))

    later = again(workspace)

    assert later.tables.list() == (table,)
    assert later.tables.get(table.id).table == a_table()
    assert later.trainings.get(training.id).evaluation == an_evaluation()
    assert later.trainings.get(training.id).plan == PLAN
    assert later.jobs.get(training.job_id).state == "finished"
    assert later.answers.list() == (answers,)
    assert later.answers.of_training(training.id)[0].answers == ANSWERS
    later.close()


def test_files_lie_where_the_records_say(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    answers = answered(workspace, prepared(workspace, training))

    found = [
        Path(table.folder) / "texts.parquet",
        Path(training.model),
        Path(answers.folder) / "answers.parquet",
    ]

    assert [file.read_text() for file in found] == ["rows", "a model", "answers"]


def test_newest_stand_first_whatever_the_clock_says(workspace: Workspace) -> None:
    tables = [imported(workspace, name) for name in ("a.csv", "b.csv", "c.csv")]

    assert [table.id for table in workspace.tables.list()] == [table.id for table in reversed(tables)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_may_look_in(workspace: Workspace) -> None:
    trained(workspace, imported(workspace))
    workspace.tidy()

    for place in (workspace.folder, *workspace.folder.rglob("*")):
        assert stat.S_IMODE(place.stat().st_mode) == (0o700 if place.is_dir() else 0o600), place


def test_a_table_and_a_model_can_be_renamed(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)

    workspace.tables.rename(table.id, "  Customers <b>2024</b>  ")
    workspace.trainings.rename(training.id, "Who leaves?")
    workspace.trainings.rename(training.id, "   ")

    assert workspace.tables.get(table.id).name == "Customers <b>2024</b>"
    assert workspace.trainings.get(training.id).name == "Who leaves?"
    assert workspace.tables.get(table.id).table.name == "people.csv"


def test_a_name_that_is_no_text_can_be_stored(workspace: Workspace) -> None:
    table = imported(workspace, "caf\udce9.csv")

    assert workspace.tables.get(table.id).name == "caf?.csv"


def test_what_is_deleted_is_out_of_sight_and_can_come_back(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    answers = prepared(workspace, training)

    workspace.trainings.delete(training.id)
    workspace.tables.delete(table.id)

    assert (workspace.tables.list(), workspace.trainings.list(), workspace.answers.list()) == ((), (), ())
    with pytest.raises(NotFoundError):
        workspace.tables.get(table.id)
    workspace.tables.undo_delete(table.id)
    workspace.trainings.undo_delete(training.id)
    assert workspace.tables.list() == (table,)
    assert workspace.trainings.list() == (training,)
    assert workspace.answers.list() == (answers,)


def test_what_is_deleted_is_gone_with_its_files_in_the_next_run(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)
    answers = prepared(workspace, training)
    workspace.tables.delete(table.id)
    workspace.trainings.delete(training.id)

    later = again(workspace)

    with pytest.raises(NotFoundError):
        later.tables.undo_delete(table.id)
    assert not Path(table.folder).exists()
    assert not Path(training.model).exists()
    assert not Path(answers.folder).exists()
    with sqlite3.connect(workspace.folder / "workspace.sqlite") as db:
        assert db.execute("SELECT count(*) FROM fact").fetchone() == (0,)
    db.close()
    later.close()


def test_a_model_stays_when_its_table_goes(workspace: Workspace) -> None:
    table = imported(workspace)
    training = trained(workspace, table)

    workspace.tables.delete(table.id)

    at_once, later = (found.trainings.get(training.id) for found in (workspace, again(workspace)))
    assert at_once == later
    assert later.table_id == ""
    assert later.table_name == "people.csv"
    assert Path(later.model).is_file()


def test_what_was_never_there_cannot_be_changed(workspace: Workspace) -> None:
    for store in (workspace.tables, workspace.trainings, workspace.answers):
        for change in (store.get, store.delete, store.undo_delete):
            with pytest.raises(NotFoundError):
                change("' OR 1 = 1 --")
        with pytest.raises(NotFoundError):
            store.rename("no such id", "name")
    with pytest.raises(NotFoundError):
        workspace.trainings.add("no such table", PLAN)


def test_a_training_is_shown_while_it_runs_and_knows_its_job(workspace: Workspace) -> None:
    table = imported(workspace)

    training, job = submitted(workspace, table)

    assert [found.id for found in workspace.trainings.list()] == [training.id]
    assert workspace.trainings.get(training.id).job_id == job.id
    assert workspace.jobs.active(training.id) == job
    assert workspace.trainings.latest(table.id) == workspace.trainings.get(training.id)


def test_a_training_that_came_to_nothing_stands_in_no_list_and_goes_with_the_run(
    workspace: Workspace,
) -> None:
    table = imported(workspace)
    kept = trained(workspace, table)
    cancelled, first = submitted(workspace, table)
    failed, second = submitted(workspace, table)

    workspace.jobs.cancel(first.id)
    workspace.jobs.fail(second.id, Problem(code="learn.stopped_early"))

    assert workspace.trainings.list() == (kept,)
    assert workspace.trainings.latest(table.id) == kept
    assert workspace.jobs.active(failed.id) is None
    problem = workspace.jobs.get(workspace.trainings.get(failed.id).job_id).problem
    assert problem == Problem(code="learn.stopped_early")
    later = again(workspace)
    with pytest.raises(NotFoundError):
        later.trainings.get(cancelled.id)
    assert not Path(second.folder).exists()
    later.close()


def test_a_record_that_was_changed_on_disk_is_not_believed(workspace: Workspace) -> None:
    table = imported(workspace)
    workspace.close()
    with sqlite3.connect(workspace.folder / "workspace.sqlite") as db:
        db.execute("UPDATE fact SET body = replace(body, '\"rows\":3', '\"rows\":4')")
    db.close()

    with pytest.raises(InternalError, match=r"workspace_damaged"):
        Workspace(workspace.folder).tables.get(table.id)


def test_the_profile_of_a_wide_table_is_read_once(workspace: Workspace) -> None:
    table = imported(workspace)

    assert workspace.tables.get(table.id).table is workspace.tables.list()[0].table


@pytest.mark.parametrize("position", [0, 30, 100, 5000])
def test_a_damaged_database_is_said_and_not_overwritten(
    workspace: Workspace, settings: Settings, position: int
) -> None:
    imported(workspace)
    workspace.close()
    file = workspace.folder / "workspace.sqlite"
    damaged = bytearray(file.read_bytes())
    damaged[position : position + 3000] = b"\xa5" * 3000
    file.write_bytes(damaged)

    with pytest.raises(InternalError, match=r"workspace_damaged"):
        Workspace(settings.workspace)

    assert file.read_bytes()[position : position + 3000] == b"\xa5" * 3000


def test_a_workspace_of_a_newer_version_is_left_alone(workspace: Workspace) -> None:
    workspace.close()
    with sqlite3.connect(workspace.folder / "workspace.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()

    with pytest.raises(InternalError, match=r"workspace_newer"):
        Workspace(workspace.folder)


def test_a_job_row_that_is_damaged_is_said(workspace: Workspace) -> None:
    job = workspace.jobs.add("wait", {}, lane="short")
    with sqlite3.connect(workspace.folder / "workspace.sqlite") as db:
        db.execute("UPDATE job SET params = ?", (json.dumps({})[:1],))
    db.close()

    with pytest.raises(InternalError, match=r"workspace_damaged"):
        workspace.jobs.get(job.id)

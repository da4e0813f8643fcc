"""An outcome is stored with its files, or nothing of it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.records.tables import Format, Recipe
from desktop_app.workspace.folders import TABLE_FILES
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import (
    ANSWERS,
    PREFLIGHT,
    a_table,
    an_evaluation,
    answered,
    imported,
    leave_table,
    prepared,
    submitted,
    trained,
)


def everything_in(workspace: Workspace) -> list[str]:
    return sorted(str(found.relative_to(workspace.folder)) for found in workspace.folder.glob("*/*"))


def test_a_finished_job_points_at_what_it_made(workspace: Workspace) -> None:
    table = imported(workspace)

    (job,) = workspace.jobs.list()

    assert (job.state, job.subject) == ("finished", table.id)
    assert not Path(job.folder).exists()


def test_only_what_was_asked_for_gets_into_the_workspace(workspace: Workspace) -> None:
    job = workspace.jobs.add("import", {}, lane="short")
    leave_table(Path(job.folder))
    (Path(job.folder) / "stray.so").write_text("what a taken-over worker left")

    workspace.land(job, to_json(a_table()))

    landed = Path(workspace.tables.get(job.id).folder)
    assert {file.name for file in landed.iterdir()} == {*TABLE_FILES}


def test_a_link_is_not_taken_for_a_file(workspace: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("of the person")
    job = workspace.jobs.add("import", {}, lane="short")
    leave_table(Path(job.folder))
    (Path(job.folder) / "texts.parquet").unlink()
    (Path(job.folder) / "texts.parquet").symlink_to(secret)

    with pytest.raises(ValueError, match=r"texts\.parquet"):
        workspace.land(job, to_json(a_table()))

    assert workspace.tables.list() == ()
    assert secret.read_text() == "of the person"


@pytest.mark.parametrize(
    "result", [{}, {"name": "a.csv"}, {"name": 7, "rows": 3, "columns": [], "recipe": {}}]
)
def test_a_result_that_is_not_what_was_promised_leaves_nothing(workspace: Workspace, result: Any) -> None:
    job = workspace.jobs.add("import", {}, lane="short")
    leave_table(Path(job.folder))

    with pytest.raises((ValueError, TypeError)):
        workspace.land(job, result)

    assert workspace.tables.list() == ()
    assert workspace.jobs.get(job.id).state == "waiting"
    assert everything_in(workspace) == [f"jobs/{job.id}"]


def test_a_model_for_a_training_that_is_gone_leaves_nothing(workspace: Workspace) -> None:
    table = imported(workspace)
    _training, job = submitted(workspace, table)
    lost = workspace.jobs.add("train", job.params, lane="long", subject="gone")
    (Path(lost.folder) / "model.hunch").write_text("a model")

    with pytest.raises(NotFoundError):
        workspace.land(lost, to_json(an_evaluation()))

    assert not list((workspace.folder / "models").iterdir())


def test_a_training_without_a_model_file_leaves_nothing(workspace: Workspace) -> None:
    training, job = submitted(workspace, imported(workspace))

    with pytest.raises(ValueError, match=r"model\.hunch"):
        workspace.land(job, to_json(an_evaluation()))

    assert workspace.trainings.get(training.id).evaluation is None


def test_answers_take_the_place_of_those_before_them(workspace: Workspace) -> None:
    answers = prepared(workspace, trained(workspace, imported(workspace)))
    assert answers.answers is None

    answered(workspace, answers, "first")
    found = answered(workspace, answers, "second")

    assert found.answers == ANSWERS
    assert (Path(found.folder) / "answers.parquet").read_text() == "second"


def test_a_new_file_remembers_where_it_lies(workspace: Workspace) -> None:
    found = prepared(workspace, trained(workspace, imported(workspace)))

    assert found.source == "/new.csv"


@pytest.mark.parametrize(("kind", "is_kept"), [("xlsx", True), ("csv", False)])
def test_of_what_a_browser_brought_a_workbook_is_kept_beside_its_answers(
    workspace: Workspace, kind: Format, is_kept: bool
) -> None:
    brought = workspace.folder / "uploads" / "brought"
    brought.parent.mkdir(exist_ok=True)
    brought.write_text("a workbook")
    order = PrepareOrder(path=str(brought), name="new", model="-")
    job = workspace.jobs.add("prepare", to_json(order), lane="short")
    leave_table(Path(job.folder))

    table = replace(a_table("new"), recipe=Recipe(format=kind))
    workspace.land(job, to_json(Prepared(table=table, preflight=PREFLIGHT)))

    found = workspace.answers.get(job.id)
    assert found.source == str(Path(found.folder) / "source")
    assert Path(found.source).exists() is is_kept
    assert not brought.exists()


def test_the_result_of_an_export_stands_on_its_job(workspace: Workspace) -> None:
    job = workspace.jobs.add("export", {"out": "/a.csv"}, lane="short", subject="a")

    workspace.land(job, {"path": "/a.csv", "size": 3})

    found = workspace.jobs.get(job.id)
    assert (found.state, found.result, found.subject) == ("finished", {"path": "/a.csv", "size": 3}, "a")


def test_the_folder_of_a_search_is_removed_only_inside_the_workspace(
    workspace: Workspace, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    _training, job = submitted(workspace, imported(workspace))
    finish = workspace.jobs.stop(job)
    moved = workspace.jobs.add(
        "finish", {**finish.params, "search_folder": str(foreign)}, lane="long", subject=finish.subject
    )
    (Path(moved.folder) / "model.hunch").write_text("a model")

    workspace.land(moved, to_json(an_evaluation()))

    assert foreign.is_dir()

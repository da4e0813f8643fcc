"""A table that is forgotten has left nothing in any byte of the workspace."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import NotFoundError, SaveError
from desktop_app.records.jsonable import to_json
from desktop_app.records.lineage import Again, Joined
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.records.tables import Recipe, Table, Wishes
from desktop_app.workspace.database import Database
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import (
    PLAN,
    a_table,
    an_evaluation,
    answered,
    imported,
    leave_table,
    prepared,
    submitted,
)

PLANTED = "Zaphod4242"
TODAY = datetime.date(2030, 3, 1)


def planted_table(name: str = f"{PLANTED}.csv") -> Table:
    column = replace(a_table().columns[0], name=PLANTED, examples=(PLANTED,))
    wishes = Wishes()
    return replace(a_table(name), columns=(column,), recipe=Recipe(format="csv", wishes=wishes))


def opened(workspace: Workspace, name: str = f"{PLANTED}.csv") -> StoredTable:
    """Return a table whose values stand in its name, its columns, its rows, and our copy of its file."""
    upload = workspace.folder / "uploads" / PLANTED
    upload.parent.mkdir(exist_ok=True)
    upload.write_text(PLANTED)
    job = workspace.jobs.add("import", to_json(ImportOrder(path=str(upload), name=name)), lane="short")
    leave_table(Path(job.folder), PLANTED)
    workspace.land(job, to_json(planted_table(name)))
    return workspace.tables.get(job.id)


def learned(workspace: Workspace, table: StoredTable) -> StoredTraining:
    """Return a model that holds values of the table, in its file and in all that is known of it."""
    training, job = submitted(workspace, table)
    (Path(job.folder) / "model.hunch").write_text(PLANTED)
    (Path(job.folder) / "unseen.parquet").write_text(PLANTED)
    (Path(job.folder) / "worker.log").write_text(PLANTED)
    workspace.land(job, to_json(replace(an_evaluation(), classes=("no", PLANTED))))
    workspace.remarks.note_on_training(training.id, PLANTED)
    workspace.remarks.decided(
        Notice(code="model.signed", values={"signer": PLANTED}), training_id=training.id
    )
    return workspace.trainings.get(training.id)


def everything(workspace: Workspace) -> tuple[StoredTable, StoredTraining]:
    """Do with a table all that can be done, its values in every step."""
    table = opened(workspace)
    workspace.remarks.note_on_table(table.id, PLANTED)
    workspace.remarks.decided(Notice(code="model.signed", values={"signer": PLANTED}), table_id=table.id)
    workspace.tables.keep_plan(table.id, replace(PLAN, target=PLANTED))
    anew = workspace.jobs.add(
        "import", {"table_id": table.id, "path": PLANTED}, lane="short", subject=table.id
    )
    leave_table(Path(anew.folder), PLANTED)
    workspace.land(anew, to_json(planted_table()))
    workspace.tables.hide_finding(table.id, PLANTED)
    training = learned(workspace, table)
    answers = answered(workspace, prepared(workspace, training), PLANTED)
    workspace.answers.rename(answers.id, PLANTED)
    workspace.watches.add(training.id, f"/{PLANTED}", f"/{PLANTED}/answered")
    written = workspace.folder / "uploads" / "out.csv"
    written.write_text(PLANTED)
    export = workspace.jobs.add("export", {"out": str(written)}, lane="short", subject=answers.id)
    workspace.land(export, {"path": str(written), "rows": 3})
    running = workspace.jobs.add("explain", {"table_folder": table.folder, "x": PLANTED}, lane="short")
    (Path(running.folder) / "worker.log").write_text(PLANTED)
    return workspace.tables.get(table.id), training


def holding(folder: Path, text: str = PLANTED) -> list[str]:
    """Return the files of a folder that have a text in their name or in any of their bytes."""
    return [
        place.relative_to(folder).as_posix()
        for place in folder.rglob("*")
        if text in place.name or (place.is_file() and text.encode() in place.read_bytes())
    ]


def test_no_byte_of_the_workspace_holds_its_values(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table, _training = everything(workspace)
    assert len(holding(tmp_path)) > 8

    assert workspace.forgetting.forget([table.id], keep_models=False)

    assert holding(tmp_path) == []
    assert workspace.tables.list() == ()
    workspace.tidy()
    assert holding(tmp_path) == []


def test_other_work_stays_as_it_was(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    other = imported(workspace)
    table, _training = everything(workspace)

    workspace.forgetting.forget([table.id], keep_models=False)

    assert [one.id for one in workspace.tables.list()] == [other.id]
    assert (Path(other.folder) / "texts.parquet").read_text() == "rows"


def test_what_goes_is_told_before(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table, training = everything(workspace)

    found = workspace.forgetting.concerned(table.id)

    assert [one.id for one in found.tables] == [table.id]
    assert [one.id for one in found.models] == [training.id]
    assert (len(found.answers), found.watches, len(found.active)) == (1, 1, 1)
    assert len(workspace.tables.list()) == 1


def test_models_can_be_kept_but_not_the_rows_that_tested_them(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table, training = everything(workspace)

    workspace.forgetting.forget([table.id], keep_models=True)

    kept = workspace.trainings.get(training.id)
    assert Path(kept.model).read_text() == PLANTED
    assert not Path(kept.tested).exists()
    assert (kept.table_id, workspace.rows_of(kept)) == ("", "")
    assert len(workspace.watches.list(training.id)) == 1


def test_the_same_file_opened_twice_goes_with_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first, _second = opened(workspace), opened(workspace)

    workspace.forgetting.forget([first.id], keep_models=False)

    assert workspace.tables.list() == ()
    assert holding(tmp_path) == []


def test_the_same_file_brought_to_another_model_goes_with_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    brought = prepared(workspace, learned(workspace, imported(workspace, "other.csv")))
    same = imported(workspace, "new.csv")

    found = workspace.forgetting.concerned(same.id)

    assert [one.id for one in found.answers] == [brought.id]


def test_a_table_that_its_rows_were_joined_into_goes_with_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    table = opened(workspace)
    training = learned(workspace, table)
    params: Any = {"training_id": training.id, "first": table.folder}
    job = workspace.jobs.add("join", params, lane="short", subject=training.id)
    leave_table(Path(job.folder), PLANTED)
    again = Again(model=training.model, name="churn", first=3, joined=True, is_known=True)
    workspace.land(job, to_json(Joined(table=planted_table("both"), again=again)))

    found = workspace.forgetting.concerned(table.id)

    assert [one.id for one in found.tables] == [table.id, job.id]


def test_a_table_that_is_gone_cannot_be_forgotten(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        Workspace(tmp_path).forgetting.forget(["0" * 16], keep_models=False)


def test_what_a_crash_leaves_in_the_database_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path)
    table, _training = everything(workspace)

    def full(_self: Database) -> None:
        raise SaveError("error.disk_full", free="0 B")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "write_anew", full)
        assert not workspace.forgetting.forget([table.id], keep_models=False)
    assert holding(tmp_path) != []
    workspace.tidy()

    assert holding(tmp_path) == []

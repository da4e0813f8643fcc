"""What was found of which rows are alike, or odd, stays with its table and goes with it."""

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.found import FOUND_FILE, found_name
from desktop_app.records.jsonable import JSON
from desktop_app.records.oddness import OddMark, OddRow
from desktop_app.workspace.backup.saving import save_backup
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.backup.made import restored
from tests.unit.workspace.examples import imported


def found(workspace: Workspace, journey: str, table_id: str, what: str, out: str = "") -> str:
    job = workspace.jobs.add(journey, {"out": out}, lane="short", subject=table_id)
    workspace.land(job, {"found": what})
    return job.id


def test_the_last_of_each_is_there_in_the_next_run_and_no_more_than_that(workspace: Workspace) -> None:
    table = imported(workspace)
    for what in ("first", "second"):
        found(workspace, "group_file", table.id, what)
    found(workspace, "group_file", table.id, "a file", out="/somewhere.csv")
    found(workspace, "odd_file", table.id, "odd")

    workspace.tidy()
    workspace.tidy()

    kept = [job.result for job in workspace.jobs.list(subject=table.id) if job.result]
    assert kept == [{"found": "odd"}, {"found": "second"}]


def test_a_table_that_is_forgotten_takes_it_along(workspace: Workspace) -> None:
    table = imported(workspace)
    job_id = found(workspace, "odd_file", table.id, "Zaphod")

    workspace.forgetting.forget([table.id], keep_models=True)

    with pytest.raises(NotFoundError):
        workspace.jobs.get(job_id)


def test_what_a_person_adds_to_it_is_kept(workspace: Workspace) -> None:
    job_id = found(workspace, "group_file", imported(workspace).id, "groups")

    workspace.keep_result(job_id, {"found": "named groups"})

    assert workspace.jobs.get(job_id).result == {"found": "named groups"}
    with pytest.raises(NotFoundError):
        workspace.keep_result("other", {})


def test_a_backup_carries_it(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "old")
    job_id = found(workspace, "group_file", imported(workspace).id, "groups")
    workspace.close()
    save_backup(tmp_path / "old", tmp_path / "all.backup", lambda _share: None)

    assert restored(tmp_path / "all.backup", tmp_path / "new").jobs.get(job_id).result == {"found": "groups"}


def test_what_a_person_says_of_odd_rows_is_kept_and_backed_up(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "old")
    table, row = imported(workspace), OddRow(row=7, less_odd=9, reasons=(), key="k")
    marks = (OddMark(mark="fine", row=row, rows=10),)
    workspace.remarks.keep_marks(table.id, marks)
    workspace.close()
    save_backup(tmp_path / "old", tmp_path / "all.backup", lambda _share: None)

    assert restored(tmp_path / "all.backup", tmp_path / "new").tables.get(table.id).marks == marks


def test_of_each_row_what_was_found_last_lies_beside_the_rows(workspace: Workspace) -> None:
    table = imported(workspace)
    order: dict[str, JSON] = {"out": "", "table_folder": table.folder}
    jobs = [workspace.jobs.add("odd_file", order, lane="short", subject=table.id) for _ in range(2)]
    for job in jobs:
        (Path(job.folder) / FOUND_FILE).write_text(job.id)
        workspace.land(job, {})

    (kept,) = Path(table.folder).glob(found_name("odd_file", "*"))
    assert (kept.name, kept.read_text()) == (found_name("odd_file", jobs[1].id), jobs[1].id)

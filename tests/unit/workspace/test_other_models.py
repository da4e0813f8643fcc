"""Models that answer no rows: kept, backed up and forgotten like the others."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.looking_ahead import AHEAD_FILES
from desktop_app.workspace.backup.restoring import restore_backup
from desktop_app.workspace.backup.saving import save_backup
from desktop_app.workspace.folders import ahead_beside
from desktop_app.workspace.inventory import inventory
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table
from tests.api.made_ahead import AHEAD, came_ahead, gone_on_with


def test_one_that_came_keeps_its_card_and_its_file(workspace: Workspace) -> None:
    stored = workspace.others.forecast(came_ahead(workspace))

    assert (stored.kind, stored.name, stored.card.table) == ("forecast", "parcels", "months.csv")
    assert Path(stored.model).read_bytes() == AHEAD.read_bytes()
    assert workspace.models.same_as(AHEAD) == stored.id


def test_it_is_counted_among_the_models(workspace: Workspace) -> None:
    came_ahead(workspace)

    assert inventory(workspace.folder).models == 1


def test_the_copy_of_one_that_is_here_is_not_forgotten(workspace: Workspace) -> None:
    model_id = came_ahead(workspace)
    workspace.others.delete(model_id)

    workspace.models.forget(model_id)

    assert workspace.models.waiting(model_id).is_file()
    assert workspace.models.same_as(AHEAD) == ""


def test_the_next_start_removes_only_what_was_deleted(workspace: Workspace) -> None:
    gone, kept = came_ahead(workspace), came_ahead(workspace)
    workspace.others.delete(gone)

    workspace.tidy()

    assert [one.id for one in workspace.others.list()] == [kept]
    assert workspace.models.waiting(kept).is_file()
    assert not workspace.models.waiting(gone).exists()
    with pytest.raises(NotFoundError):
        workspace.others.undo_delete(gone)


def test_a_backup_brings_it_back(tmp_path: Path) -> None:
    with closing(Workspace(tmp_path / "old")) as old:
        model_id = came_ahead(old)
        gone_on_with(old, model_id)
    saved = save_backup(tmp_path / "old", tmp_path / "all.backup", lambda _share: None)

    restored = restore_backup(tmp_path / "all.backup", tmp_path / "new", lambda _share: None)

    with closing(Workspace(tmp_path / "new")) as new:
        again = new.others.forecast(model_id)
        assert Path(again.model).read_bytes() == AHEAD.read_bytes()
        beside = ahead_beside(Path(again.model))
        assert [kind for kind, steps in beside.items() if steps.is_file()] == ["csv", "xlsx"]
    assert (saved.models, restored.models) == (1, 1)


def test_what_was_said_after_the_rows_of_a_table_is_forgotten_with_it(workspace: Workspace) -> None:
    model_id, table = came_ahead(workspace), stored_table(workspace)
    gone_on_with(workspace, model_id)
    job = workspace.jobs.list("go_on", model_id)[0]
    beside = workspace.folder / "models" / f"{model_id}.coming.csv"
    assert beside.is_file()

    of_table = workspace.jobs.add("go_on", {"table_folder": table.folder}, lane="short", subject=model_id)
    for name in AHEAD_FILES.values():
        (Path(of_table.folder) / name).write_text("steps")
    workspace.land(of_table, job.result)
    workspace.forgetting.forget([table.id], keep_models=True)

    assert not beside.exists()
    assert [one.id for one in workspace.jobs.list("go_on", model_id)] == [job.id]
    assert workspace.models.waiting(model_id).is_file()

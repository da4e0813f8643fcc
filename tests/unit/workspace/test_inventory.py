"""What a workspace holds is counted without changing it, and without a name."""

from pathlib import Path

from desktop_app.records.jobs import Problem
from desktop_app.workspace.inventory import MOST_FAILURES, inventory
from desktop_app.workspace.schema import newest
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_answers, stored_table, stored_training


def failed(workspace: Workspace, code: str) -> None:
    job = workspace.jobs.add("import", {"path": "/disk/anna/Meyer.csv"}, lane="short")
    workspace.jobs.start(job.id)
    workspace.jobs.fail(job.id, Problem(code=code, values={"file": "Meyer.csv"}))


def test_tables_models_and_answers_are_counted_with_their_bytes(workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)
    Path(training.model).write_bytes(b"x" * 1000)
    stored_answers(workspace, training, answered=True)
    workspace.watches.add(training.id, "/in", "/in/answered")

    found = inventory(workspace.folder)

    assert (found.version, found.tables, found.models, found.answers, found.watches) == (newest(), 1, 1, 1, 1)
    assert found.bytes["models"] >= 1000
    assert found.bytes["database"] > 0


def test_failures_are_told_by_their_codes_the_newest_first(workspace: Workspace) -> None:
    failed(workspace, "refuse.empty")
    failed(workspace, "meyer.anna")

    found = inventory(workspace.folder).failures

    assert [(one.journey, one.code) for one in found] == [("import", ""), ("import", "refuse.empty")]
    assert "Meyer" not in repr(found)


def test_not_all_failures_are_told(workspace: Workspace) -> None:
    for _time in range(MOST_FAILURES + 2):
        failed(workspace, "refuse.empty")

    assert len(inventory(workspace.folder).failures) == MOST_FAILURES


def test_where_no_workspace_can_be_read_all_is_zero(tmp_path: Path) -> None:
    nothing = inventory(tmp_path / "none")
    (tmp_path / "workspace.sqlite").write_text("no database")
    damaged = inventory(tmp_path)

    assert (nothing.tables, nothing.failures, sum(nothing.bytes.values())) == (0, (), 0)
    assert (damaged.version, damaged.tables, damaged.bytes["database"]) == (0, 0, 11)
    assert not (tmp_path / "none").exists()

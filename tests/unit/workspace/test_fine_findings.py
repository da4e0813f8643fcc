"""What a person said to be fine is remembered with the table, over another reading and a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table
from tests.unit.workspace.examples import imported
from tests.unit.workspace.test_history import read_anew


def test_findings_that_are_fine_are_remembered_until_they_are_wanted_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    stored = stored_table(workspace)
    workspace.tables.hide_finding(stored.id, "aa")
    workspace.tables.hide_finding(stored.id, "bb")
    workspace.close()

    workspace = Workspace(tmp_path / "workspace")

    assert workspace.tables.get(stored.id).fine == ("aa", "bb")
    workspace.tables.show_findings(stored.id)
    assert workspace.tables.get(stored.id).fine == ()
    workspace.close()


def test_that_a_finding_is_fine_is_undone_and_done_again_among_other_steps(workspace: Workspace) -> None:
    stored = imported(workspace)
    tables, steps = workspace.tables, workspace.tables.history
    tables.hide_finding(stored.id, "aa")
    anew = read_anew(workspace, stored, "a")
    tables.hide_finding(stored.id, "bb")
    tables.show_findings(stored.id)

    def went(way: Callable[[str], None]) -> tuple[tuple[str, ...], str]:
        way(stored.id)
        now = tables.get(stored.id)
        return now.fine, now.reading

    back = [went(steps.undo) for _step in range(4)]
    again = [went(steps.redo) for _step in range(4)]

    first, second = stored.reading, anew.reading
    assert back == [(("aa", "bb"), second), (("aa",), second), (("aa",), first), ((), first)]
    assert again == [(("aa",), first), (("aa",), second), (("aa", "bb"), second), ((), second)]
    assert not steps.around(stored.id).can_redo


def test_a_finding_that_is_fine_already_is_no_step(workspace: Workspace) -> None:
    stored = imported(workspace)
    workspace.tables.hide_finding(stored.id, "aa")

    workspace.tables.hide_finding(stored.id, "aa")
    workspace.tables.history.undo(stored.id)

    assert workspace.tables.get(stored.id) == stored
    workspace.tables.show_findings(stored.id)
    assert workspace.tables.history.around(stored.id).later_fine == ("aa",), "nothing was cut off"


def test_a_new_finding_that_is_fine_cuts_off_what_was_undone(workspace: Workspace) -> None:
    stored = imported(workspace)
    read_anew(workspace, stored, "a")
    workspace.tables.history.undo(stored.id)

    workspace.tables.hide_finding(stored.id, "aa")
    workspace.tidy()

    assert not workspace.tables.history.around(stored.id).can_redo
    assert workspace.tables.get(stored.id).fine == ("aa",)
    assert Path(stored.folder).exists()


def test_a_table_that_is_gone_has_no_findings(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")

    with pytest.raises(NotFoundError):
        workspace.tables.hide_finding("gone", "aa")
    workspace.close()

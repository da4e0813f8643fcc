"""What a person said to be fine is remembered with the table, over another reading and a restart."""

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table


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


def test_a_table_that_is_gone_has_no_findings(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")

    with pytest.raises(NotFoundError):
        workspace.tables.hide_finding("gone", "aa")
    workspace.close()

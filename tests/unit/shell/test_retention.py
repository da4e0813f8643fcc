"""At each start goes what nobody opened for as long as IT wants tables kept."""

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.settings import read_settings
from desktop_app.shell.retention import forget_unused
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import imported


def unused_for_years(folder: Path) -> Workspace:
    """Return a workspace with a table that nobody has opened since 2020."""
    workspace = Workspace(folder)
    table = imported(workspace)
    workspace._database.change(
        "UPDATE stored_table SET created = '2020-01-01', used = '2020-01-02' WHERE id = ?", table.id
    )
    return workspace


@pytest.mark.parametrize(("rules", "left"), [({"keep_tables_days": 90}, 0), ({}, 1)])
def test_what_nobody_opens_goes_where_it_says_so(
    rules: dict[str, int], left: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    workspace = unused_for_years(tmp_path / "work")
    (tmp_path / "policy.json").write_text(json.dumps(rules))

    with caplog.at_level(logging.INFO):
        forget_unused(workspace, replace(read_settings({}), policy=tmp_path / "policy.json"))

    assert len(workspace.tables.list()) == left
    assert ("1 tables that nobody opened for 90 days are forgotten" in caplog.text) == (left == 0)
    assert "people.csv" not in caplog.text


def test_a_policy_that_cannot_be_read_forgets_nothing(tmp_path: Path) -> None:
    workspace = unused_for_years(tmp_path / "work")
    (tmp_path / "policy.json").write_text('{"keep_tables_days": 1')

    forget_unused(workspace, replace(read_settings({}), policy=tmp_path / "policy.json"))

    assert len(workspace.tables.list()) == 1

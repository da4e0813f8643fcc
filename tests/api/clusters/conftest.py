"""A program whose installation has the part for clusters, and a table to learn from."""

import pytest

from desktop_app.records.stored import StoredTable
from desktop_app.web import cluster as room
from desktop_app.workspace.store import Workspace
from tests.api.made import stored_table


@pytest.fixture(autouse=True)
def _whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "has_dask", lambda: True)
    monkeypatch.delenv("HUNCH_DASK", raising=False)
    monkeypatch.delenv("HUNCH_DASK_KEYS", raising=False)


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)

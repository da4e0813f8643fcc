from collections.abc import Iterator

import pytest

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.settings import Settings
from desktop_app.workspace.store import Workspace
from tests import journeys_for_tests


@pytest.fixture
def supervisor(workspace: Workspace, settings: Settings) -> Iterator[Supervisor]:
    """A supervisor whose workers know the journeys for tests."""
    supervisor = Supervisor(workspace, settings, load=journeys_for_tests.load)
    yield supervisor
    supervisor.close()

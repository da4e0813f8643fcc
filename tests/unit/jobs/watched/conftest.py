from pathlib import Path

import pytest

from tests.unit.jobs.watched.made import Scene


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)

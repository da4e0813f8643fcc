from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.tables.one_database import one_database
from tests.unit.tables.opening import Opener


@pytest.fixture(scope="session", autouse=True)
def _one_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the database in which small files are read."""
    with one_database(tmp_path_factory.mktemp("database")):
        yield


@pytest.fixture
def open_file(tmp_path: Path) -> Opener:
    """Return what reads made-up files into tables."""
    return Opener(tmp_path)

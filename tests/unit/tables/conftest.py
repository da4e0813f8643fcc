from pathlib import Path

import pytest

from tests.unit.tables.opening import Opener


@pytest.fixture
def open_file(tmp_path: Path) -> Opener:
    """Return what reads made-up files into tables."""
    return Opener(tmp_path)

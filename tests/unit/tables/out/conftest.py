from pathlib import Path

import pytest

from tests.unit.tables.opening import Opener
from tests.unit.tables.out.giving_back import Giver


@pytest.fixture
def give_back(open_file: Opener, tmp_path: Path) -> Giver:
    """Return what reads made-up workbooks and gives them back with answers."""
    return Giver(open_file, tmp_path)

"""A reader of workbooks in a folder of its own."""

from pathlib import Path

import pytest

from tests.unit.tables.books.reader import Reader


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)

"""The refusal of a file."""

from pathlib import Path

import pytest

from desktop_app.errors import FileError
from tests.unit.tables.opening import Opener


def refusal(open_file: Opener, content: bytes | Path, name: str = "table.csv") -> FileError:
    with pytest.raises(FileError) as refused:
        open_file(content, name=name)
    return refused.value

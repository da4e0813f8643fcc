"""How a model file is refused."""

from pathlib import Path

import pytest

from desktop_app.errors import ModelError
from desktop_app.models.opening import open_model


def refusal(data: bytes, path: Path) -> str:
    """Return the code with which the file is refused."""
    path.write_bytes(data)
    with pytest.raises(ModelError) as caught:
        open_model(path)
    assert caught.value.message
    return caught.value.code

"""Whoever sends a model file can end nothing, run nothing and lie about nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.models.made import Kind, save


@pytest.fixture(scope="package")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, bytes]:
    folder = tmp_path_factory.mktemp("models")
    kinds: tuple[Kind, ...] = ("forest", "boosting", "linear", "together")
    for kind in kinds:
        save(folder / f"{kind}.hunch", kind)
    return {kind: (folder / f"{kind}.hunch").read_bytes() for kind in kinds}


@pytest.fixture(autouse=True)
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every payload tries to make a file of this name where it runs."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / "canary").exists()

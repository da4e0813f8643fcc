"""What tests of every room share: a workspace, settings, and how large the large counts are."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.settings import Settings, read_settings
from desktop_app.workspace.store import Workspace


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--scale", type=float, default=1.0, help="multiply the counts of kills and of made-up files"
    )


@pytest.fixture(scope="session")
def scale(pytestconfig: pytest.Config) -> float:
    """How many times the normal counts to run."""
    factor: float = pytestconfig.getoption("--scale")
    return factor


@pytest.fixture(scope="session", autouse=True)
def _workers_start_as_in_the_app() -> Iterator[None]:
    """A worker runs the main module of its parent first; that of a test run would load pytest in each."""
    main = sys.modules["__main__"]
    spec, file = getattr(main, "__spec__", None), main.__dict__.pop("__file__", None)
    main.__spec__ = None
    yield
    main.__spec__ = spec
    if file is not None:
        main.__file__ = file


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of an empty environment, with a workspace of the test's own."""
    return read_settings({"HUNCH_WORKERS": "2"}).in_workspace(tmp_path / "workspace")


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    """An empty workspace in a folder of its own."""
    workspace = Workspace(settings.workspace)
    yield workspace
    workspace.close()

"""What tests of every room share: a workspace, settings, and how large the large counts are."""

import gc
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from desktop_app.settings import Settings, read_settings
from desktop_app.workspace.store import Workspace

DATABASE = "workspace.sqlite"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--scale", type=float, default=1.0, help="multiply the counts of kills and of made-up files"
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Find the tests faster, and leave what they were found in alone.

    Half of the time goes into taking asserts apart: that is kept for the next time, also where nothing else
    may keep bytecode. A tenth of the whole time would go into looking through hundreds of thousands of
    things that stay to the end, again and again, for some that could be thrown away.
    """
    keeps_none, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    gc.disable()
    try:
        return (yield)
    finally:
        sys.dont_write_bytecode = keeps_none
        gc.enable()
        gc.collect()
        gc.freeze()


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


@pytest.fixture(scope="session")
def _new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a workspace in which nothing has happened."""
    folder = tmp_path_factory.mktemp("new")
    Workspace(folder).close()
    return folder / DATABASE


@pytest.fixture
def workspace(settings: Settings, _new_database: Path) -> Iterator[Workspace]:
    """An empty workspace in a folder of its own, whose database was not made anew: that takes the longest."""
    settings.workspace.mkdir(mode=0o700, exist_ok=True)
    shutil.copyfile(_new_database, settings.workspace / DATABASE)
    (settings.workspace / DATABASE).chmod(0o600)
    workspace = Workspace(settings.workspace)
    yield workspace
    workspace.close()

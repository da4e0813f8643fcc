"""A cluster of real processes, and a folder of files to learn from, for the tests of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.records.remote import Cluster
from tests.e2e.clusters.made import tried_out
from tests.unit.cli.made_files import customers, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    write(place / "customers.csv", customers(200))
    return place


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    """The cluster that a person starts to try it."""
    with tried_out(folder) as cluster:
        yield cluster

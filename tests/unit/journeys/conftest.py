"""A database for all files, and a model that was learned from one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.records.orders import TrainedFile, TrainFileOrder
from desktop_app.tables.duck import sharing
from tests.unit.journeys.asking import PLAN, customers, do


@pytest.fixture(autouse=True, scope="package")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Read in one database: it takes longer to come up than most of these tables."""
    with sharing(tmp_path_factory.mktemp("database")):
        yield


@pytest.fixture(scope="package")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that was learned from a file, as the command line does it."""
    folder = tmp_path_factory.mktemp("learned")
    order = TrainFileOrder(
        path=str(customers(folder / "customers.csv")), plan=PLAN, out=str(folder / "left.hunch")
    )
    do("train_file", order, TrainedFile, folder / "job")
    return folder / "left.hunch"

"""A model that was learned from a file."""

from pathlib import Path

import pytest

from desktop_app.records.orders import TrainedFile, TrainFileOrder
from tests.unit.journeys.asking import PLAN, customers, do


@pytest.fixture(scope="package")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that was learned from a file, as the command line does it."""
    folder = tmp_path_factory.mktemp("learned")
    order = TrainFileOrder(
        path=str(customers(folder / "customers.csv")), plan=PLAN, out=str(folder / "left.hunch")
    )
    do("train_file", order, TrainedFile, folder / "job")
    return folder / "left.hunch"

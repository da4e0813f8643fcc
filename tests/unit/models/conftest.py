"""One thread and one database for these tests: small models gain nothing by more."""

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits

from desktop_app.tables.duck import sharing


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """Compute on one thread: those that wait would burn the other core."""
    with threadpool_limits(1):
        yield


@pytest.fixture(autouse=True, scope="package")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Read in one database: it takes longer to come up than most of these tables."""
    with sharing(tmp_path_factory.mktemp("database")):
        yield

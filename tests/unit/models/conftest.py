"""One thread for these tests: small models gain nothing by more, and waiting threads burn the other core."""

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    """Compute on one thread."""
    with threadpool_limits(1):
        yield

"""One database for all files that these tests read."""

from collections.abc import Iterator

import pytest

from desktop_app.tables.duck import sharing


@pytest.fixture(autouse=True, scope="package")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Read in one database: it takes longer to come up than most of these tables."""
    with sharing(tmp_path_factory.mktemp("database")):
        yield

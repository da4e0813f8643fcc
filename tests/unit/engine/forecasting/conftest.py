"""Fewer trees than a person's table gets: those of tests have much to find in few rows."""

from collections.abc import Iterator

import pytest

from desktop_app.engine.forecasting import trees


@pytest.fixture(autouse=True, scope="package")
def fewer_trees() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees, "ROUNDS", 20)
        yield

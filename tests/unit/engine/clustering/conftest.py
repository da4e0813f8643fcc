"""Fewer repetitions than a person's groups get: tables of tests are clear."""

from collections.abc import Iterator

import pytest

from desktop_app.engine.clustering import grouping


@pytest.fixture(autouse=True, scope="package")
def fewer_times() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouping, "COUNTS", range(2, 5))
        patch.setattr(grouping, "REPEATS", 5)
        patch.setattr(grouping, "CHANCES", 1)
        yield

"""Files that know their own columns, read without finding out what these mean."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from desktop_app.records.tables import Wishes
from desktop_app.tables.raw import Raw, Source
from desktop_app.tables.typed.parquet_files import read_parquet
from tests.unit.tables.typed.raw_cells import Read


@pytest.fixture
def source(tmp_path: Path) -> Callable[[Path], Source]:
    def make(path: Path, wishes: Wishes | None = None) -> Source:
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        return Source(path=path, name=path.name, scratch=scratch, wishes=wishes or Wishes())

    return make


@pytest.fixture
def of_parquet(tmp_path: Path, source: Callable[..., Source]) -> Read:
    def read(query: str) -> Raw:
        path = tmp_path / "a=1" / "table[1].parquet"  # a pattern to DuckDB, and a column
        path.parent.mkdir(exist_ok=True)
        with duckdb.connect() as duck:
            duck.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
        return read_parquet(source(path))

    return read

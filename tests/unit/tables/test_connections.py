"""Tables that are looked at stay open, a few at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from desktop_app.tables.duck import connect
from desktop_app.tables.stored import connections


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders for which a database came up, one after the other."""
    folders: list[Path] = []

    def counted(*, folder: Path, **options: Any) -> duckdb.DuckDBPyConnection:
        folders.append(folder)
        return connect(folder=folder, **options)

    monkeypatch.setattr(connections, "connect", counted)
    return folders


def made(folder: Path) -> Path:
    """Return a folder with a table of ten thousand rows in it."""
    folder.mkdir()
    duckdb.sql(f"COPY (SELECT range AS row FROM range(10000)) TO '{folder / 'rows.parquet'}'")  # noqa: S608 - ours
    return folder


def row(folder: Path, number: int) -> list[tuple[Any, ...]]:
    with connections.reading(folder) as duck:
        file = str(folder / "rows.parquet")
        return duck.execute("SELECT row FROM read_parquet(?) WHERE row = ?", [file, number]).fetchall()


def test_a_table_that_is_looked_at_again_is_open(tmp_path: Path, begun: list[Path]) -> None:
    folder = made(tmp_path / "a")

    assert [row(folder, number) for number in (3, 9_999, 10_000)] == [[(3,)], [(9_999,)], []]
    assert begun == [folder]


def test_the_ones_looked_at_last_stay_open(tmp_path: Path, begun: list[Path]) -> None:
    a, b, c = (made(tmp_path / name) for name in "abc")

    for folder in (a, b, a, c, a, b):
        row(folder, 1)

    assert begun == [a, b, c, b]


def test_one_that_is_being_read_while_others_are_opened_is_read_to_its_end(tmp_path: Path) -> None:
    a, b, c = (made(tmp_path / name) for name in "abc")

    with connections.reading(a) as duck:
        found = duck.execute("SELECT row FROM read_parquet(?) ORDER BY row", [str(a / "rows.parquet")])
        row(b, 1)
        row(c, 1)

        assert len(found.fetchall()) == 10_000


def test_many_threads_read_at_once(tmp_path: Path, begun: list[Path]) -> None:
    folder = made(tmp_path / "a")

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda number: row(folder, number), range(100)))

    assert found == [[(number,)] for number in range(100)]
    assert begun == [folder]


def test_a_file_elsewhere_cannot_be_read(tmp_path: Path) -> None:
    a, b = made(tmp_path / "a"), made(tmp_path / "b")

    with connections.reading(a) as duck, pytest.raises(duckdb.PermissionException):
        duck.execute("SELECT * FROM read_parquet(?)", [str(b / "rows.parquet")])

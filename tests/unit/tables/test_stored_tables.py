import hashlib
import os
from pathlib import Path

import duckdb
import pytest

from desktop_app.tables.duck import connect, sharing
from desktop_app.tables.stored.rows import read_rows
from desktop_app.tables.stored.storage import read_table
from tests import stored_rows
from tests.unit.tables.opening import Opener


def test_the_record_of_a_table_can_be_read_again(open_file: Opener) -> None:
    opened = open_file('"say ""hi""",n\n🐧,1\nx,NA\n')

    assert read_table(opened.folder) == opened.table


def test_the_record_says_which_file_was_read(open_file: Opener) -> None:
    table = open_file("a,b\n1,2\n").table

    assert (table.name, table.size, table.rows) == ("table.csv", 8, 1)
    assert table.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


def test_a_page_of_rows_comes_from_the_middle(open_file: Opener) -> None:
    opened = open_file("n,x\n" + "".join(f"{row},y\n" for row in range(120_000)))

    page = read_rows(opened.folder, opened.table, 101_450, 3)

    assert page == [("101450", "y"), ("101451", "y"), ("101452", "y")]
    assert read_rows(opened.folder, opened.table, 119_999, 50) == [("119999", "y")]


def test_each_cell_is_stored_as_read_and_as_understood(open_file: Opener) -> None:
    opened = open_file("n,d,x\n1.50,31.01.2024,NA\n-,1.2.2024 10:30,b\n3,,b\n")

    fields = "row, r0, v0, r1, v1::VARCHAR, r2, v2"
    assert stored_rows.read_rows(opened.folder, opened.table, fields) == [
        (0, "1.50", 1.5, "31.01.2024", "2024-01-31 00:00:00", "NA", None),
        (1, "-", None, "1.2.2024 10:30", "2024-02-01 10:30:00", "b", "b"),
        (2, "3", 3.0, None, None, "b", "b"),
    ]


def test_blanks_around_a_plain_number_or_day_do_not_lose_it(open_file: Opener) -> None:
    opened = open_file("n;d\n\u00a05 ; 2024-01-31\n\t\u00a06;2024-02-01\u00a0\n7;2024-02-02\n")

    found = stored_rows.read_rows(opened.folder, opened.table, "v0, v1::DATE::VARCHAR")

    assert found == [
        (5.0, "2024-01-31"),
        (6.0, "2024-02-01"),
        (7.0, "2024-02-02"),
    ]


def test_databases_that_are_alike_are_one_while_they_are_shared(tmp_path: Path) -> None:
    with sharing(tmp_path), connect(folder=tmp_path) as first, connect(folder=tmp_path / "other") as second:
        first.execute("CREATE TABLE seen AS SELECT 1 AS x")
        first.execute("CREATE TEMP TABLE own AS SELECT 2 AS x")

        assert second.execute("FROM seen").fetchall() == [(1,)]
        for other in (second, connect(folder=tmp_path, threads=1), connect(folder=tmp_path, confined=True)):
            with pytest.raises(duckdb.CatalogException):
                other.execute("FROM own")
        with sharing(tmp_path / "within"), connect(folder=tmp_path) as third:
            assert third.execute("FROM seen").fetchall() == [(1,)]

    with connect(folder=tmp_path) as later, pytest.raises(duckdb.CatalogException):
        later.execute("FROM seen")


def test_a_shared_database_cannot_be_set_otherwise(tmp_path: Path) -> None:
    with sharing(tmp_path), connect(folder=tmp_path) as duck, pytest.raises(duckdb.InvalidInputException):
        duck.execute("SET threads = 1")


def test_a_confined_database_reads_its_folder_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    for place in (tmp_path / "inside" / "a.csv", tmp_path / "b.csv"):
        place.write_text("x\n1\n")

    with connect(folder=tmp_path / "inside", confined=True) as duck:
        assert duck.execute("FROM read_csv(?)", [str(tmp_path / "inside" / "a.csv")]).fetchall() == [(1,)]
        for path in (tmp_path / "b.csv", tmp_path / "inside" / ".." / "b.csv"):
            with pytest.raises(duckdb.PermissionException):
                duck.execute("FROM read_csv(?)", [os.fspath(path)])


def test_a_database_cannot_be_set_otherwise_or_extended(tmp_path: Path) -> None:
    with connect(folder=tmp_path) as duck:
        for statement in ("SET enable_external_access = true", "SET threads = 8", "LOAD httpfs"):
            with pytest.raises(duckdb.Error):
                duck.execute(statement)


def test_a_variable_of_ours_is_no_table(tmp_path: Path) -> None:
    secret = [1, 2]  # noqa: F841 - DuckDB would find it by its name

    with connect(folder=tmp_path) as duck, pytest.raises(duckdb.CatalogException):
        duck.execute("FROM secret")

"""Parquet becomes cells as a person would write them, and nothing is read as more than it is."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from desktop_app.tables.raw import Source
from desktop_app.tables.typed.parquet_files import read_parquet
from tests.unit.tables.typed.raw_cells import Read, cells, refused, said


def test_numbers_and_moments_of_parquet_are_written_as_a_person_would(of_parquet: Read) -> None:
    written = {
        "1.0::DOUBLE": "1",
        "0.1::FLOAT": "0.1",
        "(-0.0)::DOUBLE": "0",
        "1.10::DECIMAL(9,2)": "1.10",
        "9007199254740993::BIGINT": "9007199254740993",
        "7::BIGINT": "7",
        "true": "true",
        "''": None,
        "DATE '2024-02-01'": "2024-02-01",
        "TIMESTAMP '2024-02-01 00:00'": "2024-02-01",
        "TIMESTAMP '2024-02-01 09:30'": "2024-02-01 09:30:00",
        "TIMESTAMPTZ '2024-02-01 09:30+02'": "2024-02-01 07:30:00",
        "TIME '09:30'": "09:30:00",
    }

    raw = of_parquet(f"SELECT {', '.join(f'{value} AS c{place}' for place, value in enumerate(written))}")

    assert cells(raw) == [tuple(written.values())]
    assert raw.given == (
        *("number", "number", "number", "number", "", "number", "yes/no", ""),
        *("date", "date", "date", "date", ""),
    )
    assert list(said(raw)) == ["import.time_zone"]


def test_what_is_no_single_value_in_parquet_is_said(of_parquet: Read) -> None:
    raw = of_parquet("""SELECT [1, 2] AS list, {'a': 1} AS record, MAP {'k': 'v'} AS "map",
        'text'::BLOB AS spelled, '\\xFF\\x00'::BLOB AS picture, 'nan'::DOUBLE AS n""")

    assert raw.headings == ("list", "record", "map", "spelled", "n")
    assert cells(raw) == [("[1,2]", '{"a":1}', '{"k":"v"}', "text", None)]
    assert said(raw)["import.nested"].values["columns"] == ["list", "record", "map"]
    assert said(raw)["import.bytes_left_out"].values["columns"] == ["picture"]
    assert said(raw)["import.bytes_as_text"].values["columns"] == ["spelled"]
    assert said(raw)["find.not_finite"].values == {"count": 1, "column": "n"}


def test_names_of_parquet_that_differ_in_capitals_alone_stay_as_they_are(
    tmp_path: Path, source: Callable[..., Source]
) -> None:
    path = tmp_path / "capitals.parquet"
    with duckdb.connect() as duck:
        duck.execute(
            f"COPY (SELECT 1 AS aa, 2 AS bb, [{{'x': 1}}] AS n, 3 AS cc) TO '{path}' (FORMAT parquet)"
        )
    path.write_bytes(path.read_bytes().replace(b"bb", b"AA"))

    raw = read_parquet(source(path))

    assert raw.headings == ("aa", "AA", "n", "cc")
    assert cells(raw) == [("1", "2", '[{"x":1}]', "3")]


def test_parquet_without_rows_or_with_bytes_alone_is_refused(of_parquet: Read) -> None:
    assert refused(lambda: of_parquet("SELECT 1 AS a WHERE false")).code == "refuse.header_only"
    assert refused(lambda: of_parquet("SELECT '\\x00'::BLOB AS a")).code == "refuse.not_table"

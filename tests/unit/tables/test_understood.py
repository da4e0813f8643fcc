"""A table saved as it was understood, whatever its cells looked like."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.records.tables import Column, ColumnType, Recipe, Table
from desktop_app.tables.duck import connect
from desktop_app.tables.out.outgoing import decimal_sign
from desktop_app.tables.out.writing import write_answers, write_understood
from tests.stored_rows import write_rows

GERMAN = Recipe(format="csv", delimiter=";", readings={"price": "number-comma", "day": "date-dmy"})


def column(name: str, type_: ColumnType, position: int, **facts: Any) -> Column:
    return Column(name=name, type=type_, position=position, missing=0, distinct=2, **facts)


COLUMNS = (
    column("price", "number", 0),
    column("count", "number", 1, whole=True, minimum=-3.0, maximum=12.0),
    column("day", "date", 2),
    column("moment", "date", 3),
    column("zip", "text", 4),
    column("=note", "category", 5),
)
ROWS: Sequence[Sequence[str | None]] = (  # text as it stands, then what it means
    ("1.234,50 €", "12", "31.12.2024", "31.12.2024 10:30", "01067", "=1+1"),
    ("(120)", "-3", "01.02.2024", "01.02.2024", "k.A.", "-1,5"),
    ("k.A.", "?", None, "-", "10115", None),
)
MEANINGS = (
    ("1234.5", "12", "2024-12-31", "2024-12-31 10:30:00", "01067", "=1+1"),
    ("-120", "-3", "2024-02-01", "2024-02-01", None, "-1,5"),
    (None, None, None, None, "10115", None),
)
SQL_TYPES = {"number": "DOUBLE", "date": "TIMESTAMP"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rows of a table, as the import leaves them."""
    kinds = [SQL_TYPES.get(col.type, "VARCHAR") for col in COLUMNS]
    columns = ", ".join(f"r{n} VARCHAR, v{n} {kind}" for n, kind in enumerate(kinds))
    with connect(folder=tmp_path) as duck:
        duck.execute(f"CREATE TABLE t (row BIGINT, {columns})")
        marks = ", ".join("?" * (1 + 2 * len(COLUMNS)))
        for row, (texts, values) in enumerate(zip(ROWS, MEANINGS, strict=True)):
            cells = [cell for pair in zip(texts, values, strict=True) for cell in pair]
            duck.execute(f"INSERT INTO t VALUES ({marks})", [row, *cells])  # noqa: S608 - our marks
        write_rows(tmp_path, "FROM t", duck=duck)
    return tmp_path


def table(recipe: Recipe = GERMAN, columns: tuple[Column, ...] = COLUMNS) -> Table:
    return Table(name="t.csv", rows=len(ROWS), columns=columns, recipe=recipe)


def read_csv(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_csv_has_what_is_meant_in_the_dialect_of_the_file_that_came_in(folder: Path, tmp_path: Path) -> None:
    written = write_understood(folder, table(), tmp_path / "out.csv")

    assert read_csv(tmp_path / "out.csv", ";") == [
        ["price", "count", "day", "moment", "zip", "'=note"],
        ["1234,5", "12", "2024-12-31", "2024-12-31 10:30:00", "01067", "'=1+1"],
        ["-120", "-3", "2024-02-01", "2024-02-01 00:00:00", "", "'-1,5"],
        ["", "", "", "", "10115", ""],
    ]
    assert written.columns == ("price", "count", "day", "moment", "zip", "=note")
    assert written.marked_cells == 3


def test_a_delimiter_that_csv_cannot_have_becomes_a_comma(folder: Path, tmp_path: Path) -> None:
    write_understood(folder, table(replace(GERMAN, delimiter=" ")), tmp_path / "out.csv")

    assert read_csv(tmp_path / "out.csv", ",")[1][:2] == ["1234,5", "12"]


def test_excel_has_numbers_and_days_and_nothing_where_a_cell_means_nothing(
    folder: Path, tmp_path: Path
) -> None:
    write_understood(folder, table(), tmp_path / "out.xlsx")

    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "out.xlsx").active]
    assert [str(cell) for cell in rows[1]] == [
        *("1234.5", "12", "2024-12-31 00:00:00", "2024-12-31 10:30:00", "01067", "=1+1"),
    ]
    assert rows[1][0] == 1234.5
    assert rows[3] == [None, None, None, None, "10115", None]


def test_parquet_has_columns_of_their_types(folder: Path, tmp_path: Path) -> None:
    write_understood(folder, table(), tmp_path / "out.parquet")

    with connect(folder=tmp_path) as duck:
        found = duck.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(tmp_path / "out.parquet")])
        types = {name: kind for name, kind, *_ in found.fetchall()}
    assert types == {
        "price": "DOUBLE",
        "count": "BIGINT",
        "day": "DATE",
        "moment": "TIMESTAMP",
        "zip": "VARCHAR",
        "=note": "VARCHAR",
    }


def test_beside_answers_the_cells_stay_as_they_stand_and_numbers_are_no_formulas(
    folder: Path, tmp_path: Path
) -> None:
    answers = folder / "answers.parquet"
    with connect(folder=folder) as duck:
        duck.execute("COPY (SELECT range AS row, range + 0.25 AS a0 FROM range(3)) TO ?", [str(answers)])

    write_answers(folder, table(), answers, ["prediction"], tmp_path / "out.csv")

    rows = read_csv(tmp_path / "out.csv", ";")
    assert [row[-1] for row in rows] == ["prediction", "0,25", "1,25", "2,25"]
    assert rows[1][0] == "1.234,50 €"
    assert rows[2][1] == "-3"
    assert rows[3][:2] == ["k.A.", "?"]


@pytest.mark.parametrize(
    ("readings", "sign"),
    [
        ({}, "."),
        ({"a": "number-comma"}, ","),
        ({"a": "number-comma", "b": "number-point"}, "."),
        ({"a": "number-comma", "b": "number-comma", "c": "number-point"}, ","),
        ({"a": "date-dmy"}, "."),
    ],
)
def test_the_decimal_sign_is_that_of_most_columns(readings: dict[str, str], sign: str) -> None:
    assert decimal_sign(Recipe(format="csv", readings=readings)) == sign

"""The made-up files by which import is measured: always the same, and true to themselves."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.benchmarks.generated_files import Generated, generate
from tests.benchmarks.generated_parts import is_twofold

MADE, FEW = 80, 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Generated]:
    folder = tmp_path_factory.mktemp("made")
    return [generate(seed, folder, most_rows=FEW) for seed in range(MADE)]


def test_a_number_always_stands_for_the_same_file(made: list[Generated], tmp_path: Path) -> None:
    for seed, before in enumerate(made[:25]):
        again = generate(seed, tmp_path, most_rows=FEW)

        assert again.columns == before.columns
        assert again.rows == before.rows
        if before.path.suffix == ".csv":
            assert again.path.read_bytes() == before.path.read_bytes()


def test_samples_are_rows_of_the_table_and_values_of_the_type(made: list[Generated]) -> None:
    for one in made:
        for column in one.columns:
            assert column.samples
            for row, value in column.samples:
                assert 0 <= row < one.rows
                assert value is None or isinstance(value, float | int) == (column.type == "number")
                if column.type == "date" and isinstance(value, str):
                    datetime.fromisoformat(value)


def test_a_plain_text_file_holds_its_names_and_rows(made: list[Generated]) -> None:
    looked_at = 0
    for one in made:
        if one.path.suffix == ".csv" and set(one.habits[1:]) <= {"','", "';'", "header plain", "quotes: all"}:
            delimiter = "," if "','" in one.habits else ";"
            text = io.StringIO(one.path.read_bytes().decode(), newline="")

            names, *rows = csv.reader(text, delimiter=delimiter)

            assert names == [column.names[0] if column.names else "" for column in one.columns]
            assert len(rows) == one.rows
            assert all(
                rows[row][place] == value
                for place, column in enumerate(one.columns)
                for row, value in column.samples
                if column.type == "text"
            )
            looked_at += 1
    assert looked_at >= 5


def test_a_plain_workbook_holds_its_names_and_rows(made: list[Generated]) -> None:
    looked_at = 0
    for one in made:
        if one.path.suffix == ".xlsx" and set(one.habits[1:]) <= {"xlsx", "','", "header plain"}:
            names, *rows = load_workbook(one.path)["Data"].iter_rows(values_only=True)
            if any(names) and len(names) == len(one.columns):
                assert list(names) == [column.names[0] if column.names else None for column in one.columns]
                assert len(rows) == one.rows
                looked_at += 1
    assert looked_at >= 2


def test_every_kind_of_truth_is_among_the_files(made: list[Generated]) -> None:
    columns = [column for one in made for column in one.columns]

    assert {column.asking for column in columns} == {"never", "may", "must"}
    assert {column.type for column in columns} == {"number", "text", "date", "yes/no"}
    assert sum(one.is_plain for one in made) > len(made) / 2
    assert {one.path.suffix for one in made} >= {".csv", ".xlsx"}


@pytest.mark.parametrize(
    ("cells", "sign", "expected"),
    [
        (["1,234", "12,500", "7"], ",", True),
        (["1,234", "12,345,678"], ",", False),
        (["0.512", "1.234"], ".", False),
        (["1.234,50"], ".", False),
        (["1.5"], ".", False),
        (["12", "7"], ".", False),
        (["(1.234)", "-2.500"], ".", True),
    ],
)
def test_a_sign_is_twofold_where_decimals_and_thousands_both_fit_every_cell(
    cells: list[str], sign: str, expected: bool
) -> None:
    assert is_twofold(cells, sign) is expected

"""The cells of a stored table as SQL: texts and values side by side."""

from collections.abc import Sequence
from typing import Any

import duckdb
import pytest

from desktop_app.tables.stored.cells import cells_of
from desktop_app.tables.stored.storage import TEXTS, VALUES
from tests.unit.tables.opening import Opened, Opener

ROWS = 5_000  # more than DuckDB hands on at once
LINES = "\n".join(f"k{row % 7};{row},5 %;{'n/a' if row % 3 else 'c'}" for row in range(ROWS))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """A table of words, of amounts not written plainly, and of words with gaps; no test changes it."""
    return Opener(tmp_path_factory.mktemp("cells"))(f"kind;amount;code\n{LINES}\n")


def found(opened: Opened, fields: str, rows: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
    source = cells_of(opened.folder, opened.table.columns, rows)
    with duckdb.connect() as duck:
        return duck.execute(f"SELECT {fields} FROM {source.sql}", [*source.bound]).fetchall()  # noqa: S608 - ours


def test_each_text_stands_beside_its_value(opened: Opened) -> None:
    assert found(opened, "row, r0, v0, r1, v1, r2, v2")[2:5] == [
        (2, "k2", "k2", "2,5 %", 2.5, "n/a", None),
        (3, "k3", "k3", "3,5 %", 3.5, "c", "c"),
        (4, "k4", "k4", "4,5 %", 4.5, "n/a", None),
    ]


def test_rows_keep_their_order_and_their_values(opened: Opened) -> None:
    rows = found(opened, "row, r1, v1")

    assert [row for row, _text, _value in rows] == list(range(ROWS))
    assert all(text == f"{row},5 %" and value == row + 0.5 for row, text, value in rows)


@pytest.mark.parametrize("rows", [range(4_000, 4_003), [4_002, 7, 4_000], range(0), []])
def test_some_rows_are_those_that_were_asked_for(opened: Opened, rows: Sequence[int]) -> None:
    found_rows = found(opened, "row, r1, v1", rows)

    assert sorted(found_rows) == [(row, f"{row},5 %", row + 0.5) for row in sorted(rows)]


def test_the_number_of_a_row_needs_no_column(opened: Opened) -> None:
    source = cells_of(opened.folder, (), range(3, 5))

    with duckdb.connect() as duck:
        rows = duck.execute(f"SELECT row FROM {source.sql}", [*source.bound]).fetchall()  # noqa: S608 - ours

    assert rows == [(3,), (4,)]


def test_a_text_that_is_its_own_value_is_stored_once(opened: Opened) -> None:
    with duckdb.connect() as duck:
        names = [
            duck.execute("FROM read_parquet(?)", [str(opened.folder / file)]).fetchdf().columns.tolist()
            for file in (VALUES, TEXTS)
        ]

    assert names == [["row", "v1", "v2"], ["r0", "r1", "r2"]]
    assert [column.as_read for column in opened.table.columns] == [True, False, False]

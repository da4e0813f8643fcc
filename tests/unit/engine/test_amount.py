"""How many rows are learned from is known before they are read."""

from desktop_app.engine.amount import FEWEST, rows_that_fit
from desktop_app.records.tables import ColumnType

GIB = 1024**3
NUMBERS: dict[str, ColumnType] = {f"n{place}": "number" for place in range(20)}
TEXTS: dict[str, ColumnType] = {f"t{place}": "text" for place in range(20)}


def test_a_large_table_is_learned_from_whole_but_a_very_large_one_is_not() -> None:
    assert 1_000_000 < rows_that_fit(NUMBERS, 0) < 2_000_000
    assert rows_that_fit(NUMBERS, 4 * GIB) == rows_that_fit(NUMBERS, 0)
    assert rows_that_fit({}, 0) > 1_000_000


def test_less_memory_means_fewer_rows() -> None:
    rows = [rows_that_fit(NUMBERS, int(memory * GIB)) for memory in (4, 2, 1.5)]

    assert rows[0] > rows[1] > rows[2] > 0


def test_texts_take_more_memory_than_numbers() -> None:
    assert rows_that_fit(TEXTS, 4 * GIB) < rows_that_fit(NUMBERS, 4 * GIB)


def test_a_computer_without_memory_still_learns_from_a_few_rows() -> None:
    assert rows_that_fit(NUMBERS, GIB // 2) == FEWEST

"""How many rows are learned from is known before they are read."""

from desktop_app.engine.amount import FEWEST, share_that_fits
from desktop_app.records.tables import ColumnType

GIB = 1024**3
NUMBERS: dict[str, ColumnType] = {f"n{place}": "number" for place in range(20)}
TEXTS: dict[str, ColumnType] = {f"t{place}": "text" for place in range(20)}


def test_every_row_is_learned_from_where_there_is_room() -> None:
    assert share_that_fits(500_000, NUMBERS, 4 * GIB) == 1
    assert share_that_fits(3, {}, 0) == 1


def test_of_very_many_rows_no_more_are_learned_from_however_many_there_are() -> None:
    five, fifty = (share_that_fits(rows, NUMBERS, 0) * rows for rows in (5_000_000, 50_000_000))

    assert 1_000_000 < five == fifty < 2_000_000


def test_less_memory_means_fewer_rows() -> None:
    rows = [share_that_fits(5_000_000, NUMBERS, int(memory * GIB)) for memory in (4, 2, 1.5)]

    assert rows[0] > rows[1] > rows[2] > 0


def test_texts_take_more_memory_than_numbers() -> None:
    assert share_that_fits(1_000_000, TEXTS, 4 * GIB) < share_that_fits(1_000_000, NUMBERS, 4 * GIB)


def test_a_computer_without_memory_still_learns_from_a_few_rows() -> None:
    assert share_that_fits(200_000, NUMBERS, GIB // 2) * 200_000 == FEWEST

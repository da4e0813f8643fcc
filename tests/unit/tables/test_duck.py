"""How much memory writing a table may take, and that what it keeps of it fits."""

import pytest

from desktop_app.tables.duck import memory_for, threads_for
from desktop_app.tables.row_groups import form_for

CELL = 16  # bytes of memory, for a short text


@pytest.mark.parametrize("columns", [1, 40, 73, 130, 200, 201, 601, 2_000, 32_769])
def test_the_rows_that_every_thread_keeps_fit_into_half_of_the_memory(columns: int) -> None:
    rows = form_for(columns).rows

    assert threads_for(columns) * rows * columns * CELL <= memory_for(columns) / 2
    assert rows % 2_048 == 0


def test_a_tall_table_of_300_columns_is_not_of_too_many_groups() -> None:
    rows = form_for(601).rows

    assert 5_000_000 / rows < 150, "the end of the file names each column of each"

"""How large a table is, in words."""

import pytest

from desktop_app.language import say
from desktop_app.reports.table_size import size_words


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [(4, 1, "4 rows, 1 column."), (1, 4, "1 row, 4 columns."), (0, 1, "0 rows, 1 column.")],
)
def test_rows_and_columns_are_counted_each_by_itself(rows: int, columns: int, said: str) -> None:
    assert say("{rows}, {columns}.", size_words(rows, columns)) == said

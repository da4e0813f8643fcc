"""A batch takes as much memory of a wide table as of a narrow one, however long both are."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.models import answer_file
from desktop_app.models.answer_file import AnswerFile
from desktop_app.models.batches import FEWEST_ROWS, MANY, MOST_ROWS, ROWS, rows_of


@pytest.mark.parametrize(
    ("columns", "rows"), [(0, ROWS), (1, ROWS), (20, ROWS), (400, 10_000), (10_000, FEWEST_ROWS)]
)
def test_a_wide_table_is_read_fewer_rows_at_a_time(columns: int, rows: int) -> None:
    assert rows_of(columns) == rows


@pytest.mark.parametrize(("columns", "rows"), [(1, MOST_ROWS), (20, MOST_ROWS), (400, 10_000)])
def test_of_a_narrow_table_of_many_rows_more_are_read_at_a_time(columns: int, rows: int) -> None:
    assert rows_of(columns, MANY) == rows


@pytest.mark.parametrize("rows", [1, 2, 7, 10])
def test_the_middle_of_many_amounts_is_that_of_few(
    rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_file, "SORTED_FROM", 0)
    amounts = np.random.default_rng(rows).normal(size=rows)

    with AnswerFile(tmp_path / "answers.parquet", ("DOUBLE", "VARCHAR"), "question") as file:
        file.add([amounts, np.full(rows, "", dtype=np.object_)])
        file.finish()
        sums = file.sums(1)

    assert (sums.low, sums.middle, sums.high) == pytest.approx(
        (amounts.min(), np.median(amounts), amounts.max())
    )

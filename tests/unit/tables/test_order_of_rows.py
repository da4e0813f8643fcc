"""Whether rows stand in the order of a column, for the question how a model is tested."""

from pathlib import Path

import pytest

from desktop_app.records.tables import Column
from desktop_app.tables.stored.order import order_of
from tests.stored_rows import write_rows

DAY = Column(name="day", type="date", position=0, missing=0, distinct=100)
AT = "TIMESTAMP '2024-01-01' + to_days(({day})::INT)"


def stored(folder: Path, day: str) -> Path:
    moment = AT.format(day=day)
    write_rows(folder, f"SELECT range AS row, {moment} AS v0, '' AS r0 FROM range(1000)")  # noqa: S608 - ours
    return folder


@pytest.mark.parametrize(
    "day", ["range", "1000 - range", "range * range", "range // 50", "nullif(range, 500)"]
)
def test_rows_that_follow_a_column_up_or_down_are_in_its_order(day: str, tmp_path: Path) -> None:
    assert order_of(stored(tmp_path, day), DAY) > 0.98


@pytest.mark.parametrize("day", ["range * 7919 % 1000", "range % 50", "7", "NULL"])
def test_rows_in_another_order_or_none_are_not(day: str, tmp_path: Path) -> None:
    assert order_of(stored(tmp_path, day), DAY) < 0.1


def test_a_column_whose_texts_are_its_values_can_be_asked_about(tmp_path: Path) -> None:
    write_rows(tmp_path, "SELECT range AS row, lpad(range::VARCHAR, 4, '0') AS r0 FROM range(1000)")

    assert (
        order_of(tmp_path, Column(name="n", type="id", position=0, missing=0, distinct=1000, as_read=True))
        > 0.98
    )

"""Values stay beside the texts that they were read from, and rows in their order, in long files, too."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.errors import DataError
from desktop_app.tables.duck import connect
from desktop_app.tables.row_groups import form_for
from desktop_app.tables.stored.frames import check_rising, read_frame
from desktop_app.tables.stored.storing import check_order
from tests.unit.tables.opening import Opened, Opener

MARKS = ("N/A", "-", "?", "null", "none", "n.a.", "unknown", "NA")  # ways of saying nothing
ROWS = 2 * form_for(3).rows + 1_000


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """A long table whose third column holds what is in the first, or nothing in one of many ways."""
    lines = (
        f"{row},name{row % 7},{MARKS[row // 10 % len(MARKS)] if row % 10 == 0 else row % 97}"
        for row in range(ROWS)
    )
    return Opener(tmp_path_factory.mktemp("long"))("\n".join(["number,name,age", *lines, ""]))


def test_values_are_those_of_their_row_however_many_ways_there_are_of_saying_nothing(opened: Opened) -> None:
    assert set(opened.table.recipe.missing_marks) == set(MARKS)
    assert opened.column("age").type == "number"

    frame = read_frame(opened.folder, opened.table, {"number": "number", "age": "number"})

    number = frame["number"].to_numpy()
    assert np.array_equal(number, np.arange(ROWS))
    expected = np.where(number % 10 == 0, np.nan, number % 97)
    assert np.array_equal(frame["age"].to_numpy(), expected, equal_nan=True)


def test_a_long_list_in_a_question_is_no_join(tmp_path: Path) -> None:
    with connect(folder=tmp_path) as duck:
        duck.execute("CREATE TEMP TABLE t AS SELECT range::VARCHAR AS cell FROM range(10)")
        (_, plan), *_ = duck.execute(
            "EXPLAIN SELECT list_contains(?, cell) FROM t", [[*"abcdefghijkl"]]
        ).fetchall()

    assert "IN ('a', 'b'" in plan
    assert "Join" not in plan


def test_a_table_whose_values_lie_in_another_order_is_not_kept(tmp_path: Path) -> None:
    with connect(folder=tmp_path) as duck:
        for name, order in (("right", "row"), ("wrong", "row DESC")):
            duck.execute(
                f"COPY (SELECT range AS row FROM range(9) ORDER BY {order}) TO ?",  # noqa: S608 - ours
                [str(tmp_path / f"{name}.parquet")],
            )

        check_order(duck, tmp_path / "right.parquet")
        with pytest.raises(ValueError, match="order of their texts"):
            check_order(duck, tmp_path / "wrong.parquet")


@pytest.mark.parametrize("rows", [[], [3], [3, 4, 9]])
def test_rows_that_rise_are_in_the_order_of_the_file(rows: list[int]) -> None:
    check_rising(np.array(rows, dtype=np.int64))


@pytest.mark.parametrize("rows", [[3, 3], [0, 2, 1]])
def test_other_rows_are_refused(rows: list[int]) -> None:
    with pytest.raises(DataError) as met:
        check_rising(np.array(rows, dtype=np.int64))

    assert met.value.code == "table.order"

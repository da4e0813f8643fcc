"""Which rows a condition holds for."""

import numpy as np
import pytest

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.evaluation.where import all_hold, holds
from desktop_app.records.insights import Where
from tests.unit.engine.made import frame_of

FRAME = frame_of(
    age=[18.0, 40.0, np.nan, 60.0],
    joined=np.array(["2020-01-01", "NaT", "2021-06-01T12:00", "2022-01-01"], dtype="datetime64[us]"),
    plan=["gold", "basic", None, "gold"],
    remark=["late", None, "paid", ""],
)
CELLS = read_cells(
    FRAME, layout_of({"age": "number", "joined": "date", "plan": "category", "remark": "text"})
)
FIRST_OF_2021 = 18628.0


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        (Where(column="age", high=40.0), [0]),
        (Where(column="age", low=40.0), [1, 3]),
        (Where(column="age", low=18.0, high=60.0), [0, 1]),
        (Where(column="age", is_empty=True), [2]),
        (Where(column="age", high=40.0, is_empty=True), [0, 2]),
        (Where(column="joined", low=FIRST_OF_2021, is_date=True), [2, 3]),
        (Where(column="joined", high=FIRST_OF_2021, is_empty=True, is_date=True), [0, 1]),
        (Where(column="plan", values=("gold",)), [0, 3]),
        (Where(column="plan", values=("gold", "basic")), [0, 1, 3]),
        (Where(column="plan", values=("basic", "never seen"), is_empty=True), [1, 2]),
        (Where(column="plan", is_empty=True), [2]),
        (Where(column="remark", is_empty=True), [1, 3]),
    ],
)
def test_a_condition_holds_for_its_rows(where: Where, rows: list[int]) -> None:
    assert np.flatnonzero(holds(where, CELLS)).tolist() == rows


def test_several_conditions_hold_together() -> None:
    both = (Where(column="plan", values=("gold",)), Where(column="age", low=50.0))

    assert np.flatnonzero(all_hold(both, CELLS)).tolist() == [3]
    assert all_hold((), CELLS).all()


def test_a_column_that_is_not_there_is_no_condition() -> None:
    with pytest.raises(KeyError):
        holds(Where(column="height", low=1.0), CELLS)

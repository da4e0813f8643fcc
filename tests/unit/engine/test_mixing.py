"""Rows made of the cells of several others."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.explanation.mixing import (
    OWN,
    assembled,
    cell_of,
    mixed,
    on_one_list,
    without_unused,
)
from desktop_app.records.asking import Cell
from tests.unit.engine.made import frame_of

LAYOUT = Layout(numbers=("size", "age"), dates=("day",), categories=("plan",), texts=("note",))
NAMES = LAYOUT.names
DAYS = np.array(["2024-02-29", "NaT", "1969-12-31T06:30:00"], dtype="datetime64[us]")


def rows() -> Cells:
    return read_cells(
        frame_of(
            size=[1.0, 2.0, 3.0],
            age=[10.0, np.nan, 30.0],
            day=DAYS,
            plan=["gold", "basic", None],
            note=["late", "paid late", ""],
        ),
        LAYOUT,
    )


def one(**cells: Any) -> Cells:
    frame = frame_of(size=[7.0], age=[70.0], day=DAYS[:1], plan=["diamond"], note=["new"])
    return read_cells(frame.assign(**cells), LAYOUT)


def shown(cells: Cells, row: int) -> dict[str, Cell]:
    return {name: cell_of(cells, row, name) for name in NAMES}


def test_a_cell_is_told_as_a_plain_value() -> None:
    assert [shown(rows(), row) for row in range(3)] == [
        {"size": 1.0, "age": 10.0, "day": "2024-02-29", "plan": "gold", "note": "late"},
        {"size": 2.0, "age": None, "day": None, "plan": "basic", "note": "paid late"},
        {"size": 3.0, "age": 30.0, "day": "1969-12-31T06:30:00", "plan": None, "note": None},
    ]


def test_cells_of_two_tables_stand_in_one_row() -> None:
    others, own = on_one_list(rows(), one())
    taken = np.array([[name in ("age", "plan") for name in NAMES]] * 3)

    found = mixed(others, own, taken)

    assert shown(found, 1) == shown(rows(), 1) | {"age": 70.0, "plan": "diamond"}
    assert shown(found, 2) == shown(rows(), 2) | {"age": 70.0, "plan": "diamond"}


@pytest.mark.parametrize("plan", ["gold", "diamond", None])
def test_tables_with_other_lists_of_levels_keep_their_values(plan: str | None) -> None:
    first, second = on_one_list(rows(), one(plan=np.array([plan], dtype=object)))

    assert first.levels == second.levels
    assert [cell_of(first, row, "plan") for row in range(3)] == ["gold", "basic", None]
    assert cell_of(second, 0, "plan") == plan


def test_levels_that_no_row_has_are_left_out() -> None:
    some = without_unused(rows().take(np.array([2, 1])))

    assert some.levels == (("basic",),)
    assert [cell_of(some, row, "plan") for row in range(2)] == [None, "basic"]


def test_each_cell_of_a_row_may_come_from_another_row() -> None:
    donors, row = on_one_list(rows(), one())
    places = np.array([[1, 2, OWN], [OWN, OWN, OWN]])

    found = assembled(row, donors, ("plan", "size", "day"), places)

    assert shown(found, 0) == shown(one(), 0) | {"plan": "basic", "size": 3.0}
    assert shown(found, 1) == shown(one(), 0)


def test_rows_of_one_kind_of_cell_only_are_mixed_as_well() -> None:
    layout = Layout(categories=("plan",))
    donors = read_cells(frame_of(plan=["gold", "basic"]), layout)

    found = assembled(donors.take(np.array([0])), donors, ("plan",), np.array([[1], [OWN]]))

    assert [cell_of(found, row, "plan") for row in range(2)] == ["basic", "gold"]

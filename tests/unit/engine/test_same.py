"""Columns that repeat the column to predict are found, and no others."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.leaks.same import same_columns
from desktop_app.engine.target import read_target
from desktop_app.records.plans import LeftOut, Task
from tests.unit.engine.made import frame_of, table_for

ROWS = 200
KINDS = np.tile(["a", "b", "c", "b"], ROWS // 4)
AMOUNTS = np.random.default_rng(0).normal(size=ROWS)


def same_of(target: Any, other: Any) -> list[LeftOut]:
    frame = frame_of(y=target, x=other)
    task: Task = "regression" if frame["y"].dtype == np.float64 else "classification"
    cells = read_cells(frame, layout_of({"x": "number" if frame["x"].dtype == np.float64 else "category"}))
    return same_columns(cells, read_target(frame, table_for(frame).columns[0], task))


def mostly(values: Any, others: int) -> Any:
    """Return the same values but for the first rows."""
    changed = np.array(values)
    changed[:others] = np.roll(changed, 1)[:others]
    return changed


@pytest.mark.parametrize(
    ("target", "twin"),
    [
        (KINDS, KINDS),
        (KINDS, pd.Series(KINDS).map({"a": "left", "b": "stayed", "c": "moved"})),
        (KINDS, pd.Series(KINDS).map({"a": 7, "b": 1, "c": 3})),
        (
            pd.Series(KINDS).map({"a": "7", "b": "1", "c": "3"}),
            pd.Series(KINDS).map({"a": 7, "b": 1, "c": 3}),
        ),
        (AMOUNTS, AMOUNTS),
        (AMOUNTS, AMOUNTS.astype(str)),
        (AMOUNTS, AMOUNTS * (1 + 1e-12)),
    ],
)
def test_a_twin_is_found_whatever_its_names(target: Any, twin: Any) -> None:
    assert same_of(target, twin) == [LeftOut(column="x", reason="same", count=ROWS)]


def test_a_twin_in_nearly_all_rows_is_one_and_the_rows_are_counted() -> None:
    assert same_of(AMOUNTS, mostly(AMOUNTS, 2)) == [LeftOut(column="x", reason="same", count=ROWS - 2)]
    assert same_of(AMOUNTS, mostly(AMOUNTS, 3)) == []


@pytest.mark.parametrize(
    "other",
    [
        pd.Series(KINDS).map({"a": "x", "b": "x", "c": "y"}),  # coarser
        [f"{kind}{row % 3}" for row, kind in enumerate(KINDS)],  # finer
        mostly(pd.Series(KINDS).map({"a": "left", "b": "stayed", "c": "moved"}).to_numpy(), 1),
        np.where(KINDS == "a", np.nan, 1.0),
        AMOUNTS,
    ],
)
def test_a_column_that_only_helps_is_no_twin(other: Any) -> None:
    assert same_of(KINDS, other) == []


def test_missing_cells_are_equal_to_nothing() -> None:
    assert same_of(AMOUNTS, np.where(np.arange(ROWS) < 100, np.nan, AMOUNTS)) == []

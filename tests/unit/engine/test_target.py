"""The column to predict, as codes or amounts."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.target import Target, read_target
from desktop_app.records.plans import Task
from tests.unit.engine.made import frame_of, table_for


def target_of(values: Any, task: Task = "classification", *, number: bool = False) -> Target:
    frame = pd.DataFrame({"y": values}) if isinstance(values, pd.Series) else frame_of(y=values)
    column = table_for(frame, y="category").columns[0]
    return read_target(frame, replace(column, type="number") if number else column, task)


def test_kinds_are_in_the_order_of_letters_whatever_their_case() -> None:
    target = target_of(["oak", "Beech", "ash", "oak"])

    assert target.classes == ("ash", "Beech", "oak")
    assert target.values.tolist() == [2, 1, 0, 2]
    assert target.counts.tolist() == [1, 1, 2]
    assert target.common == "oak"


def test_kinds_that_are_numbers_are_in_the_order_of_their_size() -> None:
    assert target_of(["10", "9", "-1"]).classes == ("-1", "9", "10")


def test_two_spellings_of_a_number_are_one_kind_written_as_most_cells_write_it() -> None:
    target = target_of(["1.0", "1", "1.0", "2", "two"], number=True)

    assert target.classes == ("1.0", "2")
    assert target.values.tolist() == [0, 0, 0, 1]
    assert target.rows.tolist() == [0, 1, 2, 3]


def test_two_spellings_of_a_word_are_two_kinds() -> None:
    assert target_of(["1.0", "1", "x"]).classes == ("1", "1.0", "x")


def test_rows_without_a_kind_are_left_out_and_counted() -> None:
    target = target_of(["a", None, "b", None])

    assert target.rows.tolist() == [0, 2]
    assert target.of == 4


def test_levels_that_no_row_has_are_no_kinds() -> None:
    levels = pd.Categorical(["b", "c", None], categories=["a", "b", "c"])

    target = target_of(pd.Series(levels, name="y"))

    assert target.classes == ("b", "c")
    assert target.values.tolist() == [0, 1]


def test_rows_without_a_finite_number_are_left_out() -> None:
    target = target_of([1.5, np.nan, np.inf, -2.0], "regression")

    assert target.rows.tolist() == [0, 3]
    assert target.amounts.tolist() == [1.5, -2.0]
    assert (target.classes, target.common, target.answers) == ((), "", 1)


@pytest.mark.parametrize("sign", [1, -1])
def test_numbers_beyond_measure_still_have_a_square(sign: int) -> None:
    assert target_of([sign * 1e300, 0.0], "regression").values[0] == sign * 1e30

"""A table as the learner holds it."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.cells import LARGEST, Cells, Layout, layout_of, read_cells
from tests.unit.engine.made import frame_of

LAYOUT = Layout(numbers=("age",), dates=("joined",), categories=("plan",), texts=("remark",))
DAY = np.datetime64("1970-01-03T12:00")


def frame() -> pd.DataFrame:
    return frame_of(
        age=[1.5, np.nan, 3.0],
        joined=np.array([DAY, "NaT", DAY], dtype="datetime64[us]"),
        plan=["b", None, "a"],
        remark=["late", None, "paid"],
    )


def cells() -> Cells:
    return read_cells(frame(), LAYOUT)


def plans(of: Cells) -> list[str | None]:
    return [None if code < 0 else of.levels[0][code] for code in of.codes[:, 0]]


def test_each_kind_of_column_has_its_own_form_of_missing() -> None:
    found = cells()

    assert found.numbers[:, 0].tolist() == pytest.approx([1.5, np.nan, 3.0], nan_ok=True)
    assert found.days[:, 0].tolist() == pytest.approx([2.5, np.nan, 2.5], nan_ok=True)
    assert plans(found) == ["b", None, "a"]
    assert found.texts[:, 0].tolist() == ["late", "", "paid"]


def test_levels_of_a_categorical_are_kept_with_those_that_no_row_has() -> None:
    plan = pd.Series(pd.Categorical(["b", None], categories=["a", "b"]), name="plan")

    found = read_cells(plan.to_frame(), Layout(categories=("plan",)))

    assert found.levels == (("a", "b"),)
    assert found.codes[:, 0].tolist() == [1, -1]


def test_columns_that_are_not_there_are_missing_in_every_row() -> None:
    found = read_cells(pd.DataFrame(index=range(2)), LAYOUT)

    assert len(found) == 2
    assert np.isnan(found.numbers).all()
    assert np.isnan(found.days).all()
    assert plans(found) == [None, None]
    assert found.texts[:, 0].tolist() == ["", ""]


@pytest.mark.parametrize(("cell", "read"), [(np.inf, LARGEST), (-np.inf, -LARGEST), (1e300, LARGEST)])
def test_numbers_beyond_single_precision_are_held_at_its_end(cell: float, read: float) -> None:
    found = read_cells(frame_of(age=[cell]), Layout(numbers=("age",)))

    assert found.numbers[0, 0] == read
    assert np.isfinite(np.float32(found.numbers[0, 0]))


def test_columns_of_each_kind_stay_in_the_order_of_the_table() -> None:
    layout = layout_of({"z": "number", "t": "text", "a": "number", "d": "date", "c": "category"})

    assert layout.numbers == ("z", "a")
    assert layout.names == ("z", "a", "d", "c", "t")


@pytest.mark.parametrize("rows", [np.array([2, 0]), slice(1, 3)])
def test_some_rows_are_taken_in_all_columns(rows: Any) -> None:
    found, expected = cells().take(rows), read_cells(frame().iloc[rows], LAYOUT)

    assert plans(found) == plans(expected)
    for name in ("numbers", "days", "texts"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))


def test_tables_of_the_same_columns_are_put_below_each_other() -> None:
    both = Cells.stacked([cells(), cells().take(slice(0, 1))])

    assert plans(both) == ["b", None, "a", "b"]
    assert both.texts[:, 0].tolist() == ["late", "", "paid", "late"]


@pytest.mark.parametrize("name", LAYOUT.names)
def test_one_column_alone_keeps_its_cells(name: str) -> None:
    one = cells().only(frozenset({name}))

    assert one.layout.names == (name,)
    assert len(one) == 3
    assert [one.numbers.shape[1], one.days.shape[1], one.codes.shape[1], one.texts.shape[1]].count(1) == 1
    assert len(one.levels) == one.codes.shape[1]


@pytest.mark.parametrize("name", LAYOUT.names)
def test_mixing_up_moves_the_cells_of_one_column_and_of_no_other(name: str) -> None:
    before = cells()

    mixed = before.mixed_up(name, np.array([2, 1, 0]))

    moved, turned = mixed.only(frozenset({name})), before.only(frozenset({name})).take(slice(None, None, -1))
    rest = frozenset(LAYOUT.names) - {name}
    for one, other in ((moved, turned), (mixed.only(rest), before.only(rest)), (before, cells())):
        for field in ("numbers", "days", "codes", "texts"):
            np.testing.assert_array_equal(getattr(one, field), getattr(other, field))


@pytest.mark.parametrize(
    ("name", "cells_of_it"), [("age", 7.0), ("joined", [1.0, 2.0, 3.0]), ("plan", 0), ("remark", "new")]
)
def test_the_cells_of_one_column_can_be_others(name: str, cells_of_it: Any) -> None:
    before = cells()

    after = before.with_column(name, cells_of_it)

    rest = frozenset(LAYOUT.names) - {name}
    assert after.column(name).tolist() == (
        cells_of_it if isinstance(cells_of_it, list) else [cells_of_it] * len(before)
    )
    for one, other in ((after.only(rest), before.only(rest)), (before, cells())):
        for field in ("numbers", "days", "codes", "texts"):
            np.testing.assert_array_equal(getattr(one, field), getattr(other, field))


def test_a_column_that_is_not_learned_from_cannot_be_mixed_up() -> None:
    with pytest.raises(KeyError):
        cells().mixed_up("left", np.arange(3))

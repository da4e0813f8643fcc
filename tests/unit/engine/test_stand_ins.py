"""Columns that tell the group, also where the group itself is left out."""

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.leaks.stand_ins import TOLD, stand_ins
from desktop_app.records.plans import Role
from tests.unit.engine.made import frame_of

ROLES: dict[str, Role] = {"title": "category", "age": "number", "height": "number", "joined": "date"}


def cells(rows: int, codes: Ints, seed: int = 0) -> Cells:
    """Return columns of which the title tells the group, the height hints at it, and the rest does not."""
    dice = np.random.default_rng(seed)
    frame = frame_of(
        title=np.where(codes == 0, dice.choice(["Mr", "Sir"], rows), dice.choice(["Ms", "Mrs"], rows)),
        age=dice.normal(40, 10, rows),
        height=dice.normal(170 + 10 * (codes == 0), 8),
        joined=np.datetime64("2020-01-01") + dice.integers(0, 900, rows).astype("timedelta64[D]"),
    )
    return read_cells(frame, layout_of(ROLES))


def test_a_column_that_tells_the_group_is_named_and_no_other() -> None:
    codes = np.arange(400) % 2

    found = stand_ins(cells(400, codes), codes, seed=0)

    assert [one.column for one in found] == ["title"]
    assert found[0].told > 0.95


def test_it_is_balanced_a_rare_group_counts_as_much() -> None:
    codes = (np.arange(1000) % 20 == 0).astype(np.int64)

    found = stand_ins(cells(1000, codes), codes, seed=0)

    assert [one.column for one in found] == ["title"]


def test_a_group_of_few_rows_is_not_told_by_anything() -> None:
    codes = (np.arange(200) < 20).astype(np.int64)

    assert stand_ins(cells(200, codes), codes, seed=0) == ()


def test_rows_in_no_group_are_left_out() -> None:
    codes = np.arange(400) % 2
    some = np.where(np.arange(400) < 100, -1, codes)

    assert [one.column for one in stand_ins(cells(400, codes), some, seed=0)] == ["title"]


def test_values_by_which_nothing_can_be_learned_tell_nothing() -> None:
    codes = np.arange(400) % 2
    frame = frame_of(title=np.array([f"person {row}" for row in range(400)]))

    assert stand_ins(read_cells(frame, layout_of({"title": "category"})), codes, seed=0) == ()


def test_what_is_named_is_most_of_the_way_from_chance_to_perfect() -> None:
    codes = np.arange(600) % 3
    dice = np.random.default_rng(0)
    almost = np.where(dice.random(600) < 0.95, codes, dice.integers(0, 3, 600))
    frame = frame_of(title=np.array(["a", "b", "c"])[almost])

    (found,) = stand_ins(read_cells(frame, layout_of({"title": "category"})), codes, seed=0)

    assert TOLD < found.told < 1

"""The nearest change of few cells that brings about another answer."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.explanation.changes import MOST_CELLS, nearest_change
from desktop_app.engine.explanation.mixing import cell_of
from desktop_app.engine.explanation.wished import Ahead, from_chance, likeliest, more_than, other_than
from tests.unit.engine.made import frame_of
from tests.unit.models.made import Kind, customers, trained

LAYOUT = layout_of({"size": "number", "age": "number", "plan": "category", "colour": "category"})


class Rule:
    """A model that answers by a rule of ours: how much of it holds for each row."""

    def __init__(self, holds: Callable[[Cells], Any]) -> None:
        self._holds = holds

    def answers(self, cells: Cells) -> Floats:
        chances = np.asarray(self._holds(cells), dtype=np.float64)
        return np.stack([1 - chances, chances], axis=1)


def changes(before: Cells, after: Cells | None) -> dict[str, Any]:
    assert after is not None
    names = before.layout.names
    pairs = {name: (cell_of(before, 0, name), cell_of(after, 0, name)) for name in names}
    return {name: new for name, (old, new) in pairs.items() if old != new}


@pytest.mark.parametrize(("kind", "target"), [("forest", "left"), ("boosting", "spent"), ("linear", "left")])
def test_a_change_changes_the_answer_by_values_that_occur_in_columns_that_may(
    kind: Kind, target: str
) -> None:
    predictor = trained(kind, target).predictor
    cells = read_cells(customers(), predictor.layout)
    allowed = tuple(name for name in predictor.layout.names if name != "joined")
    occurring = {name: {cell_of(cells, row, name) for row in range(len(cells))} for name in allowed}
    found = 0

    for place in range(0, 60, 4):
        row = cells.take(slice(place, place + 1))
        before = predictor.model.answers(row)
        wish = (
            other_than(int(before.argmax())) if predictor.classes else more_than(before[0, 0], 5, more=True)
        )
        after = nearest_change(predictor.model, row, cells, allowed, wish)
        if after is not None:
            found += 1
            now = predictor.model.answers(after)
            if predictor.classes:
                assert now.argmax() != before.argmax()
            else:
                assert now[0, 0] >= before[0, 0] + 5 - 1e-9
            assert 1 <= len(changes(row, after)) <= MOST_CELLS
            assert all(value in occurring[name] for name, value in changes(row, after).items())

    assert found > 5


def table() -> Cells:
    dice = np.random.default_rng(2)
    frame = frame_of(
        size=np.arange(200.0),
        age=dice.integers(0, 50, 200).astype(float),
        plan=dice.choice(["basic", "gold", "silver"], 200),
        colour=dice.choice(["red", "blue"], 200),
    )
    return read_cells(frame, LAYOUT)


def row(**cells: Any) -> Cells:
    values: dict[str, Any] = {"size": 20.0, "age": 10.0, "plan": "basic", "colour": "red"} | cells
    return read_cells(frame_of(**{name: [value] for name, value in values.items()}), LAYOUT)


def is_kind(cells: Cells, name: str, kind: str) -> Any:
    names = cells.levels[cells.layout.categories.index(name)]
    return np.array([*(one == kind for one in names), False])[cells.column(name)]


def found(holds: Callable[[Cells], Any], start: Cells, *allowed: str, wish: Ahead | None = None) -> Any:
    return nearest_change(Rule(holds), start, table(), allowed, wish or likeliest(1))  # type: ignore[arg-type]


def test_a_number_moves_no_farther_than_it_must() -> None:
    after = found(lambda cells: cells.column("size") > 117.5, row(), "size", "age", "plan", "colour")

    assert changes(row(), after) == {"size": 118.0}


def test_one_cell_counts_before_two_and_a_near_one_before_a_far_one() -> None:
    def holds(cells: Cells) -> Any:
        near = (cells.column("age") > 12) & is_kind(cells, "colour", "blue")
        return near | (cells.column("size") > 150) | is_kind(cells, "plan", "gold")

    assert set(changes(row(), found(holds, row(), "size", "age", "plan", "colour"))) == {"size"}


def test_several_cells_change_where_no_single_one_will_do() -> None:
    def holds(cells: Cells) -> Any:
        parts = [cells.column("size") > 60, is_kind(cells, "plan", "gold"), is_kind(cells, "colour", "blue")]
        return sum(np.where(part, 0.2, 0.0) for part in parts)

    after = found(holds, row(), "size", "age", "plan", "colour")

    assert changes(row(), after) == {"size": 61.0, "plan": "gold", "colour": "blue"}


def test_nothing_changes_where_no_column_that_may_change_will_do() -> None:
    def holds(cells: Cells) -> Any:
        return is_kind(cells, "plan", "gold")

    assert found(holds, row(), "size", "age", "colour") is None
    assert found(holds, row()) is None
    assert found(holds, row(), "no such column") is None


def test_nothing_changes_where_the_answer_is_as_wished_already() -> None:
    assert found(lambda cells: is_kind(cells, "plan", "basic"), row(), "plan") is None


def test_an_empty_cell_can_be_filled_and_an_unknown_kind_replaced() -> None:
    start = row(age=np.nan, plan="diamond")

    def holds(cells: Cells) -> Any:
        return np.where(cells.column("age") >= 0, 0.3, 0.0) + np.where(
            is_kind(cells, "plan", "silver"), 0.4, 0
        )

    after = changes(start, found(holds, start, "age", "plan"))

    assert after.keys() == {"age", "plan"}
    assert after["plan"] == "silver"


def test_a_wish_says_how_far_answers_are_ahead() -> None:
    answers = np.array([[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]])
    amounts = np.array([[10.0], [12.0], [12.5], [7.0]])

    assert likeliest(1)(answers).tolist() == pytest.approx([0.2, -0.5])
    assert other_than(1)(answers).tolist() == pytest.approx([-0.2, 0.5])
    assert (more_than(10.0, 2.0, more=True)(amounts) > 0).tolist() == [False, True, True, False]
    assert (more_than(10.0, 2.0, more=False)(amounts) > 0).tolist() == [False, False, False, True]
    assert (more_than(10.0, 0.0, more=True)(amounts) > 0).tolist() == [False, True, True, False]
    assert (from_chance(1, 0.5, on=True)(answers) > 0).tolist() == [True, False]
    assert (from_chance(1, 0.5, on=False)(answers) > 0).tolist() == [False, True]

"""Past rows that are like a row."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.explanation.gower import gaps, spans
from desktop_app.engine.explanation.similar import Likeness
from tests.unit.engine.made import frame_of

LAYOUT = Layout(numbers=("size", "age"), categories=("plan",), texts=("note",))
EVEN = dict.fromkeys(LAYOUT.names, 1.0)


def cells_of(**columns: Any) -> Cells:
    return read_cells(frame_of(**columns), LAYOUT)


def past() -> Cells:
    return cells_of(
        size=[0.0, 5.0, 10.0, 10.0],
        age=[20.0, np.nan, 40.0, 60.0],
        plan=["gold", "basic", None, "gold"],
        note=["paid late", "", "moved away", "paid"],
    )


def test_a_row_is_nearest_to_itself() -> None:
    likeness = Likeness(past(), EVEN)

    for row in range(4):
        distances = likeness.distances(past().take(slice(row, row + 1)))
        assert distances[row] == pytest.approx(0)
        assert likeness.nearest(distances, 2)[0] == row
        assert (distances[np.arange(4) != row] > 0).all()


def test_only_columns_with_a_weight_count_each_as_much_as_it_weighs() -> None:
    likeness = Likeness(past(), {"plan": 3.0, "age": 1.0, "size": 0.0, "note": -1.0})

    distances = likeness.distances(cells_of(size=[99.0], age=[np.nan], plan=["gold"], note=["other words"]))

    assert likeness.columns == ("plan", "age")
    assert distances.tolist() == pytest.approx([0.25, 0.75, 1.0, 0.25])


def test_a_value_that_no_row_has_is_unlike_all() -> None:
    assert Likeness(past(), {"plan": 1.0}).distances(cells_of(plan=["diamond"])).tolist() == [1.0] * 4


def test_numbers_are_apart_by_their_share_of_the_range_of_nearly_all_rows() -> None:
    numbers = np.array([*range(101), 1e6], dtype=np.float64)[:, None]

    span = spans(numbers)
    found = gaps(numbers, np.array([[50.0]]), span)[:, 0]

    assert span[0] == pytest.approx(90.9, abs=1)
    assert found[50] == 0
    assert found[59] == pytest.approx(9 / span[0])
    assert found[-1] == 1


def test_an_empty_cell_is_like_another_and_unlike_any_number() -> None:
    numbers = np.array([[np.nan], [1.0]])

    assert gaps(numbers, np.array([[np.nan]]), np.ones(1)).tolist() == [[0.0], [1.0]]
    assert gaps(numbers, np.array([[1.0]]), np.ones(1)).tolist() == [[1.0], [0.0]]


def test_a_column_that_hardly_varies_has_a_span_all_the_same() -> None:
    numbers = np.array([[7.0, 0.0, np.nan]] * 50 + [[7.0, 3.0, np.nan]])

    assert spans(numbers).tolist() == [1.0, 3.0, 1.0]


def test_texts_are_alike_by_the_words_they_have_in_common() -> None:
    likeness = Likeness(past(), {"note": 1.0})

    distances = likeness.distances(cells_of(note=["late paid twice"]))

    assert distances.tolist() == pytest.approx([1 / 3, 1.0, 1.0, 2 / 3])
    assert likeness.distances(cells_of(note=[""]))[1] == 0


def test_it_is_known_how_far_rows_usually_are_from_their_neighbours() -> None:
    dice = np.random.default_rng(1)
    rows = cells_of(size=dice.normal(size=400), age=dice.normal(size=400))
    likeness = Likeness(rows, {"size": 1.0, "age": 1.0})

    near = [
        int(np.count_nonzero(likeness.distances(cells_of(size=[size], age=[size])) <= likeness.usual))
        for size in (0.0, 9.0)
    ]

    assert near[0] >= 10
    assert near[1] == 0
    assert 0 < likeness.usual < 0.2


def test_one_past_row_is_enough() -> None:
    likeness = Likeness(past().take(slice(0, 1)), EVEN)

    assert likeness.usual == pytest.approx(0)

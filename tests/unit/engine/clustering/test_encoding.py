"""Rows as points: each column counts, whatever its unit, and new rows go where the old ones would."""

import numpy as np
import pandas as pd

from desktop_app.engine.clustering.encoding import FARTHEST, Encoding
from tests.unit.engine.clustering.made import cells_of


def points_of(frame: pd.DataFrame) -> np.ndarray:
    cells = cells_of(frame)
    return Encoding.learn(cells).points(cells).values


def test_the_unit_of_a_column_changes_nothing() -> None:
    frame = pd.DataFrame({"kg": np.random.default_rng(0).normal(70, 9, 50)})

    assert np.allclose(points_of(frame), points_of(frame * 1_000))


def test_a_very_skewed_amount_is_taken_by_its_logarithm() -> None:
    amounts = np.exp(np.random.default_rng(0).normal(size=300) * 2)

    assert np.allclose(
        points_of(pd.DataFrame({"a": amounts})), points_of(pd.DataFrame({"a": np.log(amounts)})), atol=1e-6
    )


def test_a_far_number_counts_as_no_farther_than_far() -> None:
    frame = pd.DataFrame({"a": [*np.linspace(-1, 1, 200), -1e9]})

    assert points_of(frame).min() == -FARTHEST


def test_an_empty_cell_lies_in_the_middle() -> None:
    points = points_of(
        pd.DataFrame({"a": [1.0, 2.0, 3.0, np.nan], "b": pd.Categorical(["x", "y", "x", None])})
    )

    assert points[3].tolist() == [0.0, 0.0]  # "y" is there once, and so no feature


def test_new_rows_with_other_levels_are_read_by_their_names() -> None:
    learned = cells_of(pd.DataFrame({"c": pd.Categorical(["x", "x", "y", "y"])}))
    new = cells_of(pd.DataFrame({"c": pd.Categorical(["y", "z", "x"], categories=["z", "y", "x"])}))

    assert Encoding.learn(learned).points(new).values.tolist() == [[0, 1], [0, 0], [1, 0]]

"""Columns of numbers for the straight-line model."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.features.numbers import FARTHEST, MOST_RANKED, Numbers

DICE = np.random.default_rng(4)
SKEWED = np.exp(DICE.normal(size=(300, 1)))


def column(*values: float) -> Floats:
    return np.array(values, dtype=np.float64)[:, None]


def scaled_and_ranked(learned: Any, asked: Any) -> tuple[Any, Any]:
    return tuple(Numbers.learn(learned).for_lines(asked).T[:2])


def test_the_middle_is_zero_and_the_ends_are_one() -> None:
    _, ranks = scaled_and_ranked(SKEWED, np.quantile(SKEWED, [0, 0.5, 1])[:, None])

    assert ranks == pytest.approx([-1, 0, 1], abs=0.02)


def test_ranks_keep_the_order_and_forget_the_distances() -> None:
    _, ranks = scaled_and_ranked(SKEWED, SKEWED)

    assert np.argsort(ranks, kind="stable").tolist() == np.argsort(SKEWED[:, 0], kind="stable").tolist()
    assert np.quantile(ranks, [0.25, 0.75]) == pytest.approx([-0.5, 0.5], abs=0.05)


def test_what_many_rows_share_stands_in_the_middle_of_them() -> None:
    _, ranks = scaled_and_ranked(column(*[0.0] * 90, *range(1, 11)), column(0.0))

    assert ranks == pytest.approx([-0.1], abs=0.05)


@pytest.mark.parametrize("far", [1e6, 1e30, -1e30])
def test_a_number_far_out_counts_as_only_so_far(far: float) -> None:
    scaled, ranks = scaled_and_ranked(SKEWED, column(far))

    assert abs(scaled[0]) == FARTHEST
    assert abs(ranks[0]) == 1


def test_missing_cells_are_in_the_middle_and_marked() -> None:
    numbers = Numbers.learn(column(1, 2, 3, np.nan))

    features = numbers.for_lines(column(np.nan, 2))

    assert features.tolist() == [[0, 0, 1], [0, 0, 0]]


def test_a_cell_that_is_missing_where_none_was_is_in_the_middle_and_not_marked() -> None:
    numbers = Numbers.learn(column(1, 2, 3))

    assert numbers.for_lines(column(np.nan)).tolist() == [[0, 0]]


@pytest.mark.parametrize("values", [[np.nan] * 5, [7.0] * 5, [1e30, -1e30, 1e30, -1e30, 0]])
def test_a_column_that_holds_nothing_or_giants_gives_finite_features(values: list[float]) -> None:
    numbers = Numbers.learn(column(*values))

    assert np.isfinite(numbers.for_lines(column(*values, 1, np.nan))).all()


def test_a_very_wide_table_is_only_scaled() -> None:
    wide = DICE.normal(size=(10, MOST_RANKED + 1))

    numbers = Numbers.learn(wide)

    assert numbers.for_lines(wide).shape == (10, MOST_RANKED + 1)
    assert numbers.named(tuple(f"c{place}" for place in range(MOST_RANKED + 1)))[-1] == f"c{MOST_RANKED}"


def test_every_feature_has_the_name_of_its_column() -> None:
    numbers = Numbers.learn(np.array([[1, 2], [np.nan, 3], [3, 4]]))

    assert numbers.named(("a", "b")) == ("a", "b", "a", "b", "a")
    assert numbers.for_lines(np.zeros((1, 2))).shape == (1, 5)

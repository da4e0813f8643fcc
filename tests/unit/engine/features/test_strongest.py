"""The features that go with the answer most."""

import numpy as np

from desktop_app.engine.features.strongest import strongest

DICE = np.random.default_rng(5)
GOAL = DICE.normal(size=(200, 1))
NOISE = DICE.normal(size=(200, 6)).astype(np.float32)


def test_what_goes_with_the_answer_in_either_direction_is_found_in_order_of_place() -> None:
    features = NOISE.copy()
    features[:, 5], features[:, 2] = GOAL[:, 0], -1e6 * GOAL[:, 0] + 7

    assert strongest(features, GOAL, 2).tolist() == [2, 5]


def test_what_helps_with_one_of_several_kinds_is_found() -> None:
    features, kinds = NOISE.copy(), np.eye(3)[DICE.integers(0, 3, 200)]
    features[:, 1] = kinds[:, 2]

    assert strongest(features, kinds, 1).tolist() == [1]


def test_empty_and_constant_features_and_giants_come_last() -> None:
    features = NOISE.copy()
    features[:, 0], features[:, 1], features[:, 2] = np.nan, 3, 1e30

    assert strongest(features, GOAL, 3).min() > 2


def test_missing_cells_count_as_the_mean_of_their_feature() -> None:
    features = NOISE.copy()
    features[:, 3] = np.where(DICE.random(200) < 0.5, np.nan, GOAL[:, 0] + 100)

    assert strongest(features, GOAL, 1).tolist() == [3]

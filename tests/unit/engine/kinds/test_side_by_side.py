"""A few rows walk down all trees at once, and are answered to the last bit as they are tree by tree."""

from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.linear_model import Ridge

from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.side_by_side import FEW_ROWS, side_by_side

ROWS = 400


def features() -> Any:
    random = np.random.default_rng(3)
    found = random.normal(size=(ROWS, 5)).astype(np.float32)
    found[random.random(found.shape) < 0.1] = np.nan
    return found


def values(classes: int) -> Any:
    amounts = np.nan_to_num(features()[:, 0]) * 3 + np.nan_to_num(features()[:, 1]) ** 2
    if not classes:
        return amounts
    return np.digitize(amounts, np.quantile(amounts, np.linspace(0, 1, classes + 1)[1:-1]))


def walked(estimator: Any) -> Any:
    found = side_by_side(estimator)
    assert found is not None
    return found


@pytest.mark.parametrize("classes", [2, 4])
@pytest.mark.parametrize("kind", [HistGradientBoostingClassifier, ExtraTreesClassifier])
def test_chances_are_those_of_the_estimator_to_the_last_bit(kind: Any, classes: int) -> None:
    estimator = kind(random_state=0).fit(features(), values(classes))

    found = walked(estimator).predict_proba(features()[:FEW_ROWS])

    assert np.array_equal(found, estimator.predict_proba(features()[:FEW_ROWS]))
    assert np.array_equal(walked(estimator).classes_, estimator.classes_)


@pytest.mark.parametrize("kind", [HistGradientBoostingRegressor, ExtraTreesRegressor])
def test_amounts_are_those_of_the_estimator_to_the_last_bit(kind: Any) -> None:
    estimator = kind(random_state=0).fit(features(), values(0))

    found = walked(estimator).predict(features()[:FEW_ROWS])

    assert np.array_equal(found, estimator.predict(features()[:FEW_ROWS]))


def test_logarithms_keep_their_factor() -> None:
    estimator = HistGradientBoostingRegressor(random_state=0).fit(features(), np.log1p(np.abs(values(0))))
    whole = Logarithm(estimator=estimator, factor=1.07)

    assert np.array_equal(walked(whole).predict(features()[:4]), whole.predict(features()[:4]))


def test_a_tree_that_is_one_leaf_is_walked_too() -> None:
    estimator = HistGradientBoostingRegressor(min_samples_leaf=ROWS).fit(features(), values(0))

    assert np.array_equal(walked(estimator).predict(features()[:3]), estimator.predict(features()[:3]))


def test_what_has_no_trees_is_left_as_it_is() -> None:
    assert side_by_side(Ridge().fit(np.nan_to_num(features()), values(0))) is None

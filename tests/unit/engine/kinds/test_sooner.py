"""What answers sooner answers like the estimator that it was made of."""

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
from desktop_app.engine.kinds.side_by_side import FEW_ROWS
from desktop_app.engine.kinds.sooner import sooner

ROWS = 400
LIKE_THE_ESTIMATOR = 1e-11  # of boosting, whose sums are added up in another order


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


def quicker(estimator: Any) -> Any:
    found = sooner(estimator)
    assert found is not estimator
    return found


@pytest.mark.parametrize("rows", [1, FEW_ROWS, ROWS])
@pytest.mark.parametrize("classes", [2, 4])
def test_a_forest_gives_its_chances_to_the_last_bit(classes: int, rows: int) -> None:
    forest = ExtraTreesClassifier(random_state=0).fit(features(), values(classes))

    found = quicker(forest).predict_proba(features()[:rows])

    assert np.array_equal(found, forest.predict_proba(features()[:rows]))
    assert np.array_equal(quicker(forest).classes_, forest.classes_)


@pytest.mark.parametrize("rows", [1, FEW_ROWS, ROWS])
def test_a_forest_gives_its_amounts_to_the_last_bit(rows: int) -> None:
    forest = ExtraTreesRegressor(random_state=0).fit(features(), values(0))

    assert np.array_equal(quicker(forest).predict(features()[:rows]), forest.predict(features()[:rows]))


@pytest.mark.parametrize("rows", [1, ROWS])
@pytest.mark.parametrize("classes", [2, 4])
def test_boosting_gives_its_chances(classes: int, rows: int) -> None:
    boosting = HistGradientBoostingClassifier(random_state=0).fit(features(), values(classes))

    found = quicker(boosting).predict_proba(features()[:rows])

    np.testing.assert_allclose(found, boosting.predict_proba(features()[:rows]), rtol=LIKE_THE_ESTIMATOR)
    assert np.array_equal(quicker(boosting).classes_, boosting.classes_)


@pytest.mark.parametrize("loss", ["squared_error", "poisson"])
@pytest.mark.parametrize("rows", [1, ROWS])
def test_boosting_gives_its_amounts(rows: int, loss: str) -> None:
    boosting = HistGradientBoostingRegressor(random_state=0, loss=loss).fit(features(), values(0) ** 2)

    found = quicker(boosting).predict(features()[:rows])

    np.testing.assert_allclose(found, boosting.predict(features()[:rows]), rtol=LIKE_THE_ESTIMATOR)


def test_a_row_gets_one_answer_alone_and_among_many() -> None:
    boosting = quicker(HistGradientBoostingRegressor(random_state=0).fit(features(), values(0)))

    alone = np.concatenate([boosting.predict(features()[row : row + 1]) for row in range(ROWS)])

    np.testing.assert_allclose(alone, boosting.predict(features()), rtol=LIKE_THE_ESTIMATOR)


def test_values_at_a_limit_and_endless_ones_go_the_same_way() -> None:
    boosting = HistGradientBoostingRegressor(random_state=0).fit(features(), values(0))
    limits = boosting._predictors[0][0].nodes["num_threshold"]
    at_limits = np.repeat(np.array([*limits, np.inf, -np.inf, np.nan])[:, None], 5, axis=1)
    at_limits = np.concatenate([at_limits, np.nextafter(at_limits, np.inf), np.nextafter(at_limits, -np.inf)])

    expected = boosting.predict(np.nan_to_num(at_limits, nan=np.nan, posinf=1e300, neginf=-1e300))

    found = quicker(boosting).predict(at_limits)
    np.testing.assert_allclose(found, expected, rtol=LIKE_THE_ESTIMATOR)


def test_logarithms_keep_their_factor() -> None:
    boosting = HistGradientBoostingRegressor(random_state=0).fit(features(), np.log1p(np.abs(values(0))))
    whole = Logarithm(estimator=boosting, factor=1.07)

    found = quicker(whole).predict(features())

    np.testing.assert_allclose(found, whole.predict(features()), rtol=LIKE_THE_ESTIMATOR)


@pytest.mark.parametrize("leaf_rows", [ROWS, 150])
def test_a_tree_that_is_one_leaf_is_walked_too(leaf_rows: int) -> None:
    boosting = HistGradientBoostingRegressor(min_samples_leaf=leaf_rows).fit(features(), values(0))

    found = quicker(boosting).predict(features())

    np.testing.assert_allclose(found, boosting.predict(features()), rtol=LIKE_THE_ESTIMATOR)


def test_what_has_no_trees_answers_itself() -> None:
    ridge = Ridge().fit(np.nan_to_num(features()), values(0))

    assert sooner(ridge) is ridge

"""Series that never moved, among others that do: a range that is theirs, and counted as one."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.ranges import Ranges, in_sizes, learn_ranges, sizes_at
from tests.unit.engine.forecasting.made import ahead, moments, seasonal, shops

BOTH = Ranges(below=np.array([1.0, 2.0]), above=np.array([1.0, 2.0]))


def with_series(name: str, values: Floats) -> pd.DataFrame:
    """Return the table with three series, and one more."""
    more = pd.DataFrame({"when": moments(len(values), "D"), "sold": values, "shop": name, "action": "no"})
    rows = shops(len(values)).astype({"shop": "object", "action": "object"})
    return pd.concat([rows, more], ignore_index=True)


def test_what_never_moved_is_not_as_unsure_as_the_others() -> None:
    _, forecaster = ahead(with_series("still", np.full(60, 50.0)), group="shop")
    told = {series.name: series.future for series in forecaster.future().series}
    for step in told["still"]:
        assert (step.low, step.value, step.high) == pytest.approx((50, 50, 50))
    assert all(step.low < step.value < step.high for step in told["north"])


def test_it_makes_no_range_of_the_others_narrower() -> None:
    alone, beside = (
        ahead(shops(), group="shop")[1],
        ahead(with_series("still", np.full(60, 50.0)), group="shop")[1],
    )
    assert beside.ranges.above == pytest.approx(alone.ranges.above, rel=0.25)


def test_too_few_equal_values_are_no_ground_to_be_sure() -> None:
    values = np.full((1, 30), 7.0)
    assert sizes_at(values, 1, np.array([10, 23, 29]), 6)[:, 0].tolist() == [pytest.approx(0.35), 0, 0]


def test_one_that_moved_once_is_sized_again() -> None:
    values = np.append(np.full(40, 7.0), 9.0)[None]
    assert sizes_at(values, 1, np.array([39, 40]), 6)[:, 0].tolist() == [0, pytest.approx(0.064, abs=0.01)]


def test_a_miss_of_what_seemed_still_counts_against_the_ranges_and_not_into_them() -> None:
    misses, sizes = np.array([[[0.0, -3.0], [0.5, -1.0]]]), np.array([[0.0, 1.0]])
    assert BOTH.held(misses[0], sizes[0], np.array([50.0, 50.0])).tolist() == [[1, 0], [1, 1]]
    ranges = learn_ranges(in_sizes(misses, sizes), np.ones(misses.shape, dtype=bool))
    assert ranges.above.max() < 1.5


def test_what_computing_leaves_is_no_miss() -> None:
    assert BOTH.held(np.array([[1e-6, np.nan]]), np.zeros(1), np.array([1e9]))[0, 0] == 1


def test_the_season_of_a_series_is_no_standstill() -> None:
    values = seasonal(60, noise=0.0)[None]
    assert (sizes_at(values, 12, np.array([59]), 6) > 0).all()

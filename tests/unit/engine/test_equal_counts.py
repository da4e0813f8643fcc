"""Tests put into groups of about equal size."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.engine.evaluation.equal_counts import equal_counts

DICE = np.random.default_rng(42)


def sizes(values: object, most: int, fewest: int) -> list[int]:
    return [len(group) for group in equal_counts(np.asarray(values, dtype=np.float64), most, fewest)]


@pytest.mark.parametrize(
    ("tests", "found"),
    [(1000, [100] * 10), (95, [31, 32, 32]), (59, [59]), (10, [10]), (301, [30] * 9 + [31])],
)
def test_there_are_as_many_groups_as_there_are_tests_for(tests: int, found: list[int]) -> None:
    assert sizes(DICE.normal(size=tests), 10, 30) == found


def test_groups_go_from_low_to_high_and_hold_each_test_once() -> None:
    values = DICE.normal(size=500)

    groups = equal_counts(values, 5, 30)

    assert sorted(np.concatenate(groups).tolist()) == list(range(500))
    ends = [(values[group].min(), values[group].max()) for group in groups]
    assert all(before[1] < after[0] for before, after in pairwise(ends))


def test_tests_with_the_same_number_stay_together() -> None:
    values = np.repeat([0.1, 0.2, 0.3, 0.4], [200, 10, 100, 90])

    groups = equal_counts(DICE.permutation(values), 10, 30)

    assert sorted(len(group) for group in groups) == [90, 110, 200]
    assert sizes(np.full(100, 0.5), 10, 30) == [100]

"""What tells a group apart is told in counts that are those of the table."""

import numpy as np
import pandas as pd

from desktop_app.engine.clustering.describing import traits_of
from tests.unit.engine.clustering.made import cells_of

IS_INSIDE = np.arange(100) < 40


def test_a_value_that_is_frequent_inside_and_rare_elsewhere() -> None:
    plan = ["gold" if place < 30 or place >= 94 else "basic" for place in range(100)]

    (trait,) = traits_of(cells_of(pd.DataFrame({"plan": pd.Categorical(plan)})), IS_INSIDE)

    assert (trait.value, trait.share, trait.elsewhere) == ("gold", 0.75, 0.1)


def test_the_range_of_a_number_holds_as_many_as_is_said() -> None:
    numbers = np.random.default_rng(0).normal(np.where(IS_INSIDE, 50, 20), 8)

    (trait,) = traits_of(cells_of(pd.DataFrame({"age": numbers})), IS_INSIDE)

    assert trait.end is None
    assert trait.start is not None
    assert 25 < trait.start < 45
    assert trait.share == np.mean(numbers[IS_INSIDE] >= trait.start)
    assert trait.elsewhere == np.mean(numbers[~IS_INSIDE] >= trait.start)


def test_a_group_in_the_middle_has_a_range_with_two_ends() -> None:
    numbers = np.where(IS_INSIDE, np.arange(100) % 3 + 4, np.where(np.arange(100) % 2, 1.0, 9.0))

    (trait,) = traits_of(cells_of(pd.DataFrame({"a": numbers})), IS_INSIDE)

    assert (trait.start is None, trait.end is None, trait.share, trait.elsewhere) == (False, False, 1.0, 0.0)


def test_a_range_that_holds_one_number_is_that_number() -> None:
    classes = np.where(IS_INSIDE, 3.0, np.arange(100) % 2 + 1)

    (trait,) = traits_of(cells_of(pd.DataFrame({"class": classes})), IS_INSIDE)

    assert (trait.start, trait.end, trait.share, trait.elsewhere) == (3.0, 3.0, 1.0, 0.0)


def test_days_are_whole() -> None:
    days = pd.Timestamp("2024-01-01") + pd.to_timedelta(np.where(IS_INSIDE, 0, 40) + np.arange(100) / 10, "D")

    (trait,) = traits_of(cells_of(pd.DataFrame({"day": days})), IS_INSIDE)

    assert (trait.kind, trait.start) == ("date", None)
    assert trait.end == int(trait.end or 0)


def test_empty_cells_are_in_no_range_and_what_says_little_is_not_told() -> None:
    dice = np.random.default_rng(0)
    half = np.where(IS_INSIDE & (np.arange(100) % 2 == 0), np.nan, np.where(IS_INSIDE, 1.0, 0.0))

    (trait,) = traits_of(cells_of(pd.DataFrame({"a": half, "noise": dice.uniform(size=100)})), IS_INSIDE)

    assert (trait.column, trait.share) == ("a", 0.5)


def test_the_clearest_three_are_told_the_clearest_first() -> None:
    frame = pd.DataFrame(
        {f"n{miss}": np.where(np.arange(100) < miss, 0.0, IS_INSIDE * 1.0) for miss in range(0, 25, 5)}
    )

    assert [trait.column for trait in traits_of(cells_of(frame), IS_INSIDE)] == ["n0", "n5", "n10"]

"""A number far from all others of its column is told, and what only ends a distribution is not."""

import numpy as np
import pandas as pd
import pytest

from tests.unit.engine.anomalies.made import finder_of


def lone(values: list[float]) -> list[int]:
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({"x": values, "y": rng.normal(size=len(values))})
    return [int(row) for row in np.flatnonzero(finder_of(frame).scores_and_lone(frame)[1])]


@pytest.mark.parametrize("value", [-33.0, 300.0])
def test_an_age_that_no_one_has_is_told(value: float) -> None:
    ages = np.random.default_rng(0).integers(18, 80, 200).astype(float)

    assert lone([value, *ages]) == [0]


def test_the_one_negative_amount_of_many_is_told() -> None:
    paid = np.exp(np.random.default_rng(0).normal(5, 0.8, 300))

    assert lone([-60.0, *paid]) == [0]


def test_two_of_a_kind_are_not_alone() -> None:
    ages = np.random.default_rng(0).integers(18, 80, 200).astype(float)

    assert lone([300.0, 301.0, *ages]) == []


@pytest.mark.parametrize("kind", ["normal", "exponential", "uniform", "lognormal", "standard_cauchy"])
def test_hardly_any_is_told_where_chance_makes_the_ends(kind: str) -> None:
    rng = np.random.default_rng(3)

    frame = pd.DataFrame({f"x{place}": getattr(rng, kind)(size=300) for place in range(20)})

    assert not finder_of(frame).scores_and_lone(frame)[1].any()


@pytest.mark.parametrize(("value", "kind"), [(160.0, "lone"), (-33.0, "sign")])
def test_it_is_told_as_a_fault(value: float, kind: str) -> None:
    ages = [value, *np.random.default_rng(0).integers(18, 80, 200).astype(float)]
    frame = pd.DataFrame({"age": ages, "y": np.random.default_rng(1).normal(size=201)})

    (reasons,) = finder_of(frame).reasons(frame, [0])

    assert (reasons[0].kind, reasons[0].column) == (kind, "age")

"""How much more is tried where there are more places to learn at than this computer has."""

import pytest

from desktop_app.engine.effort import plan_effort
from desktop_app.engine.kinds.portfolio import KINDS
from tests.unit.engine.test_effort import BUDGETS, ROWS, size_of


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_more_places_try_more_and_test_it_as_here(rows: int, budget: float) -> None:
    here, two, many = (plan_effort(size_of(rows), budget, places) for places in (0, 2, 64))

    assert two == here
    assert set(here.kinds) <= set(many.kinds)
    assert many.rounds[-1] >= here.rounds[-1]
    assert (many.tested, many.folds, many.repeats) == (here.tested, here.folds, here.repeats)


def test_of_a_large_table_more_kinds_are_tried_on_more_places() -> None:
    size = size_of(60_000, width=30)

    assert len(plan_effort(size, 15.0, 16).kinds) > len(plan_effort(size, 15.0).kinds)


def test_a_single_fit_that_takes_too_long_does_so_on_any_number_of_places() -> None:
    size = size_of(2_000_000, width=300)

    assert plan_effort(size, 5.0, 1_000).kinds == plan_effort(size, 5.0, 64).kinds
    assert len(plan_effort(size, 5.0, 1_000).kinds) < len(KINDS) - 1

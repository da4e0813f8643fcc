"""Groups of rows on which results are clearly worse, and none where there is only chance."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.weak_spots import weak_spots
from desktop_app.engine.evaluation.where import all_hold
from desktop_app.records.insights import WeakSpot, Where
from desktop_app.records.plans import Role
from tests.unit.engine.made import frame_of
from tests.unit.engine.tested import of_two, said

ACCURACY, MISS = Measure(metric="accuracy"), Measure(metric="mean_absolute_error")
ROLES: dict[str, Role] = {
    "age": "number",
    "fee": "number",
    "since": "date",
    "plan": "category",
    "town": "category",
    "note": "text",
}
START = np.datetime64("2020-01-01", "us")


def people(rows: int, seed: int) -> pd.DataFrame:
    dice = np.random.default_rng([seed, 77])  # a stream of its own, so that nothing depends on it
    return frame_of(
        age=np.where(dice.random(rows) < 0.15, np.nan, dice.normal(50, 15, rows)),
        fee=dice.exponential(20, rows),
        since=START + dice.integers(0, 1_000, rows) * np.timedelta64(1, "D"),
        plan=dice.choice(["basic", "gold", "silver"], rows),
        town=dice.choice([f"town {place}" for place in range(12)], rows),
        note=[None if one else "late" for one in dice.random(rows) < 0.3],
    )


def cells_of(frame: pd.DataFrame) -> Cells:
    return read_cells(frame, layout_of(ROLES))


def spots(frame: pd.DataFrame, wrong: Any, *, repeats: int = 1, seed: int = 0) -> tuple[WeakSpot, ...]:
    """Return what is found where some rows of two kinds were answered wrongly."""
    chances = np.where(wrong, 0.2, 0.8)
    tests = said(np.ones(len(chances), dtype=int), of_two(chances), repeats=repeats)
    return weak_spots(tests, cells_of(frame), list(ROLES), ACCURACY, seed)


def test_a_kind_that_is_answered_worse_is_named_with_how_much_worse() -> None:
    frame, dice = people(1_500, 1), np.random.default_rng(1)
    is_gold = (frame["plan"] == "gold").to_numpy()
    wrong = dice.random(1_500) < np.where(is_gold, 0.35, 0.1)

    (found,) = spots(frame, wrong)

    assert found.where == (Where(column="plan", values=("gold",)),)
    assert found.rows == is_gold.sum()
    assert found.value == pytest.approx(1 - wrong[is_gold].mean())
    assert found.rest == pytest.approx(1 - wrong[~is_gold].mean())
    assert 0 < found.low < found.rest - found.value < found.high


@pytest.mark.parametrize(
    ("column", "weak"),
    [
        ("age", lambda frame: frame["age"] > 60.5),
        ("age", lambda frame: frame["age"].isna()),
        ("since", lambda frame: frame["since"] < np.datetime64("2020-09-07")),
        ("note", lambda frame: frame["note"].isna()),
    ],
)
def test_quarters_of_numbers_and_dates_and_empty_cells_are_named(column: str, weak: Any) -> None:
    frame, dice = people(2_000, 2), np.random.default_rng(2)
    is_weak = weak(frame).to_numpy()

    found = spots(frame, dice.random(2_000) < np.where(is_weak, 0.4, 0.1))[0]

    assert [one.column for one in found.where] == [column]
    inside = all_hold(found.where, cells_of(frame))
    assert np.count_nonzero(inside) == found.rows
    assert is_weak[inside].mean() > 0.9


def test_where_only_two_columns_together_tell_it_both_are_named() -> None:
    frame, dice = people(4_000, 3), np.random.default_rng(3)
    is_weak = ((frame["plan"] == "gold") & (frame["age"] > 60.5)).to_numpy()

    found = spots(frame, dice.random(4_000) < np.where(is_weak, 0.7, 0.1))[0]

    assert {one.column for one in found.where} == {"plan", "age"}
    assert is_weak[all_hold(found.where, cells_of(frame))].mean() > 0.9


def test_spots_that_share_most_of_their_rows_are_told_once() -> None:
    frame, dice = people(4_000, 4), np.random.default_rng(4)
    frame["town"] = np.where(frame["plan"] == "gold", "town 1", frame["town"])
    is_weak = (frame["plan"] == "gold").to_numpy() | (frame["age"] > 65).to_numpy()

    found = spots(frame, dice.random(4_000) < np.where(is_weak, 0.4, 0.1))

    assert 1 <= len(found) <= 3
    inside = [all_hold(spot.where, cells_of(frame)) for spot in found]
    for place, one in enumerate(inside):
        for other in inside[:place]:
            assert np.count_nonzero(one & other) < 0.5 * np.count_nonzero(one | other)


@pytest.mark.parametrize("rows", [150, 600])
def test_where_only_chance_decides_hardly_ever_a_spot_is_named(rows: int) -> None:
    named = 0
    for seed in range(50):
        dice = np.random.default_rng([rows, seed])
        named += bool(spots(people(rows, seed), dice.random(rows) < dice.choice([0.05, 0.2, 0.5])))

    assert named <= 2


def test_misses_that_are_large_by_chance_are_no_spot_either() -> None:
    named = 0
    for seed in range(50):
        dice = np.random.default_rng([9, seed])
        misses = np.exp(dice.normal(0, 1.2, 400))
        named += bool(
            weak_spots(said(np.zeros(400), misses), cells_of(people(400, seed)), list(ROLES), MISS, seed)
        )

    assert named <= 2


def test_a_gap_that_is_certain_but_small_is_not_worth_saying() -> None:
    frame, dice = people(9_000, 5), np.random.default_rng(5)
    is_gold = (frame["plan"] == "gold").to_numpy()

    assert spots(frame, dice.random(9_000) < np.where(is_gold, 0.12, 0.1)) == ()
    assert spots(frame, dice.random(9_000) < np.where(is_gold, 0.17, 0.1)) != ()


def test_a_number_that_is_missed_by_more_is_told_by_its_misses() -> None:
    frame, dice = people(1_500, 6), np.random.default_rng(6)
    is_gold = (frame["plan"] == "gold").to_numpy()
    answers = dice.normal(0, np.where(is_gold, 2.0, 1.0))

    (found,) = weak_spots(said(np.zeros(1_500), answers), cells_of(frame), list(ROLES), MISS, 0)

    assert found.where == (Where(column="plan", values=("gold",)),)
    assert found.value == pytest.approx(np.abs(answers[is_gold]).mean())
    assert found.rest == pytest.approx(np.abs(answers[~is_gold]).mean())
    assert 0 < found.low < found.value - found.rest < found.high


def test_where_one_kind_is_rare_the_sureness_of_the_answers_is_looked_at() -> None:
    frame, dice = people(3_000, 7), np.random.default_rng(7)
    is_gold = (frame["plan"] == "gold").to_numpy()
    truth = (dice.random(3_000) < np.where(is_gold, 0.3, 0.03)).astype(int)
    tests = said(truth, of_two(np.full(3_000, 0.12)))

    (found,) = weak_spots(
        tests, cells_of(frame), list(ROLES), Measure(metric="precision_at_k", rare=1), seed=0
    )

    assert found.where == (Where(column="plan", values=("gold",)),)
    assert found.value == pytest.approx(1 - truth[is_gold].mean())


def test_rows_of_one_thing_are_one_piece_of_evidence() -> None:
    frame, dice = people(600, 8), np.random.default_rng(8)
    things = np.repeat(np.arange(12), 50)
    frame["plan"] = np.where(things < 4, "gold", "basic")
    wrong = np.repeat(dice.permutation([1, 1, 1, 0] + [0] * 6 + [1, 0]), 50)
    wrong[:200] = np.repeat([1, 1, 1, 0], 50)
    chances = of_two(np.where(wrong, 0.2, 0.8))
    truth = np.ones(600, dtype=int)

    apart = weak_spots(said(truth, chances), cells_of(frame), ["plan"], ACCURACY, 0)
    together = weak_spots(said(truth, chances, clusters=things), cells_of(frame), ["plan"], ACCURACY, 0)

    assert len(apart) == 1
    assert together == ()


def test_rows_that_were_tested_twice_count_once() -> None:
    frame, dice = people(400, 10), np.random.default_rng(10)
    is_gold = (frame["plan"] == "gold").to_numpy()
    wrong = dice.random(400) < np.where(is_gold, 0.6, 0.1)

    once, twice = spots(frame, wrong), spots(frame, np.tile(wrong, 2), repeats=2)

    assert [spot.rows for spot in once] == [spot.rows for spot in twice] == [is_gold.sum()]
    assert twice[0].low == pytest.approx(once[0].low, abs=0.06)


def test_few_rows_have_no_spots_and_the_same_seed_finds_the_same() -> None:
    frame, dice = people(700, 11), np.random.default_rng(11)
    wrong = dice.random(700) < np.where(frame["plan"] == "gold", 0.5, 0.1)

    assert spots(frame[:59], wrong[:59]) == ()
    assert spots(frame, wrong, seed=5) == spots(frame, wrong, seed=5) != ()

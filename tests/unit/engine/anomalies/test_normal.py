"""What was usual tells how odd new rows are, and holds none of the old ones."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.anomalies.counted import Counted
from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.normal import Normal
from desktop_app.engine.anomalies.pieces import put_together, take_apart
from desktop_app.engine.anomalies.summaries import FEWEST, Lots
from tests.unit.engine.anomalies.made import finder_of, people, with_cell
from tests.unit.engine.clustering.made import cells_of


@pytest.fixture(scope="module")
def normal() -> Normal:
    return put_together(take_apart(Normal.learn(finder_of(people(1_000)), 0)))


def test_a_new_row_is_as_odd_as_it_is_beside_the_old_ones(normal: Normal) -> None:
    new = with_cell("weight", 10.0, frame=people(seed=4))

    scores = normal.scores(new)

    assert scores.argmax() == 7
    assert scores[7] > limit_of(len(new))
    assert normal.oddness(scores)[7] == 100


def test_new_rows_like_the_old_ones_are_no_odder(normal: Normal) -> None:
    scores = normal.scores(people(4_000, seed=5))

    assert 0.05 < np.mean(normal.oddness(scores) >= 90) < 0.15
    assert np.count_nonzero(scores > limit_of(4_000)) <= normal.expected(4_000)


def test_it_says_why(normal: Normal) -> None:
    new = with_cell("plan", "Mr Smith's", 8, with_cell("paid", 150_000.0, frame=people(seed=4)))

    number, value = (normal.reasons(new, row)[0] for row in (7, 8))

    assert (number.column, number.kind) == ("paid", "slip")
    assert 100 < number.low < number.high < 300
    assert (value.column, value.kind, value.count, value.of) == ("plan", "few", 5, 1_000)


def test_what_was_far_in_one_file_is_found_where_all_of_another_is_so(normal: Normal) -> None:
    others = people(200, seed=6).assign(paid=lambda frame: frame["paid"] * 20)

    assert np.mean(normal.scores(others) > limit_of(200)) > 0.9


@pytest.mark.parametrize("rows", [200, 777, 1_000, 2_999])
def test_a_column_of_which_each_value_is_rare_is_held_and_put_together_again(rows: int) -> None:
    names = np.random.default_rng(rows).choice([f"name {n}" for n in range(300)], rows)
    frame = people(rows).assign(name=pd.Categorical(names))

    normal = Normal.learn(finder_of(frame), 0)

    assert put_together(take_apart(normal)).encoding == normal.encoding


def test_a_value_that_few_rows_share_is_not_held() -> None:
    frame = people()
    for row in range(4):
        frame = with_cell("plan", "Mr Smith's", row, frame)

    assert "Smith" not in str(take_apart(Normal.learn(finder_of(frame), 0)).features)
    assert Counted.of(cells_of(frame)).having("plan", "Mr Smith's") == 4


@pytest.mark.parametrize("rows", [1, 9, 10, 333])
def test_no_lot_has_fewer_than_five_rows(rows: int) -> None:
    dice = np.random.default_rng(0)
    values = np.column_stack([dice.exponential(size=rows), dice.integers(0, 2, rows)])

    lots = Lots.learn(values)

    assert len(lots.means) <= max(1, rows // FEWEST)
    assert lots.stand_ins().shape == (3 * len(lots.means), 2)
    made = lots.stand_ins().reshape(-1, 3, 2)
    assert made.mean(axis=1) == pytest.approx(lots.means)
    assert made.std(axis=1) == pytest.approx(lots.spreads)


def test_the_smallest_table_can_be_kept() -> None:
    normal = put_together(take_apart(Normal.learn(finder_of(people(20)), 0)))

    assert np.isfinite(normal.scores(people(5, seed=1))).all()

"""Two models on the rows that tested both: which is better, and whether luck could make the difference."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.pairing import are_alike, difference, in_common
from desktop_app.engine.evaluation.unseen import Unseen
from tests.unit.engine.made_unseen import made_unseen

ACCURACY, OFF_BY = Measure(metric="accuracy"), Measure(metric="mean_absolute_error")


def right_for(share: float, values: Ints, dice: np.random.Generator) -> Floats:
    """Return chances of which about a share is right."""
    is_right = dice.random(len(values)) < share
    return np.where(is_right, values, 1 - values) * 0.8 + 0.1


def by_force(first: Unseen, second: Unseen, draws: int) -> tuple[float, float]:
    """Return the range of the difference in accuracy, by drawing clusters one by one."""
    dice, clusters = np.random.default_rng(1), np.unique(first.clusters)
    ours, theirs = ((one.answers.argmax(axis=1) == one.values).astype(float) for one in (first, second))
    members = [np.flatnonzero(first.clusters == cluster) for cluster in clusters]
    found = []
    for _draw in range(draws):
        drawn = np.concatenate([members[place] for place in dice.integers(0, len(members), len(members))])
        found.append(ours[drawn].mean() - theirs[drawn].mean())
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


@pytest.fixture
def kinds() -> tuple[Unseen, Unseen]:
    dice = np.random.default_rng(3)
    values, clusters = dice.integers(0, 2, 240), np.arange(240) // 3
    return (
        made_unseen(values, right_for(0.85, values, dice), clusters=clusters),
        made_unseen(values, right_for(0.7, values, dice), clusters=clusters),
    )


def test_the_range_of_the_difference_is_that_of_drawing_by_hand(kinds: tuple[Unseen, Unseen]) -> None:
    found = difference(*kinds, ACCURACY, seed=0)

    low, high = by_force(*kinds, draws=800)
    assert found.low == pytest.approx(low, abs=0.025)
    assert found.high == pytest.approx(high, abs=0.025)
    assert found.first - found.second > 0.05
    assert found.low > 0


def test_the_other_way_round_the_signs_turn(kinds: tuple[Unseen, Unseen]) -> None:
    there, back = difference(*kinds, ACCURACY, seed=0), difference(*kinds[::-1], ACCURACY, seed=0)

    assert (back.first, back.second) == (there.second, there.first)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))


def test_a_model_does_not_differ_from_itself(kinds: tuple[Unseen, Unseen]) -> None:
    found = difference(kinds[0], kinds[0], ACCURACY, seed=0)

    assert (found.low, found.high) == (0, 0)


def test_models_that_are_equally_good_differ_by_luck_alone() -> None:
    clear = 0
    for seed in range(20):
        dice = np.random.default_rng(seed)
        values = dice.integers(0, 2, 150)
        ours, theirs = (made_unseen(values, right_for(0.75, values, dice)) for _ in range(2))
        found = difference(ours, theirs, ACCURACY, seed=0)
        clear += not found.low <= 0 <= found.high

    assert clear <= 3


def test_rows_that_tested_one_of_them_only_count_for_none() -> None:
    values = np.array([0, 1, 0, 1])
    ours = made_unseen(values, values, rows=[4, 2, 9, 7])
    theirs = made_unseen(np.array([1, 0, 1, 0]), np.array([0.9, 0.1, 0.2, 0.1]), rows=[2, 4, 7, 5])

    first, second = in_common(ours, theirs)

    assert first.rows.tolist() == second.rows.tolist() == [2, 4, 7]
    assert are_alike(first, second)
    assert second.answers[:, 1].tolist() == pytest.approx([0.9, 0.1, 0.2])


def test_rows_of_which_other_answers_are_right_are_not_the_same_rows() -> None:
    ours, theirs = (made_unseen(np.array(values), [0.1, 0.9]) for values in ([0, 1], [1, 1]))

    assert not are_alike(*in_common(ours, theirs))


def test_a_row_that_was_tested_more_often_counts_once() -> None:
    values = np.array([0, 1, 1, 0])
    once = made_unseen(values, [0.1, 0.9, 0.2, 0.1])
    twice = made_unseen(
        np.tile(values, 2), [0.1, 0.9, 0.9, 0.1, 0.1, 0.9, 0.2, 0.1], rows=np.tile(np.arange(4), 2), repeats=2
    )

    found = difference(*in_common(once, twice), ACCURACY, seed=0)

    assert (found.first, found.second) == (0.75, 0.875)


def test_rows_that_belong_together_for_either_are_drawn_together() -> None:
    values = np.zeros(60, dtype=np.int64)
    ours = made_unseen(values, np.full(60, 0.1), clusters=np.arange(60) // 2)
    theirs = made_unseen(values, np.full(60, 0.1), clusters=np.arange(60) // 4)

    first, second = in_common(ours, theirs)

    assert first.clusters.tolist() == second.clusters.tolist()
    for one in (ours, theirs):
        for cluster in np.unique(one.clusters):
            assert len(np.unique(first.clusters[one.clusters == cluster])) == 1
    assert len(np.unique(first.clusters)) >= 10


def test_where_nearly_all_belongs_together_one_way_of_saying_so_decides() -> None:
    values = np.zeros(60, dtype=np.int64)
    ours = made_unseen(values, np.full(60, 0.1), clusters=np.arange(60) // 2)
    chained = made_unseen(values, np.full(60, 0.1), clusters=(np.arange(60) + 1) // 2)

    first, _second = in_common(ours, chained)

    assert len(np.unique(first.clusters)) == 30


def test_nothing_in_common_is_nothing() -> None:
    ours = made_unseen(np.array([0, 1]), [0.1, 0.9])

    first, second = in_common(ours, replace(ours, rows=ours.rows + 10))

    assert len(first.rows) == len(second.rows) == 0


def test_a_number_that_is_missed_by_less_is_the_better_answer() -> None:
    dice = np.random.default_rng(0)
    values = dice.normal(0, 1, 200)
    near, far = (made_unseen(values, values + dice.normal(0, spread, 200)) for spread in (0.2, 0.6))

    found = difference(near, far, OFF_BY, seed=0)

    assert found.first < found.second
    assert found.high < 0

"""How answers come out for groups of rows, and whether two groups differ by more than luck."""

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.groups import (
    FEWEST,
    answered_kinds,
    compare_groups,
    tallies_of_amounts,
    tallies_of_kinds,
)
from desktop_app.records.groups import Gap, Group, GroupMeasure
from tests.unit.engine.made_unseen import made_unseen

Compared = tuple[tuple[Group, ...], tuple[Gap, ...]]


def kinds(
    values: Ints, chances: Floats, codes: Ints, *, clusters: Ints | None = None, repeats: int = 1
) -> Compared:
    """Return how the second of two kinds is found in groups."""
    rows = np.arange(len(values)) % (len(values) // repeats)
    unseen = made_unseen(values, chances, rows=rows, clusters=clusters, repeats=repeats)
    answered = answered_kinds(unseen.answers, 1, None)
    groups = tuple(
        Group(label=str(code), rows=int(np.count_nonzero(codes == code)) // repeats)
        for code in range(int(codes.max()) + 1)
    )
    return compare_groups(unseen, codes, groups, tallies_of_kinds(values, answered, 1), 0)


def made(rows: int, found: tuple[float, ...], seed: int) -> tuple[Ints, Floats, Ints]:
    """Return rows of several groups, in each of which a share of either kind is answered rightly."""
    dice = np.random.default_rng(seed)
    codes = np.arange(rows) % len(found)
    values = dice.integers(0, 2, rows)
    is_right = dice.random(rows) < np.array(found)[codes]
    return values, np.where(is_right, values, 1 - values) * 0.8 + 0.1, codes


def gap_of(compared: Compared, measure: GroupMeasure) -> Gap:
    return next(gap for gap in compared[1] if gap.measure == measure)


def test_the_figures_of_a_group_are_those_of_counting_by_hand() -> None:
    values, chances, codes = made(300, (0.9, 0.6), seed=0)

    groups, _gaps = kinds(values, chances, codes)

    for code, group in enumerate(groups):
        real, said = values[codes == code], chances[codes == code] > 0.5
        by_hand = {
            "said": said.mean(),
            "found": said[real == 1].mean(),
            "false": said[real == 0].mean(),
            "right": (said == real).mean(),
        }
        assert {one.measure: one.value for one in group.figures} == pytest.approx(by_hand)
        assert [one.rows for one in group.figures] == [150, (real == 1).sum(), (real == 0).sum(), 150]


def test_a_range_is_about_that_of_drawing_by_hand() -> None:
    values, chances, codes = made(400, (0.8, 0.8), seed=4)
    dice, mine = np.random.default_rng(0), codes == 0
    hits = ((chances > 0.5) == values)[mine]

    groups, _gaps = kinds(values, chances, codes)

    drawn = [hits[dice.integers(0, len(hits), len(hits))].mean() for _ in range(2000)]
    figure = groups[0].figure("right")
    assert figure
    assert (figure.low, figure.high) == pytest.approx(np.quantile(drawn, [0.025, 0.975]), abs=0.02)


def test_a_wide_gap_is_more_than_luck_and_names_the_two_groups() -> None:
    found = gap_of(kinds(*made(600, (0.95, 0.6, 0.93), seed=1)), "found")

    assert found.is_clear
    assert found.less == 1
    assert found.low < found.value < found.high


def test_where_groups_are_alike_gaps_are_luck() -> None:
    clear = 0
    for seed in range(16):
        _groups, gaps = kinds(*made(300, (0.75,) * 5, seed))
        clear += any(gap.is_clear for gap in gaps)

    assert clear <= 3


def test_thirty_of_thirty_is_not_certain() -> None:
    values, codes = np.ones(60, dtype=np.int64), np.arange(60) % 2
    chances = np.where((codes == 0) | (np.arange(60) > 3), 0.9, 0.1)

    groups, gaps = kinds(values, chances, codes)

    sure = groups[0].figure("found")
    assert sure
    assert (sure.value, sure.high) == (1.0, 1.0)
    assert 0.8 < sure.low < 0.95
    assert not gap_of((groups, gaps), "found").is_clear


def test_of_too_few_rows_nothing_is_said() -> None:
    values, chances, _codes = made(200, (0.8,), seed=0)
    codes = np.where(np.arange(200) < FEWEST - 1, 0, 1)

    groups, gaps = kinds(values, chances, codes)

    assert (groups[0].rows, groups[0].figures) == (FEWEST - 1, ())
    assert gaps == ()


def test_a_share_of_too_few_is_not_given() -> None:
    values, chances, codes = made(200, (0.8, 0.8), seed=0)
    values[(codes == 0) & (np.cumsum((codes == 0) & (values == 1)) > 6)] = 0

    groups, _gaps = kinds(values, chances, codes)

    assert groups[0].figure("found") is None
    assert groups[0].figure("false") is not None


def test_rows_that_belong_together_are_one_piece_of_evidence() -> None:
    values, chances, codes = made(200, (0.9, 0.6), seed=0)
    few = np.where(codes == 0, 0, np.arange(200))

    groups, gaps = kinds(values, chances, codes, clusters=few)

    assert (groups[0].figures, gaps) == ((), ())


def test_a_range_is_wider_where_rows_that_belong_together_are_right_together() -> None:
    dice, together = np.random.default_rng(0), np.arange(400) // 10
    values, codes = dice.integers(0, 2, 400), np.arange(400) % 2
    is_right = (dice.random(40) < 0.7)[together]
    chances = np.where(is_right, values, 1 - values) * 0.8 + 0.1

    wide, narrow = (
        kinds(values, chances, codes, clusters=clusters)[0][0].figure("right")
        for clusters in (together, np.arange(400))
    )

    assert wide
    assert narrow
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_rows_that_were_tested_twice_count_once() -> None:
    values, chances, codes = made(200, (0.9, 0.6), seed=0)

    groups, _gaps = kinds(np.tile(values, 2), np.tile(chances, 2), np.tile(codes, 2), repeats=2)

    figure = groups[0].figure("right")
    assert (groups[0].rows, figure.rows if figure else 0) == (100, 100)


def test_of_a_number_it_is_said_how_far_it_is_off_and_on_which_side() -> None:
    dice = np.random.default_rng(0)
    values, codes = dice.normal(100, 20, 400), np.arange(400) % 2
    answers = values + np.where(codes == 0, 4, 0) + dice.normal(0, 3, 400)
    unseen = made_unseen(values, answers)
    groups = (Group(label="a", rows=200), Group(label="b", rows=200))

    found, gaps = compare_groups(unseen, codes, groups, tallies_of_amounts(values, answers), 0)

    lean, miss = gap_of((found, gaps), "lean"), gap_of((found, gaps), "miss")
    assert (lean.more, lean.is_clear, miss.more, miss.is_clear) == (0, True, 0, True)
    assert lean.value == pytest.approx(4, abs=0.8)
    figure = found[0].figure("miss")
    assert figure
    assert figure.value == pytest.approx(np.abs(answers - values)[codes == 0].mean())


def test_of_two_kinds_one_is_answered_from_a_chance_on() -> None:
    answers = np.array([[0.7, 0.3], [0.4, 0.6], [0.2, 0.8]])

    assert answered_kinds(answers, 1, None).tolist() == [0, 1, 1]
    assert answered_kinds(answers, 1, 0.7).tolist() == [0, 0, 1]
    assert answered_kinds(answers, 0, 0.3).tolist() == [0, 0, 1]


def test_draws_that_hold_no_row_of_one_of_two_groups_tell_no_gap() -> None:
    dice = np.random.default_rng(0)
    things, codes = np.arange(200) // 20, np.arange(200) // 100  # five things a group
    values = dice.normal(100, 20, 200)
    answers = values + dice.normal(0, 3, 200)
    unseen = made_unseen(values, answers, clusters=things)
    groups = (Group(label="a", rows=100), Group(label="b", rows=100))

    _found, gaps = compare_groups(unseen, codes, groups, tallies_of_amounts(values, answers)[:1], 0)

    assert [np.isfinite([gap.low, gap.high]).all() for gap in gaps] == [True]

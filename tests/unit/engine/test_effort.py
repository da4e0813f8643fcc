"""How much is tried, from the size of the table and the budget alone."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.effort import (
    FEWEST_FOR_NETWORK,
    FEWEST_ROUNDS,
    FOR_KINDS,
    MOST_BYTES,
    MOST_LEAVES,
    MOST_ROWS,
    MOST_WIDE,
    Effort,
    costs_of,
    for_one_page,
    plan_effort,
)
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.search.searching import SIMPLEST
from desktop_app.engine.size import Size
from desktop_app.records.results import KindName
from tests.unit.engine.made import MANY, frame_of, question_of, signal

ROWS = (20, 100, 199, 200, 399, 400, 1_999, 2_000, 5_000, 19_999, 20_000, 60_000, 300_000, 2_000_000)
BUDGETS = (1.0, 5.0, 15.0, 44.0, 45.0, 60.0, 300.0)
WIDTHS = (1, 3, 10, 30, 100, 300, 1_000)
ANSWERS = (1, 2, 5, 30)


def effort(rows: int, budget: float = 60.0, *, width: int = 10, answers: int = 1) -> Effort:
    return plan_effort(size_of(rows, width=width, answers=answers), budget)


def size_of(rows: int, *, width: int = 10, answers: int = 1, skewed: bool = False) -> Size:
    return Size(
        rows=rows,
        numbers=width,
        spread=2 * width,
        wide=2 * width,
        answers=answers,
        classes=answers > 1,
        skewed=skewed,
    )


def work(planned: Effort) -> int:
    return planned.folds * planned.rounds[-1]


@pytest.mark.parametrize(
    ("rows", "tested"),
    [
        (20, "repeated"),
        (399, "repeated"),
        (400, "held_out"),
        (19_999, "held_out"),
        (20_000, "held_out_no_refit"),
        (2_000_000, "held_out_no_refit"),
    ],
)
@pytest.mark.parametrize("budget", BUDGETS)
def test_how_a_table_is_tested_depends_on_its_rows_alone(rows: int, tested: str, budget: float) -> None:
    assert effort(rows, budget).tested == tested


@pytest.mark.parametrize("budget", BUDGETS)
def test_few_rows_are_hidden_in_turn_twice_and_the_choice_is_repeated(budget: float) -> None:
    planned = effort(100, budget)

    assert planned.folds >= 5
    assert (planned.repeats, planned.inner) == (2, 3)


def test_many_rows_are_hidden_once() -> None:
    assert {(effort(rows).repeats, effort(rows).inner) for rows in ROWS if rows >= 400} == {(1, 0)}


@pytest.mark.parametrize(
    ("rows", "folds"), [(199, 8), (200, 5), (400, 5), (19_999, 5), (20_000, 3), (59_999, 3), (60_000, 1)]
)
def test_the_more_rows_the_fewer_folds_are_needed(rows: int, folds: int) -> None:
    assert effort(rows, 300.0).folds == folds


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("answers", ANSWERS)
def test_a_wider_table_is_never_given_more_work(rows: int, answers: int) -> None:
    planned = [effort(rows, 15.0, width=width, answers=answers) for width in WIDTHS]

    assert all(work(wider) <= work(one) for one, wider in pairwise(planned))


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("width", WIDTHS)
def test_more_time_never_means_less_work(rows: int, width: int) -> None:
    planned = [effort(rows, budget, width=width) for budget in BUDGETS]

    assert all(work(one) <= work(longer) for one, longer in pairwise(planned))
    assert all(one.folds <= longer.folds for one, longer in pairwise(planned))


@pytest.mark.parametrize("budget", BUDGETS)
def test_more_rows_are_never_given_more_rounds_than_there_is_time_for(budget: float) -> None:
    rounds = [
        effort(rows, budget, width=100).rounds[-1] for rows in (2_000, 20_000, 60_000, 300_000, 2_000_000)
    ]

    no_folds = rounds[2:]  # from here on one fold is hidden, so that the fits are the same
    assert no_folds == sorted(no_folds, reverse=True)
    assert min(rounds) >= FEWEST_ROUNDS


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("answers", ANSWERS)
def test_a_model_file_stays_small(rows: int, answers: int) -> None:
    planned = effort(rows, 300.0, answers=answers)

    trees = planned.rounds[-1] * (answers if answers > 2 else 1)
    leaves = planned.trees * min(rows, MOST_ROWS) / planned.leaf_rows
    assert trees * planned.leaves <= MOST_LEAVES
    assert leaves * (64 + 4 * answers) <= MOST_BYTES * 1.001


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_boosting_is_looked_at_ever_less_often_until_its_last_round(rows: int, budget: float) -> None:
    rounds = effort(rows, budget).rounds

    assert list(rounds) == sorted(set(rounds))
    assert FEWEST_ROUNDS <= rounds[-1] <= 1_000
    assert rounds[1] - rounds[0] <= rounds[-1] - rounds[-2]


def test_fewer_rounds_learn_faster() -> None:
    assert effort(1_000, 1.0).rate > effort(1_000, 60.0).rate


def test_a_straight_line_is_tried_in_one_strength_where_time_is_short() -> None:
    assert len(effort(1_000, 60.0).strengths) > 1
    assert len(effort(50_000, 1.0, width=100).strengths) == 1


def test_the_simplest_kind_is_always_tried_and_more_where_there_is_time() -> None:
    for rows in ROWS:
        for budget in BUDGETS:
            assert effort(rows, budget, width=300).kinds[0] == SIMPLEST

    kinds = [set(effort(5_000, budget).kinds) for budget in (1.0, 15.0, 300.0)]
    assert kinds[0] < kinds[1] <= kinds[2]


@pytest.mark.parametrize("budget", BUDGETS)
def test_the_kinds_that_are_tried_take_no_more_than_the_time_there_is(budget: float) -> None:
    for rows in ROWS:
        planned = effort(rows, budget)
        others = sum(planned.seconds[1:])
        assert len(planned.kinds) == len(planned.seconds) == len(set(planned.kinds))
        assert min(planned.seconds) > 0
        assert others <= FOR_KINDS * budget + 0.01 * len(planned.kinds)


def test_what_each_kind_costs_is_known_and_grows_with_the_rows() -> None:
    few, many = (costs_of(size_of(rows), 7, rounds=100, strengths=3) for rows in (1_000, 10_000))

    assert set(few) == set(KINDS) - {"rule"}
    assert all(few[kind] < many[kind] for kind in few)


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        ("kernel", replace(size_of(5_000), wide=MOST_WIDE + 1)),
        ("network", replace(size_of(5_000), wide=MOST_WIDE + 1)),
        ("network", size_of(FEWEST_FOR_NETWORK - 1)),
        ("boosting_log", size_of(5_000)),
    ],
)
def test_a_kind_is_not_tried_on_a_table_that_it_does_not_suit(kind: KindName, size: Size) -> None:
    assert kind not in plan_effort(size, 300.0).kinds
    assert kind in plan_effort(size_of(FEWEST_FOR_NETWORK, skewed=True), 300.0).kinds


@pytest.mark.parametrize(
    ("amounts", "skewed"),
    [
        (np.arange(200.0), False),
        (np.exp(np.linspace(0, 8, 200)), True),
        (np.exp(np.linspace(0, 8, 200)) - 2, False),
        (np.ones(200), False),
    ],
)
def test_amounts_that_reach_far_are_known_and_never_where_some_are_negative(
    amounts: Any, skewed: bool
) -> None:
    made = question_of(signal(MANY), "spent").material
    rows = np.arange(200)

    size = Size.of(made.cells.take(rows), replace(made.target, values=amounts))

    assert size.skewed is skewed
    assert not Size.of(made.cells, question_of(signal(MANY), "left").material.target).skewed


def test_a_date_counts_as_five_numbers_and_texts_as_a_few_sums() -> None:
    columns: dict[str, Any] = {"a": "number", "d": "date", "c": "category", "t": "text", "u": "text"}
    frame = frame_of(a=[1.0] * MANY, c=[f"c{place % 9}" for place in range(MANY)])
    target = question_of(signal(MANY), "left").material.target

    size = Size.of(read_cells(frame, layout_of(columns)), target)

    assert (size.rows, size.answers, size.classes) == (MANY, 2, True)
    assert size.numbers == 1 + 5 + 1 + 2 + 32  # the mean and the count of each level among them
    assert size.spread == 2 * (1 + 5) + 1 + 32
    assert size.wide == 2 * (1 + 5) + 9 + 2 + 32


@pytest.mark.parametrize("rows", ROWS)
def test_a_rule_that_can_be_read_is_tried_only_where_it_is_asked_for(rows: int) -> None:
    planned = effort(rows)

    assert "rule" not in planned.kinds
    assert for_one_page(planned) == replace(planned, kinds=("rule",), seconds=(1.0,))

"""How much is tried, from the size of the table and the budget alone."""

from itertools import pairwise
from typing import Any

import pytest

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.effort import (
    FEWEST_ROUNDS,
    MOST_BYTES,
    MOST_LEAVES,
    MOST_ROWS,
    Effort,
    Size,
    plan_effort,
)
from tests.unit.engine.made import frame_of

ROWS = (20, 100, 199, 200, 399, 400, 1_999, 2_000, 5_000, 19_999, 20_000, 60_000, 300_000, 2_000_000)
BUDGETS = (1.0, 5.0, 15.0, 44.0, 45.0, 60.0, 300.0)
WIDTHS = (1, 3, 10, 30, 100, 300, 1_000)
ANSWERS = (1, 2, 5, 30)


def effort(rows: int, budget: float = 60.0, *, width: int = 10, answers: int = 1) -> Effort:
    size = Size(rows=rows, numbers=width, spread=2 * width, answers=answers, texts=False)
    return plan_effort(size, budget)


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
    assert FEWEST_ROUNDS <= rounds[-1] <= 300
    assert rounds[1] - rounds[0] <= rounds[-1] - rounds[-2]


def test_fewer_rounds_learn_faster() -> None:
    assert effort(1_000, 1.0).rate > effort(1_000, 60.0).rate


def test_a_straight_line_is_tried_in_one_strength_where_time_is_short() -> None:
    assert len(effort(1_000, 60.0).strengths) == 3
    assert len(effort(50_000, 1.0, width=100).strengths) == 1


def test_a_date_counts_as_five_numbers_and_texts_as_many_words() -> None:
    columns: dict[str, Any] = {"a": "number", "d": "date", "c": "category", "t": "text", "u": "text"}
    cells = read_cells(frame_of(a=[1.0]), layout_of(columns))

    size = Size.of(cells, 3)

    assert size == Size(rows=1, numbers=1 + 5 + 1 + 32, spread=2 * (1 + 5) + 1 + 32, answers=3, texts=True)

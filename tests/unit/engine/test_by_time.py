"""By time: the past is learned from, what came next is hidden, and the latest rows test."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.effort import REFIT_BELOW
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.question import Question
from desktop_app.errors import DataError
from tests.unit.engine.kept_apart import DAY, START, asked, days, outcome_of
from tests.unit.engine.made import frame_of


def months(rows: int, times: int, seed: int) -> pd.DataFrame:
    """Return rows in any order, of which many share a time and some have none."""
    dice = np.random.default_rng(seed)
    day = START + dice.integers(0, times, rows) * 30 * DAY
    day[dice.random(rows) < 0.05] = np.datetime64("NaT")
    return frame_of(day=day, size=dice.normal(size=rows), price=dice.normal(size=rows))


def times_of(question: Question) -> Any:
    assert question.apart.times is not None
    return question.apart.times


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("rows", "times"), [(420, 400), (420, 12), (450, 5), (120, 100), (120, 5), (90, 7)])
def test_no_time_is_on_two_sides_and_the_past_is_learned_from(rows: int, times: int, seed: int) -> None:
    question = asked(months(rows, times, seed), "price", time="day")

    moments, split = times_of(question), question.material.split
    pairs = [(part.learn, part.hidden) for part in split.parts]
    if len(split.locked):
        pairs.append((split.search, split.locked))
    for learn, hidden in pairs:
        assert moments[learn].max() < moments[hidden].min()
        assert learn.tolist() == sorted(learn.tolist())
    assert all(split.inside(outer) for outer in split.outer) or len(split.locked)


@pytest.mark.parametrize("rows", [120, 450])
def test_where_most_rows_have_the_first_time_the_past_still_has_another_to_hide(rows: int) -> None:
    late = rows // 20
    frame = days(rows).assign(day=np.repeat(np.arange(5.0), [rows - 4 * late, late, late, late, late]))

    question = asked(frame, "price", time="day")

    split = question.material.split
    pasts = [split.parts[outer].learn for outer in split.outer] if rows == 120 else [split.search]
    assert all(len(np.unique(times_of(question)[past])) > 1 for past in pasts)
    assert split.parts


def test_the_latest_fifth_is_locked() -> None:
    split = asked(days(420).sample(frac=1, random_state=1), "price", time="day").material.split

    assert len(split.locked) == 84
    assert len(split.search) == 336


def test_there_are_as_many_parts_as_the_effort_has_and_each_learns_from_more() -> None:
    question = asked(days(420), "price", time="day")
    sizes = [len(part.learn) for part in question.material.split.parts]

    assert len(sizes) == question.material.effort.folds == 3
    assert sizes == sorted(sizes)


def test_few_rows_are_tested_in_their_order_and_the_choice_is_repeated_in_the_past() -> None:
    question = asked(days(90), "price", time="day")
    split, effort = question.material.split, question.material.effort

    assert (len(split.locked), effort.repeats, len(split.outer)) == (0, 1, effort.folds)
    for outer in split.outer:
        past = set(split.parts[outer].learn)
        assert all(
            past.issuperset([*part.learn, *part.hidden])
            for part in map(split.parts.__getitem__, split.inside(outer))
        )
    hidden = [row for outer in split.outer for row in split.parts[outer].hidden]
    assert len(hidden) == len(set(hidden)) == split.tested


def test_rows_without_a_time_are_the_earliest() -> None:
    frame = days(420)
    frame.loc[400:, "day"] = np.datetime64("NaT")

    split = asked(frame, "price", time="day").material.split

    assert all(set(range(400, 420)) <= set(part.learn) for part in split.parts)


def test_a_column_of_numbers_can_be_the_time() -> None:
    frame = days(420).assign(day=np.repeat(np.arange(2000.0, 2042.0), 10))

    question = asked(frame, "price", time="day")

    assert question.apart.moment(float(times_of(question)[question.material.split.search].max())) == "2033"


@pytest.mark.parametrize(
    ("frame", "code"), [(months(420, 4, 0), "plan.few_times"), (days(420).assign(day="x"), "plan.not_time")]
)
def test_where_there_is_no_order_there_is_no_test_by_it(frame: pd.DataFrame, code: str) -> None:
    with pytest.raises(DataError) as caught:
        asked(frame, "price", time="day")

    assert caught.value.code == code


def missed(outcome: Outcome) -> float:
    return float(np.mean(np.abs(outcome.unseen.values - outcome.unseen.answers[:, 0])))


def test_on_a_drifting_table_the_score_is_that_of_days_to_come(tmp_path: Path) -> None:
    by_rows = outcome_of(asked(days(420), "price", any_row=True), tmp_path / "rows")
    by_time = outcome_of(asked(days(420), "price", time="day"), tmp_path / "time")

    assert missed(by_time) > 2 * missed(by_rows)
    assert len(by_time.learned) == 420


def test_a_large_table_is_learned_again_from_all_rows_as_well() -> None:
    question = asked(days(REFIT_BELOW), "price", time="day")

    assert question.material.effort.tested == "held_out"


def test_few_rows_are_learned_and_tested_by_time(tmp_path: Path) -> None:
    outcome = outcome_of(asked(days(90), "price", time="day"), tmp_path)

    assert outcome.unseen.tested == 54
    assert len(outcome.learned) == 90

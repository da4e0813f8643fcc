"""The one-page rule: few answers, each for rows enough, with borders that a person can say."""

from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.kinds.kind import Conditions, Lesson
from desktop_app.engine.kinds.ordering import MOST_KINDS
from desktop_app.engine.kinds.questions import ABOVE_ALL, LEAF, Questions
from desktop_app.engine.kinds.rule import SIZES, OneRule
from desktop_app.engine.material import Material
from tests.unit.engine.made import frame_of, question_of, signal

DICE = np.random.default_rng(47)
START = np.datetime64("2020-01-01", "us")
ROWS = 600


def lesson(material: Material) -> tuple[Conditions, Lesson]:
    rows = np.arange(len(material.cells))
    features = material.learned("plain", material.prepare(rows), rows, rows)
    return material.conditions, Lesson(features=features, values=material.target.values)


def rule_for(frame: pd.DataFrame, target: str, size: int = SIZES[-1]) -> tuple[Questions, Floats, Material]:
    """Return a rule, the features that it was learned from, and the material."""
    material = question_of(frame, target).material
    conditions, learn = lesson(material)
    return OneRule().fit(conditions, learn, float(size)), learn.features, material


@pytest.mark.parametrize("rows", [90, 600, 3_000])
@pytest.mark.parametrize("target", ["left", "spent"])
def test_it_has_few_answers_each_for_rows_enough(rows: int, target: str) -> None:
    rule, features, _ = rule_for(signal(rows), target)

    leaves = np.unique(rule.leaves_of(features), return_counts=True)[1]

    assert len(leaves) == np.count_nonzero(rule.asked == LEAF) <= 6
    assert leaves.min() >= max(20, 0.02 * rows)


def test_a_longer_page_goes_on_where_a_shorter_one_ends() -> None:
    found = [rule_for(signal(ROWS), "spent", size) for size in SIZES]

    assert [np.count_nonzero(rule.asked == LEAF) for rule, _, _ in found] == list(SIZES)
    for (short, features, _), (long, _, _) in pairwise(found):
        joined = set(zip(short.leaves_of(features), long.leaves_of(features), strict=True))
        assert len(joined) == np.count_nonzero(long.asked == LEAF)


def test_each_answer_is_the_share_or_the_mean_of_its_rows() -> None:
    for target in ("left", "spent"):
        rule, features, material = rule_for(signal(ROWS), target)
        leaves = rule.leaves_of(features)
        for leaf in np.unique(leaves):
            values = material.target.values[leaves == leaf]
            wanted = [np.mean(values)] if target == "spent" else [np.mean(values == code) for code in (0, 1)]
            assert rule.answers[leaf] == pytest.approx(wanted)


def test_borders_are_round_where_rows_leave_room() -> None:
    age = DICE.integers(18, 90, ROWS).astype(np.float64)
    frame = frame_of(age=age, spent=np.where(age < 40, 10.0, 50.0) + DICE.normal(0, 1, ROWS))

    rule, _, _ = rule_for(frame, "spent", 2)

    assert rule.borders[0] == 40.0


def test_days_are_parted_at_the_first_of_a_year_or_a_month() -> None:
    days = np.sort(DICE.choice(1_400, ROWS, replace=False))
    days = days[(days < 725) | (days > 740)]  # nobody came around the first of 2022
    spent = np.where(days < 730, 10.0, 50.0) + DICE.normal(0, 1, len(days))
    frame = frame_of(joined=START + days * np.timedelta64(1, "D"), spent=spent)

    rule, _, _ = rule_for(frame, "spent", 2)

    assert np.datetime64(int(rule.borders[0]), "D") == np.datetime64("2022-01-01")


@pytest.mark.parametrize("classes", [2, 3, 0])
def test_kinds_are_put_together_that_answer_alike(classes: int) -> None:
    town = DICE.integers(0, 12, ROWS)
    level = np.isin(town, [1, 4, 7]).astype(int)
    names = np.array([f"town {place}" for place in range(12)])
    answer: Any = level * 50.0 + DICE.normal(0, 1, ROWS)
    if classes:
        noise = DICE.integers(0, classes, ROWS)
        answer = np.array(["a", "b", "c"])[np.where(DICE.random(ROWS) < 0.9, level, noise)]

    rule, _, material = rule_for(frame_of(town=names[town], answer=answer), "answer", 2)

    levels = material.prepare(np.arange(ROWS)).categories.levels[0]
    assert {levels[code] for code in rule.node(0).codes} == {"town 1", "town 4", "town 7"}


def test_a_kind_that_was_never_seen_goes_with_most_rows() -> None:
    town = np.array(["a", "b", "c", "d"])[DICE.integers(0, 4, ROWS)]
    frame = frame_of(town=town, spent=np.where(town == "a", 50.0, 10.0) + DICE.normal(0, 1, ROWS))

    rule, _, _ = rule_for(frame, "spent", 2)

    assert rule.predict(np.array([[-1.0], [99.0]])).round(-1).tolist() == [10.0, 10.0]


def test_a_column_of_more_kinds_than_fit_on_a_page_is_not_asked_for() -> None:
    town = DICE.integers(0, MOST_KINDS + 5, ROWS)
    frame = frame_of(
        town=[f"town {place}" for place in town],
        age=DICE.normal(size=ROWS),
        spent=10.0 * (town % 2) + DICE.normal(size=ROWS),
    )

    rule, _, _ = rule_for(frame, "spent")

    assert set(rule.asked) <= {0, LEAF}


def test_empty_cells_can_be_a_question_of_their_own() -> None:
    age = np.where(DICE.random(ROWS) < 0.3, np.nan, DICE.normal(50, 10, ROWS))
    frame = frame_of(age=age, spent=np.where(np.isnan(age), 50.0, 10.0) + DICE.normal(0, 1, ROWS))

    rule, features, _ = rule_for(frame, "spent", 2)

    assert rule.borders[0] == ABOVE_ALL
    np.testing.assert_array_equal(rule.predict(features).round(-1), np.where(np.isnan(age), 50, 10))


def test_empty_cells_go_where_their_answers_are() -> None:
    age = DICE.normal(50, 10, ROWS)
    spent = np.where(age < 50, 10.0, 50.0) + DICE.normal(0, 1, ROWS)
    age[(age > 50) & (DICE.random(ROWS) < 0.4)] = np.nan

    rule, features, _ = rule_for(frame_of(age=age, spent=spent), "spent", 2)

    assert not rule.empties[0]
    np.testing.assert_array_equal(rule.predict(features).round(-1), np.where(age < 50, 10, 50))


def test_columns_that_are_not_told_apart_are_read_as_numbers() -> None:
    made = question_of(signal(ROWS), "left").material
    _, learn = lesson(made)
    unknown = Conditions(classes=2, effort=made.effort, seed=0)

    rule = OneRule().fit(unknown, learn, 6.0)

    assert len(rule.codes) == 0
    assert np.count_nonzero(rule.asked == LEAF) == 6

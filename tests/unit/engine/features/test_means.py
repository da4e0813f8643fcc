"""What the answer is on average for each level: leaning on the mean of all, without a row's own answer."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.features.means import FEWEST_LEVELS, MOST_ANSWERS, Means
from tests.unit.engine.made import frame_of, question_of

LEVELS = 6
SIZES = np.array([LEVELS + 2])  # with one code for "other" and one for missing
OTHER, MISSING = LEVELS, -1
ROWS = 240
OWN: Any = (np.arange(ROWS) % LEVELS).astype(np.int32)[:, None]
WANTED = np.where(OWN == 2, 10.0, 0.0) + np.random.default_rng(5).normal(0, 0.1, (ROWS, 1))


def codes(*own: int) -> Any:
    return np.array(own, dtype=np.int32)[:, None]


def test_a_level_is_told_by_its_mean_and_by_how_often_it_was_seen() -> None:
    means = Means.learn(OWN, SIZES, WANTED)

    found = means.of(codes(2, 3))

    usual, seen = WANTED.mean(), ROWS // LEVELS
    for row, level in enumerate((2, 3)):
        leaning = (WANTED[level == OWN].sum() + 10 * usual) / (seen + 10)
        assert found[row] == pytest.approx([leaning, np.log1p(seen)], rel=1e-5)


def test_a_level_seen_once_leans_far_more_on_the_mean_of_all_than_one_seen_often() -> None:
    own, wanted = OWN.copy(), WANTED.copy()
    own[0], wanted[0] = 5, 100.0
    own[1:][own[1:] == 5] = 0
    means = Means.learn(own, SIZES, wanted)

    rare, often = means.of(codes(5, 2))[:, 0]

    assert abs(rare - wanted.mean()) < 0.1 * (100.0 - wanted.mean())
    assert abs(often - 10.0) < 0.25 * (10.0 - wanted.mean())


@pytest.mark.parametrize("code", [OTHER, MISSING])
def test_levels_never_seen_and_missing_cells_are_told_by_the_mean_of_all(code: int) -> None:
    found = Means.learn(OWN, SIZES, WANTED).of(codes(code))

    assert found[0] == pytest.approx([WANTED.mean(), 0.0], rel=1e-5)


def test_missing_cells_are_a_level_where_there_were_some() -> None:
    own = OWN.copy()
    own[OWN == 2] = MISSING

    found = Means.learn(own, SIZES, WANTED).of(codes(MISSING, OTHER))

    assert found[0, 0] > 7 > found[1, 0]


def test_with_a_level_of_its_own_a_row_is_told_nothing_of_its_answer() -> None:
    own = codes(*range(ROWS))
    means = Means.learn(own, np.array([ROWS + 2]), WANTED)

    found = means.of_learned(own, WANTED, seed=3)

    away = np.abs(np.corrcoef(found[:, 0], WANTED[:, 0])[0, 1])
    assert np.ptp(found[:, 0]) < 0.1 * np.ptp(WANTED)  # but for the mean of all other rows
    assert len(np.unique(found[:, 0])) <= 5
    assert away < 0.25


def test_no_feature_of_a_learned_row_changes_with_its_own_answer() -> None:
    before = Means.learn(OWN, SIZES, WANTED).of_learned(OWN, WANTED, seed=3)

    for row in (0, 2, 100):
        changed = WANTED.copy()
        changed[row] = 1e6
        after = Means.learn(OWN, SIZES, changed).of_learned(OWN, changed, seed=3)
        np.testing.assert_array_equal(after[row], before[row])
        assert not np.array_equal(after, before)


def test_learned_rows_are_told_about_what_hidden_rows_are_told() -> None:
    means = Means.learn(OWN, SIZES, WANTED)

    learned, hidden = means.of_learned(OWN, WANTED, seed=3), means.of(OWN)

    np.testing.assert_allclose(learned[:, 0], hidden[:, 0], atol=1.0)
    np.testing.assert_array_equal(learned[:, 1], hidden[:, 1])


def test_the_same_seed_tells_the_same() -> None:
    means = Means.learn(OWN, SIZES, WANTED)

    one, same, other = (means.of_learned(OWN, WANTED, seed) for seed in (3, 3, 4))

    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize(("classes", "told"), [(2, 1), (3, 3), (MOST_ANSWERS, 12), (MOST_ANSWERS + 1, 0)])
def test_of_classes_the_share_of_each_is_told_of_two_that_of_one_and_of_very_many_none(
    classes: int, told: int
) -> None:
    wanted = np.eye(classes)[np.arange(ROWS) % classes]

    means = Means.learn(OWN, SIZES, wanted)

    width = told + 1 if told else 0
    assert means.of(OWN).shape == means.of_learned(OWN, wanted, 0).shape == (ROWS, width)


def test_only_columns_with_levels_enough_are_told() -> None:
    sizes = np.array([FEWEST_LEVELS + 1, FEWEST_LEVELS + 2, 3])
    own = np.concatenate([OWN % (size - 2) for size in sizes], axis=1).astype(np.int32)

    means = Means.learn(own, sizes, WANTED)

    assert means.columns.tolist() == [1]
    assert means.of(own).shape == (ROWS, 2)


def test_hidden_rows_of_a_table_are_told_by_the_rows_learned_from_alone() -> None:
    town = np.arange(ROWS) % LEVELS
    made = question_of(frame_of(town=[f"town {t}" for t in town], spent=WANTED[:, 0]), "spent").material
    learn, hidden = np.arange(120), np.arange(120, ROWS)

    found = made.prepare(learn).features("means", made.cells.take(hidden))

    usual = WANTED[:120].mean()
    for row, place in zip(found, hidden, strict=True):
        same = WANTED[:120][town[:120] == town[place]]
        assert row[1] == pytest.approx((same.sum() + 10 * usual) / (len(same) + 10), rel=1e-4)

"""How strongly groups are shrunk, and what is their own."""

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.each.choosing import Crowd, choose_shrink, chunks_of, corrected_hidden, own_of
from desktop_app.engine.each.fitting import Shrink, learn_groups
from desktop_app.engine.each.verdicts import discovered
from desktop_app.engine.workshop import Fits
from tests.unit.engine.each.made import ROWS, ground

NOBODY = Crowd()


def test_groups_that_do_not_differ_have_the_model_for_all() -> None:
    assert choose_shrink(ground(40), 0, NOBODY).is_none


@pytest.mark.parametrize("classes", [0, 2, 3])
def test_groups_that_differ_in_their_level_get_no_slopes(classes: int) -> None:
    shrink = choose_shrink(ground(20, level=1.0, classes=classes), 0, NOBODY)

    assert not shrink.is_none
    assert math.isinf(shrink.slopes)


@pytest.mark.parametrize("classes", [0, 2, 3])
def test_groups_in_which_the_answer_is_moved_otherwise_get_slopes(classes: int) -> None:
    assert math.isfinite(choose_shrink(ground(20, slope=1.5, classes=classes), 0, NOBODY).slopes)


def test_the_less_groups_differ_the_more_they_are_shrunk() -> None:
    much, little = (choose_shrink(ground(60, level=level), 0, NOBODY).level for level in (2.0, 0.25))

    assert much < little


def test_a_small_group_borrows_more_than_a_large_one() -> None:
    shares = [
        learn_groups(ground(1, level=1.0, rows=rows), 0, 1, Shrink(level=30.0))[1][0] for rows in (10, 90)
    ]

    assert shares == pytest.approx([10 / 40, 90 / 120])


def test_a_level_is_the_mean_of_what_is_missed_shrunk_by_its_share() -> None:
    made = ground(1, level=3.0)

    weights, shares = learn_groups(made, 0, 1, Shrink(level=10.0))

    assert weights[0, 0, 0] == pytest.approx(np.mean(made.values) * shares[0])


@pytest.mark.parametrize("classes", [0, 2, 3])
def test_hidden_rows_are_answered_better_with_what_is_the_groups_own(classes: int) -> None:
    made = ground(40, level=2.0, classes=classes)

    found = corrected_hidden(made, made.answers, Shrink(level=3.0), NOBODY)

    if classes:
        assert np.allclose(found.sum(axis=1), 1)
        assert np.mean(found.argmax(axis=1) == made.values) > 1.3 / classes
    else:
        assert np.abs(found[:, 0] - made.values).mean() < 0.7 * np.abs(made.values).mean()


def test_no_row_has_a_part_in_the_correction_of_its_own_answer() -> None:
    made = ground(4, level=2.0)
    changed = made.values.copy()
    changed[0] += 1_000.0

    before, after = (
        corrected_hidden(one, one.answers, Shrink(level=3.0), NOBODY)
        for one in (made, replace(made, values=changed))
    )

    is_beside = made.folds[:ROWS] == made.folds[0]
    assert np.array_equal(before[:ROWS][is_beside], after[:ROWS][is_beside])
    assert not np.allclose(before[:ROWS][~is_beside], after[:ROWS][~is_beside])


def test_pieces_of_work_hold_whole_groups_and_miss_none() -> None:
    made = ground(30, rows=3_000)

    pieces = chunks_of(made)

    assert len(pieces) > 3
    assert [first for first, _ in pieces[1:]] == [last for _, last in pieces[:-1]]
    assert (pieces[0][0], pieces[-1][1]) == (0, 30)


def test_how_many_groups_are_done_only_rises_whatever_is_learned_of_them() -> None:
    made, told, shrink = ground(30, rows=3_000), [], Shrink(level=3.0)

    with ThreadPoolExecutor(2) as pool:
        crowd = Crowd(fits=Fits(pool=pool), told=lambda done, of: told.append((done, of)))
        own_of(made, "shop", shrink, crowd)
        corrected_hidden(made, made.answers, shrink, crowd)
        own_of(made, "shop", shrink, crowd)

    assert told == [(last, 30) for _, last in chunks_of(made)]


def test_where_nothing_is_corrected_there_is_nothing_to_keep() -> None:
    assert own_of(ground(3), "shop", Shrink(), NOBODY) is None


def test_of_many_groups_none_is_called_better_by_chance() -> None:
    chances = np.random.default_rng(3).uniform(size=5_000)
    asked = np.ones(5_000, dtype=bool)

    assert discovered(chances, asked).sum() == 0
    chances[:50] = 1e-6
    assert 50 <= discovered(chances, asked).sum() <= 60

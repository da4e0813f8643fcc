"""How far a number is off where answers are small and where they are large."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_app.engine.evaluation.bands import bands_of
from tests.unit.engine.made import Learned
from tests.unit.engine.tested import said

DICE = np.random.default_rng(45)
ANSWERS = DICE.uniform(100, 1_000, 3_000)


def test_each_band_says_how_far_its_answers_are_off() -> None:
    values = ANSWERS + DICE.normal(0, 0.1 * ANSWERS)

    found = bands_of(said(values, ANSWERS))

    assert [band.rows for band in found] == [500] * 6
    assert all(before.high == after.low for before, after in pairwise(found))
    assert (found[0].low, found[-1].high) == (ANSWERS.min(), ANSWERS.max())
    for band in found:
        middle = (band.low + band.high) / 2
        assert band.half == pytest.approx(0.067 * middle, rel=0.2)
        assert band.tenth == pytest.approx(0.164 * middle, rel=0.2)
        assert abs(band.lean) < 0.02 * middle


def test_a_lean_is_above_zero_where_answers_are_too_high() -> None:
    values = ANSWERS + np.where(np.median(ANSWERS) < ANSWERS, -40, 40)

    found = bands_of(said(values, ANSWERS))

    assert [round(band.lean) for band in found] == [-40, -40, -40, 40, 40, 40]


@pytest.mark.parametrize(("rows", "bands"), [(59, 0), (60, 2), (100, 3), (1_000, 6)])
def test_there_are_as_many_bands_as_there_are_rows_for(rows: int, bands: int) -> None:
    found = bands_of(said(np.zeros(rows), ANSWERS[:rows]))

    assert len(found) == bands
    assert all(band.rows >= 30 for band in found)


def test_rows_that_were_tested_twice_count_once() -> None:
    found = bands_of(said(np.zeros(200), ANSWERS[:200], repeats=2))

    assert sum(band.rows for band in found) == 100


def test_kinds_have_no_bands(kinds_kept_aside: Learned) -> None:
    assert bands_of(kinds_kept_aside.outcome.unseen) == ()

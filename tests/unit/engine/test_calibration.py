"""Whether percentages can be trusted."""

import numpy as np
import pytest

from desktop_app.engine.evaluation.calibration import calibration_of
from desktop_app.engine.target import Target
from desktop_app.records.insights import Calibration
from tests.unit.engine.made import Learned
from tests.unit.engine.tested import kinds_of, of_two, said

DICE = np.random.default_rng(43)


def calibrated(rows: int, power: float = 1.0) -> Calibration:
    """Return what is found where a chance p comes true in p to this power of all cases; yes is rarer."""
    chances = DICE.uniform(0, 0.9, rows)
    truth = (DICE.random(rows) < chances**power).astype(int)
    found = calibration_of(said(truth, of_two(chances)), kinds_of([0, 0, 1], "no", "yes"))
    assert found is not None
    return found


def test_honest_percentages_come_true_as_often_as_they_say() -> None:
    found = calibrated(20_000)

    assert found.value == "yes"
    assert len(found.bins) == 10
    assert [one.said for one in found.bins] == sorted(one.said for one in found.bins)
    assert all(one.happened == pytest.approx(one.said, abs=0.04) for one in found.bins)
    assert found.error < 0.015


def test_percentages_that_say_too_much_are_caught() -> None:
    found = calibrated(20_000, power=2.0)

    assert all(one.happened < one.said for one in found.bins[1:])
    gap = np.mean([one.said - one.happened for one in found.bins])
    assert found.error == pytest.approx(gap, abs=0.01)


@pytest.mark.parametrize(("rows", "bins"), [(60, 2), (100, 3), (5_000, 10)])
def test_there_are_fewer_bins_of_fewer_rows(rows: int, bins: int) -> None:
    found = calibrated(rows)

    assert len(found.bins) == bins
    assert min(one.rows for one in found.bins) >= 30
    assert sum(one.rows for one in found.bins) == rows


def test_of_more_classes_the_chance_of_the_answer_is_meant() -> None:
    truth, sure = np.arange(300) % 3, np.where(np.arange(300) < 150, 0.5, 0.9)
    right = DICE.random(300) < sure
    answered = np.where(right, truth, (truth + 1) % 3)
    answers = np.where(answered[:, None] == np.arange(3), sure[:, None], (1 - sure[:, None]) / 2)

    found = calibration_of(said(truth, answers), kinds_of(truth, "a", "b", "c"))

    assert found is not None
    assert found.value == ""
    assert [one.said for one in found.bins] == pytest.approx([0.5, 0.9])
    assert [one.happened for one in found.bins] == [right[:150].mean(), right[150:].mean()]


def test_rows_that_were_tested_twice_count_once() -> None:
    truth, chances = np.tile(np.arange(120) % 2, 2), DICE.random(240)

    found = calibration_of(said(truth, of_two(chances), repeats=2), kinds_of([0, 0, 1], "no", "yes"))

    assert found is not None
    assert sum(one.rows for one in found.bins) == 120
    assert len(found.bins) == 4


@pytest.mark.parametrize(("rows", "target"), [(59, kinds_of([0, 1], "no", "yes"))])
def test_few_rows_say_nothing_of_percentages(rows: int, target: Target) -> None:
    assert calibration_of(said(np.arange(rows) % 2, of_two(DICE.random(rows))), target) is None


def test_a_number_has_no_percentages(numbers_kept_aside: Learned) -> None:
    assert calibration_of(numbers_kept_aside.outcome.unseen, numbers_kept_aside.material.target) is None

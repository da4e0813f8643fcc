"""The score of a model on fresh rows, which is held against what was promised."""

import numpy as np
import pytest

from desktop_app.records.results import Metric, Rare
from tests.benchmarks.learner.fresh_rows import Fresh, score_of
from tests.benchmarks.learner.learned import Said
from tests.unit.reports.made import a_number, score, two_kinds

CLASSES = ("no", "yes")
VALUES = np.array([0.0, 0.0, 0.0, 1.0, 1.0])
YES = np.array([0.1, 0.2, 0.9, 0.8, 0.4])


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("accuracy", 3 / 5), ("balanced_accuracy", (2 / 3 + 1 / 2) / 2), ("precision_at_k", 1 / 2)],
)
def test_fresh_rows_are_scored_in_the_measure_of_the_page(metric: Metric, expected: float) -> None:
    rare = Rare(value="yes", k=2, found=1, random=1.0, positives=9, test_positives=2)
    evaluation = two_kinds(score=score(0.5, 0.4, 0.6, metric=metric), rare=rare)
    said = Said(classes=CLASSES, answers=np.column_stack([1 - YES, YES]))

    assert score_of(evaluation, said, VALUES) == pytest.approx(expected)


def test_amounts_are_scored_by_how_far_they_are_off() -> None:
    said = Said(classes=(), answers=np.array([[1.0], [4.0]]))

    assert score_of(a_number(), said, np.array([2.0, 1.0])) == 2.0


@pytest.mark.parametrize(
    ("value", "side"), [(0.5, "below"), (0.6, "within"), (0.8, "within"), (0.9, "above")]
)
def test_a_range_holds_its_ends(value: float, side: str) -> None:
    fresh = Fresh(value=value, low=0.6, high=0.8, skill=0.3, skill_low=0.2)

    assert fresh.side == side

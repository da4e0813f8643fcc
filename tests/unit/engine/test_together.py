"""What columns that go together do for a model, and how honest a loss on learned rows is."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.explanation.together import Judged, judged_by, togethers
from tests.unit.engine.by_hand import asked
from tests.unit.engine.made import frame_of
from tests.unit.reports.made import a_number, rare_kind, two_kinds

ROWS = 500


def copies() -> Any:
    dice = np.random.default_rng(0)
    size = dice.normal(size=ROWS)
    return frame_of(size=size, inches=size / 2.54, other=dice.normal(size=ROWS))


def judged(values: Any, *, honest: float = 1.0) -> Judged:
    return Judged(values=values, classes=0, measure=Measure(metric="mean_absolute_error"), honest=honest)


def test_copies_hide_what_they_do_until_all_are_mixed_up() -> None:
    of = asked(copies(), lambda cells: cells.column("size") + 2.54 * cells.column("inches"))

    (both,) = togethers(of, judged(of.answers), [("size", "inches")])
    (one,) = togethers(of, judged(of.answers), [("size",)])

    size = of.cells.column("size")
    shuffled = np.random.default_rng(9).permutation(size)
    assert both.loss == pytest.approx(np.abs(2 * (shuffled - size)).mean(), rel=0.15)
    assert both.loss == pytest.approx(2 * one.loss, rel=0.01)
    assert both.low < both.loss < both.high


def test_the_greatest_loss_comes_first() -> None:
    of = asked(copies(), lambda cells: cells.column("size") + 5 * cells.column("other"))

    found = togethers(of, judged(of.answers), [("size", "inches"), ("other",)])

    assert [one.columns for one in found] == [("other",), ("size", "inches")]


def test_what_a_model_does_not_read_costs_nothing() -> None:
    of = asked(copies(), lambda cells: cells.column("other"))

    (found,) = togethers(of, judged(of.answers), [("size", "inches")])

    assert (found.loss, found.low, found.high) == (0.0, 0.0, 0.0)


def test_a_loss_on_learned_rows_is_made_as_much_smaller_as_the_gain_is_on_new_ones() -> None:
    of = asked(copies(), lambda cells: cells.column("size"))

    (whole,) = togethers(of, judged(of.answers), [("size", "inches")])
    (half,) = togethers(of, judged(of.answers, honest=0.5), [("size", "inches")])

    assert (half.loss, half.low, half.high) == pytest.approx((whole.loss / 2, whole.low / 2, whole.high / 2))


@pytest.mark.parametrize(
    ("evaluation", "honest"),
    [
        (two_kinds(seen=0.93), 0.75),  # 15 of 20 more than the guess
        (two_kinds(seen=0.80), 1.0),
        (two_kinds(seen=0.70), 1.0),
        (two_kinds(), 1.0),
        (two_kinds(baseline=two_kinds().baseline.__class__(metric="accuracy", value=0.9, answer="no")), 1.0),
        (a_number(seen=a_number().score.value), 1.0),
        (a_number(seen=0.0), 50_000 / 81_234.5),
    ],
)
def test_how_honest_learned_rows_are_is_told_by_both_gains(evaluation: Any, honest: float) -> None:
    assert judged_by(evaluation, np.zeros(3)).honest == pytest.approx(honest)


def test_a_model_that_gains_nothing_loses_nothing() -> None:
    worse = two_kinds(
        seen=0.95,
        score=two_kinds().score.__class__(metric="accuracy", value=0.7, low=0.6, high=0.8, rows=100),
    )

    assert judged_by(worse, np.zeros(3)).honest == 0.0


def test_it_is_measured_as_on_the_page() -> None:
    assert judged_by(two_kinds(), np.zeros(3)).measure == Measure(metric="accuracy")
    assert judged_by(rare_kind(), np.zeros(3)).measure == Measure(metric="precision_at_k", rare=1)

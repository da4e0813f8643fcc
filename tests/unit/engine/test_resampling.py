"""The 95 % range of a measure."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.evaluation.measures import Measure, skill_of
from desktop_app.engine.evaluation.resampling import Measured, Resampling, once, resampling_of
from desktop_app.engine.evaluation.unseen import Unseen


def normal(rows: int) -> Floats:
    return np.random.default_rng(rows).normal(3, 1, rows)


def mean_of(values: Floats) -> Measured:
    """Return the mean as a measure: the skill over a guess that is always one off."""
    return skill_of(1 - values, np.ones(len(values)))


def bounds(values: Floats, *, seed: int = 0, clusters: Any = None) -> tuple[float, float]:
    own = np.arange(len(values)) if clusters is None else clusters
    return resampling_of(own, seed).bounds(mean_of(values))


@pytest.mark.parametrize("rows", [30, 300, 3000, 6000])
def test_the_range_holds_the_value_and_is_as_wide_as_statistics_says(rows: int) -> None:
    values = normal(rows)

    low, high = bounds(values)

    assert low < values.mean() < high
    assert high - low == pytest.approx(
        2 * 1.96 * values.std() / np.sqrt(rows), rel=0.35 if rows < 100 else 0.2
    )


def test_the_range_shrinks_with_rows() -> None:
    widths = [np.diff(bounds(normal(rows)))[0] for rows in (50, 500, 5000)]

    assert widths == sorted(widths, reverse=True)


def test_the_same_seed_gives_the_same_range_and_another_nearly() -> None:
    values = normal(200)

    assert bounds(values, seed=4) == bounds(values, seed=4)
    assert bounds(values, seed=4) != bounds(values, seed=5)
    assert bounds(values, seed=4) == pytest.approx(bounds(values, seed=5), abs=0.03)


def test_tests_of_one_cluster_are_drawn_together() -> None:
    values = normal(100)
    four_times, clusters = np.tile(values, 4), np.tile(np.arange(100), 4)

    apart, together = bounds(four_times), bounds(four_times, clusters=clusters)

    assert together == pytest.approx(bounds(values), abs=0.02)
    assert np.diff(apart)[0] < 0.6 * np.diff(together)[0]


def test_the_draws_are_the_same_however_many_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    values = normal(50)
    whole = bounds(values)

    monkeypatch.setattr("desktop_app.engine.evaluation.resampling._CHUNK", 50 * 7)

    assert bounds(values) == pytest.approx(whole, rel=1e-9)


def test_draws_without_a_value_are_left_out() -> None:
    values = np.array([1.0, 0.0, 0.0])

    low, high = Resampling(clusters=np.arange(3), seed=0, draws=500).bounds(skill_of(values, values))

    assert (low, high) == (0.0, 0.0)


def test_a_measure_that_has_never_a_value_has_no_range() -> None:
    nothing = skill_of(np.zeros(3), np.zeros(3))

    assert np.isnan(resampling_of(np.arange(3), 0).bounds(nothing)).all()


def test_once_is_the_measure_of_the_tests_as_they_are() -> None:
    values = np.arange(5.0)
    unseen = Unseen(
        classes=0,
        rows=np.arange(5),
        values=values,
        answers=values[:, None] + 2,
        guesses=values[:, None],
        clusters=np.arange(5),
        repeats=1,
    )

    assert once(Measure(metric="mean_absolute_error").of(unseen, unseen.answers), 5) == 2

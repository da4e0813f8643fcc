from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.blending import blended, weights_of
from desktop_app.engine.forecasting.judging import judged, level_of
from desktop_app.engine.forecasting.origins import Tried, farthest, fewest_moments, plan_origins, try_out
from desktop_app.engine.forecasting.ranges import learn_ranges
from desktop_app.engine.forecasting.seen import seen_of
from desktop_app.engine.workshop import Fits
from tests.unit.engine.forecasting.made import panel_of, seasonal, table


def tried_on(values: Floats) -> Tried:
    seen = seen_of(panel_of(table(values)), (12,), np.zeros(0))
    plan = plan_origins(np.isfinite(values), 12, 6)
    with ThreadPoolExecutor(1) as pool:
        return try_out(seen, plan, 0, Fits(pool=pool), lambda _: None)


def test_nothing_at_an_origin_comes_of_what_was_known_later() -> None:
    values = seasonal(120)
    tried = tried_on(values)
    at = len(tried.plan.origins) // 2
    origin = tried.plan.origins[at]
    later = np.where(np.arange(120) > origin, 9_999.0, values)
    other, ahead = tried_on(later), origin + 1 + np.arange(6)
    assert other.blended[at, 0] + later[ahead] == pytest.approx(tried.blended[at, 0] + values[ahead])
    assert other.sizes[: at + 1] == pytest.approx(tried.sizes[: at + 1])


def test_the_last_origin_leaves_the_horizon_to_be_measured() -> None:
    plan = plan_origins(np.ones(120, dtype=bool), 12, 6)
    assert plan.origins[-1] == 113
    assert not plan.is_simple


def test_no_origin_is_in_a_gap_of_years() -> None:
    values = np.concatenate([seasonal(100), np.full(1000, np.nan), seasonal(100)])
    tried = tried_on(values)
    assert np.isfinite(values[tried.plan.origins]).all()
    assert judged(tried).origins == np.count_nonzero(tried.measured)
    assert tried.stretches < 200 / 6


def test_a_short_past_has_only_the_simple_way() -> None:
    assert plan_origins(np.ones(30, dtype=bool), 12, 6).is_simple
    assert tried_on(seasonal(30)).names == ("season",)


def test_what_is_needed_is_what_is_possible() -> None:
    assert farthest(fewest_moments(7)) == 7
    assert farthest(fewest_moments(7) - 1) == 6


def test_ways_that_are_far_off_do_not_count() -> None:
    weights = weights_of(np.array([1.0, 1.2, 5.0, np.nan]))
    assert weights.sum() == pytest.approx(1)
    assert weights[0] > weights[1] > 0
    assert weights[2:].tolist() == [0, 0]


def test_where_a_way_has_no_answer_the_others_have_its_weight() -> None:
    answers = np.array([[[1.0, np.nan]], [[3.0, 3.0]]])
    assert blended(answers, np.array([0.5, 0.5]))[0].tolist() == [2, 3]


def test_ranges_hold_eighty_of_a_hundred_and_grow() -> None:
    rng = np.random.default_rng(0)
    misses = rng.normal(size=(500, 1, 3)) * np.array([1.0, 2.0, 4.0])
    ranges = learn_ranges(misses, np.ones(misses.shape, dtype=bool))
    inside = (misses <= ranges.below) & (-misses <= ranges.above)
    assert inside.mean() == pytest.approx(0.8, abs=0.02)
    assert (np.diff(ranges.below) > 0).all()


def test_a_range_has_its_wider_end_where_the_misses_are() -> None:
    misses = -np.random.default_rng(0).exponential(size=(500, 1, 2))  # real values above the answer
    ranges = learn_ranges(misses, np.ones(misses.shape, dtype=bool))
    assert (ranges.above > 3 * ranges.below).all()


def test_a_clear_season_is_good() -> None:
    tried = tried_on(seasonal(150))
    result = judged(tried)
    assert level_of(result, is_simple=False, gives_away=False) == "good"
    assert result.simple == "season"
    assert result.miss == pytest.approx(np.mean(np.abs(tried.blended[tried.measured])))
    assert result.coverage is not None
    assert 0.65 < result.coverage <= 1


@pytest.mark.parametrize("make", [np.cumsum, np.asarray])
def test_walks_and_noise_are_not_foreseen(make: Callable[[Floats], Floats]) -> None:
    for seed in range(2):
        result = judged(tried_on(make(np.random.default_rng(seed).normal(size=150))))
        assert level_of(result, is_simple=False, gives_away=False) == "guessing"


def test_levels_of_what_is_sure() -> None:
    result = judged(tried_on(seasonal(150)))
    assert level_of(result, is_simple=True, gives_away=False) == "guessing"
    assert level_of(result, is_simple=False, gives_away=True) == "suspicious"


def test_ways_that_answer_no_more_leave_their_weight_to_others() -> None:
    values = np.exp(np.random.default_rng(0).normal(0, 2, 100))
    values[60] = -1.0  # no logarithms from there on
    tried = tried_on(values)
    assert np.isfinite(tried.blended).all()
    assert tried.weights()["linear_log"] == 0

"""Every one of many series is tested alone, by what some of them taught."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting import alone, forecasting
from desktop_app.engine.forecasting.alone import errors_alone
from desktop_app.engine.forecasting.origins import Tried, plan_origins, try_out
from desktop_app.engine.forecasting.seen import Seen, seen_of
from desktop_app.engine.workshop import Fits
from desktop_app.records.forecasts import ForecastFound
from tests.unit.engine.forecasting.made import ASKED, ahead, moments, panel_of, seasonal


@pytest.fixture(scope="module")
def fits() -> Iterator[Fits]:
    with ThreadPoolExecutor(2) as pool:
        yield Fits(pool=pool)


def many(series: Sequence[Floats]) -> pd.DataFrame:
    count = len(series[0])
    return pd.DataFrame(
        {
            "when": np.tile(moments(count), len(series)),
            "sold": np.concatenate(series),
            "shop": np.repeat([f"shop {at}" for at in range(len(series))], count),
        }
    )


def tried_on(seen: Seen, fits: Fits) -> Tried:
    plan = plan_origins(np.asarray(np.isfinite(seen.values).any(axis=0)), 12, 6)
    return try_out(seen, plan, 0, fits, lambda _: None)


def seen_in(series: Sequence[Floats]) -> Seen:
    return seen_of(panel_of(many(series), replace(ASKED, group="shop")), (12,), np.zeros(0))


def test_the_series_that_taught_have_the_errors_that_they_had_together(fits: Fits) -> None:
    seen = seen_in([seasonal(60, seed) for seed in range(4)])
    tried = tried_on(seen, fits)

    misses, simple = errors_alone(seen, tried, fits)

    together = np.abs(tried.blended[tried.measured]).mean(axis=(0, 2))
    ways = [np.abs(one[tried.measured]).mean(axis=(0, 2)) for one in tried.simple.values()]
    assert np.allclose(misses, together, rtol=1e-9)
    assert np.allclose(simple, np.min(ways, axis=0), rtol=1e-9)


def test_parts_and_threads_change_no_number(fits: Fits, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = seen_in([seasonal(60, seed) for seed in range(7)])
    tried = tried_on(seen.take(slice(0, 3)), fits)
    monkeypatch.setattr(alone, "PART", 2)
    told: list[float] = []

    two = errors_alone(seen, tried, fits, told.append)
    with ThreadPoolExecutor(1) as pool:
        one = errors_alone(seen, tried, Fits(pool=pool))

    assert all((first == second).all() for first, second in zip(one, two, strict=True))
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_a_series_with_a_zero_is_answered_without_logarithms_as_it_will_be(fits: Fits) -> None:
    zero = seasonal(60, 9)
    zero[3] = 0.0
    seen = seen_in([seasonal(60, 1), seasonal(60, 2), zero])
    tried = tried_on(seen.take(slice(0, 2)), fits)

    misses, _ = errors_alone(seen, tried, fits)

    assert "smoothing_log" in tried.names
    assert np.isfinite(misses).all()


def test_series_that_nothing_foresees_are_counted_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forecasting, "MOST_TESTED", 3)
    dice = np.random.default_rng(0)
    walks = [100 + np.cumsum(dice.normal(0, 5, 60)) for _ in range(2)]
    found: ForecastFound = ahead(many([*(seasonal(60, seed) for seed in range(6)), *walks]), group="shop")[0]

    (remark,) = [one for one in found.remarks if one.code == "forecast.each_worse"]
    worse = [one.name for one in found.series if (one.miss or 0.0) >= (one.simple or 0.0)]

    assert (remark.values["count"], remark.values["of"]) == (len(worse), 8)
    assert set(remark.values["names"]) == set(worse)  # type: ignore[arg-type]

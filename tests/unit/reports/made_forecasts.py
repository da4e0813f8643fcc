"""Forecasts made for tests of what is said of them."""

from dataclasses import replace
from typing import Any

from desktop_app.records.forecasts import (
    ForecastAsked,
    ForecastFound,
    FutureStep,
    Period,
    SeriesAhead,
    StepError,
    Way,
)

MONTHS = ForecastFound(
    level="useful",
    asked=ForecastAsked(target="sales", time="month", horizon=12),
    period=Period(name="month"),
    season=12,
    steps=120,
    gaps=0,
    repeats=0,
    joining="mean",
    series_count=1,
    origins=24,
    tested=288,
    miss=31.4,
    low=24.2,
    high=39.9,
    simple="season",
    simple_miss=52.6,
    season_miss=52.6,
    last_miss=80.1,
    average_miss=120.0,
    mase=0.6,
    skill=0.64,
    skill_low=0.3,
    coverage=0.79,
    by_step=(StepError(step=1, miss=12.0, simple=50.0, coverage=0.8, tested=24),),
    ways=(Way(name="smoothing", miss=31.4, weight=1.0),),
    series=(SeriesAhead(name="", steps=120, past=(), future=()),),
    first="2014-01-01",
    last="2023-12-01",
)
STEP = FutureStep(time="2024-01-01", value=1234.56, low=1180.2, high=1290.7)


def found(**changes: Any) -> ForecastFound:
    return replace(MONTHS, **changes)

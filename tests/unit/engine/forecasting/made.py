"""Series and tables to look ahead in."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.engine.forecasting.panel import Panel, make_panel
from desktop_app.engine.forecasting.rows import read_rows
from desktop_app.records.forecasts import ForecastAsked, ForecastFound

ASKED = ForecastAsked(target="sold", time="when", horizon=6)


def moments(count: int, every: str = "MS", first: str = "2015-01-01") -> pd.DatetimeIndex:
    """Return so many moments, as the tables of the program hold them."""
    return pd.date_range(first, periods=count, freq=every, unit="us")


def table(values: Floats | Ints, every: str = "MS", first: str = "2015-01-01") -> pd.DataFrame:
    """Return a table with one series."""
    return pd.DataFrame({"when": moments(len(values), every, first), "sold": np.asarray(values, dtype=float)})


def seasonal(count: int, seed: int = 0, noise: float = 3.0, season: int = 12) -> Floats:
    """Return values that rise, with a season."""
    steps, rng = np.arange(count), np.random.default_rng(seed)
    turn = np.sin(2 * np.pi * steps / season)
    return np.asarray(100 + 0.3 * steps + 20 * turn + rng.normal(0, noise, count))


def panel_of(frame: pd.DataFrame, asked: ForecastAsked = ASKED) -> Panel:
    """Return the series of a table."""
    return make_panel(read_rows(frame, asked), asked)


def ahead(frame: pd.DataFrame, **asked: object) -> tuple[ForecastFound, Forecaster]:
    """Return what comes of a table."""
    return forecast(frame, replace(ASKED, **asked), lambda _: None)  # type: ignore[arg-type]


def shops(count: int = 60) -> pd.DataFrame:
    """Return a table with three series, one of them ten times as large, and a column that is known ahead."""
    rng, parts = np.random.default_rng(5), []
    for name, times in {"north": 1, "south": 1, "west": 10}.items():
        action = rng.choice(["no", "yes"], count, p=[0.8, 0.2])
        sold = times * (seasonal(count, season=7, noise=2) + 30 * (action == "yes"))
        part = pd.DataFrame({"when": moments(count, "D"), "sold": sold, "shop": name, "action": action})
        parts.append(part)
    whole = pd.concat(parts, ignore_index=True)
    return whole.astype({"shop": "category", "action": "category"})


@cache
def shops_ahead(*known: str) -> tuple[ForecastFound, Forecaster]:
    """Return what comes of the three series, learned once; nothing that is returned can be changed."""
    return ahead(shops(), group="shop", known=known)


def codes(found: ForecastFound) -> list[str]:
    """Return the codes of all remarks."""
    return [remark.code for remark in found.remarks]

"""How far off a forecast was, at the moments that have come since it was made."""

from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.newer import extended
from desktop_app.engine.forecasting.panel import Panel
from desktop_app.engine.forecasting.rows import Placeable, read_rows
from desktop_app.records.forecasts import ForecastFound, Hindsight, Holds

_FEWEST = 3  # values, from which on it can be said whether they are as promised
# Values that come one after the other miss together: in the worst case they are one value. Of such, 5 of 100
# are further off than so many times what is usual, where errors are normal: 1.96 / sqrt(2 / pi).
_CLEARLY = 2.46


def looked_back(forecaster: Forecaster, found: ForecastFound, newer: pd.DataFrame) -> Hindsight | None:
    """Return how the forecast did where newer rows say what came; None where none is of its horizon.

    What is known ahead is taken from these rows, as it could have been filled in before. The past is the one
    that the forecast was made from, not the one that these rows may correct. Raises DataError as `move_on`.
    """
    rows = read_rows(newer, forecaster.asked, forecaster.levels)
    come = _come(forecaster, rows)
    if not come.size:
        return None
    then = replace(forecaster, panel=_without_answers(forecaster.panel, rows))
    answered, low, high = (one[:, : come.shape[1]] for one in then.ahead())
    simple = then.by_way()[found.simple][:, : come.shape[1]]
    is_told = np.isfinite(come) & np.isfinite(answered)
    if not is_told.any():
        return None
    inside = (low <= come) & (come <= high)
    miss = float(np.abs(come - answered)[is_told].mean())
    tested, coverage = int(is_told.sum()), float(inside[is_told].mean())
    promised = _promised(found, is_told)
    return Hindsight(
        steps=int(np.flatnonzero(is_told.any(axis=0)).max()) + 1,
        tested=tested,
        miss=miss,
        simple_miss=float(np.nanmean(np.abs(come - simple)[is_told])),
        promised=promised,
        coverage=coverage,
        holds=_holds(tested, miss, promised, found),
    )


def _come(forecaster: Forecaster, rows: Placeable) -> Floats:
    """Return (series, steps) what came, as far as the forecast had looked ahead; steps may be none."""
    past = forecaster.panel
    now = extended(past, rows, 1).panel.values[: len(past.values)]
    return now[:, past.moments : past.moments + forecaster.asked.horizon]


def _without_answers(past: Panel, rows: Placeable) -> Panel:
    """Return the past as it was, with what the newer rows say of columns that are known ahead."""
    return extended(past, replace(rows, target=np.full(len(rows.target), np.nan)), 1).panel


def _promised(found: ForecastFound, is_told: Flags) -> float:
    """Return the miss that was measured so far ahead: each step as often as there are values of it."""
    if not found.by_step:
        return found.miss
    steps, misses = [one.step for one in found.by_step], [one.miss for one in found.by_step]
    of_each = np.interp(np.arange(1, is_told.shape[1] + 1), steps, misses)
    return float(np.average(of_each, weights=is_told.sum(axis=0)))


def _holds(tested: int, miss: float, promised: float, found: ForecastFound) -> Holds:
    """Return whether that is as promised: not clearly further off, and within its range at other times.

    The range is of the mean error, which tells too little of one stretch alone, so both have to be passed.
    """
    if tested < _FEWEST:
        return "unclear"
    of_other_times = promised * found.high / found.miss if found.miss > 0 else 0.0
    return "worse" if miss > max(_CLEARLY * promised, of_other_times) else "holds"

"""A forecaster in pieces that a file can hold, and back: plain JSON, arrays, and trees if there are any."""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingRegressor

from desktop_app.engine.arrays import ANY, Floats, checked
from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.holidays import Holidays
from desktop_app.engine.forecasting.lines import Lines
from desktop_app.engine.forecasting.moments import Timeline
from desktop_app.engine.forecasting.panel import MOST_CELLS, MOST_MOMENTS, MOST_SERIES, Form, Panel
from desktop_app.engine.forecasting.ranges import Ranges
from desktop_app.engine.forecasting.trees import Trees, read
from desktop_app.engine.forecasting.ways import Learned, rows_of
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.parts import Parts
from desktop_app.records.forecasts import ForecastAsked, Joining, Period, WayName
from desktop_app.records.jsonable import from_json, to_json

VERSION = 1
_MOST_KNOWN = 1_000  # columns
_MOST_HOLIDAYS = 100
_LINES: tuple[WayName, ...] = ("linear", "linear_log")
_TREES: WayName = "boosting"

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    version: int
    asked: ForecastAsked
    period: Period
    start: float
    numbers: bool
    joining: Joining
    is_coarser: bool
    names: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    seasons: tuple[int, ...]
    moments: int  # that were learned from
    season: int  # of smoothing
    weights: dict[str, float]
    holidays: dict[str, float] | None = None


def take_apart(forecaster: Forecaster) -> Parts:
    """Return the pieces of a forecaster; what it remarked on its rows is not among them."""
    panel, learned = forecaster.panel, forecaster.learned
    form = panel.form
    record = _Record(
        version=VERSION,
        asked=forecaster.asked,
        period=form.timeline.period,
        start=form.timeline.start,
        numbers=form.timeline.numbers,
        joining=form.joining,
        is_coarser=form.is_coarser,
        names=panel.names,
        levels=forecaster.levels,
        seasons=forecaster.seasons,
        moments=learned.moments,
        season=learned.season,
        holidays=dict(learned.holidays.sizes) if learned.holidays else None,
        weights={str(name): weight for name, weight in forecaster.weights.items()},
    )
    arrays: dict[str, Array] = {
        **_with_gaps("values", panel.values),
        **_with_gaps("known", panel.known),
        "usual": forecaster.usual,
        "below": forecaster.ranges.below,
        "above": forecaster.ranges.above,
    }
    arrays |= {f"scale.{name}": scale for name, scale in learned.scales.items()}
    if learned.holidays is not None:
        arrays["spreads"] = learned.holidays.spreads
    estimators: dict[str, Estimator] = {}
    for name, learned_way in learned.lines.items():
        if isinstance(learned_way, Trees):
            estimators[name] = learned_way.estimator
        else:
            arrays |= {f"{name}.weights": learned_way.weights, f"{name}.constants": learned_way.constants}
    return Parts(features=to_json(record), arrays=arrays, estimators=estimators)


def put_together(parts: Parts) -> Forecaster:
    """Return the forecaster of these pieces. Raises ValueError, TypeError or KeyError if they do not fit."""
    record = from_json(_Record, parts.features)
    _check(record)
    horizon, arrays = record.asked.horizon, parts.arrays
    values = _gaps_again(arrays, "values", (len(record.names), ANY))
    known = _gaps_again(arrays, "known", (len(record.names), values.shape[1] + horizon, ANY))
    if not 0 < values.shape[1] <= 2 * MOST_MOMENTS or values.size > 2 * MOST_CELLS:
        raise ValueError("values")
    if not np.isfinite(values).any(axis=1).all() or not known.shape[2] == _columns(record) <= _MOST_KNOWN:
        raise ValueError("known")
    timeline = Timeline(
        period=record.period, start=record.start, numbers=record.numbers, form=record.asked.form
    )
    form = Form(timeline=timeline, joining=record.joining, is_coarser=record.is_coarser, ahead=horizon)
    forecaster = Forecaster(
        asked=record.asked,
        panel=Panel(form=form, names=record.names, values=values, known=known),
        levels=record.levels,
        usual=checked(arrays, "usual", (known.shape[2],)),
        seasons=record.seasons,
        learned=_learned(record, parts),
        weights=cast(dict[WayName, float], dict(record.weights)),
        ranges=Ranges(below=_widths(arrays, "below", horizon), above=_widths(arrays, "above", horizon)),
    )
    _check_lines(forecaster)
    return forecaster


def _check(record: _Record) -> None:
    """Refuse numbers that nothing could be answered with."""
    if record.version != VERSION:
        raise ValueError(f"version {record.version}")
    if not 0 < record.asked.horizon <= MOST_MOMENTS or not 0 < len(set(record.names)) == len(record.names):
        raise ValueError("asked")
    if len(record.names) > 2 * MOST_SERIES or len(record.levels) != len(record.asked.known):
        raise ValueError("names")
    if not 1 <= len(record.seasons) <= 3 or not all(0 < one <= MOST_MOMENTS for one in record.seasons):
        raise ValueError("seasons")
    if record.season not in (1, record.seasons[0]) or not 0 < record.moments <= 2 * MOST_MOMENTS:
        raise ValueError("season")
    if (
        not all(0 <= weight <= 1 for weight in record.weights.values())
        or sum(record.weights.values()) > 1.001
    ):
        raise ValueError("weights")
    if not 1e-9 <= record.period.every <= 1e9 or abs(record.start) > 1e17 or not 0 <= record.period.day <= 31:
        raise ValueError("period")


def _columns(record: _Record) -> int:
    return sum(len(levels) or 1 for levels in record.levels)


def _learned(record: _Record, parts: Parts) -> Learned:
    arrays, horizon = parts.arrays, record.asked.horizon
    scales: dict[WayName, Floats] = {}
    lines: dict[WayName, Lines | Trees] = {}
    for name in _LINES:
        if f"scale.{name}" in arrays:
            scales[name] = checked(arrays, f"scale.{name}", (len(record.names),))
            if not (scales[name] > 0).all():
                raise ValueError("scale")
        if f"{name}.weights" in arrays:
            weights = checked(arrays, f"{name}.weights", (horizon, ANY))
            lines[name] = Lines(weights=weights, constants=checked(arrays, f"{name}.constants", (horizon,)))
    if "linear" not in scales or not set(lines) <= set(scales):
        raise ValueError("lines")
    if parts.estimators:
        lines[_TREES] = Trees(estimator=parts.estimators[_TREES], horizon=horizon)
    return Learned(
        moments=record.moments,
        season=record.season,
        scales=scales,
        lines=lines,
        holidays=_holidays(record, arrays),
    )


def _holidays(record: _Record, arrays: dict[str, Array]) -> Holidays | None:
    if record.holidays is None:
        return None
    if len(record.holidays) > _MOST_HOLIDAYS or not np.isfinite(list(record.holidays.values())).all():
        raise ValueError("holidays")
    return Holidays(sizes=record.holidays, spreads=checked(arrays, "spreads", (len(record.names),)))


def _check_lines(forecaster: Forecaster) -> None:
    """Refuse lines and trees that read another number of features than there are."""
    seen = forecaster.seen()
    for name, lines in forecaster.learned.lines.items():
        rows, first = rows_of(seen, forecaster.learned, name), np.zeros(1, dtype=np.int64)
        if isinstance(lines, Lines):
            fits = rows.features(first, first, 1).shape[1] == lines.weights.shape[1]
        else:
            fits = (
                isinstance(lines.estimator, HistGradientBoostingRegressor)
                and lines.estimator.n_features_in_ == read(rows, first, first, 1).shape[1]
            )
        if not fits:
            raise ValueError(name)


def _widths(arrays: dict[str, Array], name: str, horizon: int) -> Floats:
    widths = checked(arrays, name, (horizon,))
    if (widths < 0).any():
        raise ValueError(name)
    return widths


def _with_gaps(name: str, values: Floats) -> dict[str, Array]:
    """Return an array with gaps as two without any."""
    there = np.isfinite(values)
    return {name: np.where(there, values, 0.0), f"{name}.there": there}


def _gaps_again(arrays: dict[str, Array], name: str, shape: tuple[int, ...]) -> Floats:
    values = checked(arrays, name, shape)
    there = checked(arrays, f"{name}.there", values.shape, np.bool_)
    return np.where(there, values, np.nan)

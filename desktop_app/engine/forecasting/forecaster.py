"""What a forecast delivers: it answers from its own past, and from newer rows without learning again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.blending import blended
from desktop_app.engine.forecasting.newer import extended
from desktop_app.engine.forecasting.panel import Panel
from desktop_app.engine.forecasting.ranges import Ranges, sizes_at
from desktop_app.engine.forecasting.rows import read_rows
from desktop_app.engine.forecasting.seasons import fewest_for
from desktop_app.engine.forecasting.seen import Seen, seen_of
from desktop_app.engine.forecasting.standing import as_before, going_on, put_back
from desktop_app.engine.forecasting.ways import Learned, answers
from desktop_app.records.forecasts import (
    ForecastAsked,
    ForecastFuture,
    FutureStep,
    PastPoint,
    SeriesAhead,
    WayName,
)
from desktop_app.records.notices import Notice, Value

MOST_DRAWN, LEAST_DRAWN = 400, 100  # moments of the past of a series
_MOST_POINTS = 400_000  # of all series: as many as a computer holds with ease
_DRAWN = 8  # times that what is unknown is put in
_IN_RANGE = 1.2816  # standard deviations in which 8 of 10 values are


@dataclass(frozen=True, kw_only=True)  # without slots: what comes next is worked out once and kept
class Forecaster:
    """The series as they are known, what was learned of them, and how wide ranges are.

    *levels*: of each known column, the texts that have a column of their own. *usual* (columns,): the usual
    values of what is known ahead. *seasons*: in moments, the main one first; (1,) for none. *weights*: of the
    ways, 1 in all.
    """

    asked: ForecastAsked
    panel: Panel
    levels: tuple[tuple[str, ...], ...]
    usual: Floats
    seasons: tuple[int, ...]
    learned: Learned
    weights: Mapping[WayName, float]
    ranges: Ranges

    @property
    def is_never_negative(self) -> bool:
        """Whether no value of the past is below 0, so that none to come is said to be."""
        return bool(np.nanmin(self.panel.values) >= 0)

    def seen(self) -> Seen:
        """Return what the ways look at."""
        return seen_of(self.panel, self.seasons, self.usual)

    def ahead(self) -> tuple[Floats, Floats, Floats]:
        """Return (series, steps): the answers, and the ends of their 80 % ranges."""
        panel, last = self.panel, np.array([self.panel.moments - 1])
        with threadpool_limits(limits=1):  # what is done here is too small to be shared
            found = self.by_way()
            answered = self._together(found)
            unsure = _IN_RANGE * self._moved_by_unknown(found, answered)
        sizes = sizes_at(panel.values, self.seasons[0], last, self.asked.horizon)[0]
        low, high = self.ranges.around(answered, sizes)
        low, high = answered - np.hypot(answered - low, unsure), answered + np.hypot(high - answered, unsure)
        if not self.is_never_negative:
            return answered, low, high
        return np.maximum(answered, 0), np.maximum(low, 0), np.maximum(high, 0)

    def by_way(self, unmoved: Mapping[WayName, Floats] | None = None) -> dict[WayName, Floats]:
        """Return (series, steps) what each way says comes next; NaN where it says nothing.

        *unmoved*: the same beside other columns known ahead, of which only some ways read any.
        """
        last = np.array([self.panel.moments - 1])
        beside = {name: one[None] for name, one in unmoved.items()} if unmoved else None
        found = answers(self.learned, self.seen(), last, self.asked.horizon, beside)
        return {name: answered for name, (answered,) in found.items()}

    def _together(self, found: Mapping[WayName, Floats]) -> Floats:
        """Return (series, steps) what all ways together say."""
        named = [name for name in self.weights if name in found]
        weights = np.array([self.weights[name] for name in named])
        answered = blended(np.stack([found[name] for name in named]), weights)
        return np.where(np.isfinite(answered), answered, found["last"])

    def _moved_by_unknown(self, found: Mapping[WayName, Floats], answered: Floats) -> Floats:
        """Return (series, steps) how far answers move, on average, by what should be known ahead and is not.

        It is put in as it was at moments of the past (Rubin, Multiple imputation for nonresponse in surveys,
        1987).
        """
        panel = self.panel
        past, ahead = panel.known[:, : panel.moments], panel.known[:, panel.moments :]
        if np.isfinite(ahead).all():
            return np.zeros(answered.shape)
        dice, squares = np.random.default_rng(self.asked.seed), np.zeros(answered.shape)
        for _ in range(_DRAWN):
            places = dice.integers(panel.moments, size=ahead.shape[:2])
            drawn = past[np.arange(len(past))[:, None], places]
            drawn = np.where(np.isfinite(ahead), ahead, drawn)
            other = replace(self, panel=replace(panel, known=np.concatenate([past, drawn], axis=1)))
            squares += (self._together(other.by_way(found)) - answered) ** 2
        return np.asarray(np.sqrt(squares / _DRAWN))

    def future(self) -> ForecastFuture:
        """Return what comes next in every series."""
        return self._future

    @cached_property
    def _future(self) -> ForecastFuture:
        timeline, last = self.panel.form.timeline, self.panel.moments - 1
        times = timeline.texts(last + 1 + np.arange(self.asked.horizon))
        past = timeline.texts(np.arange(self.panel.moments))
        answered, low, high = self.ahead()
        series = tuple(
            SeriesAhead(
                name=name,
                steps=int(np.count_nonzero(np.isfinite(self.panel.values[at]))),
                past=_past_of(self.panel, at, past),
                future=tuple(
                    FutureStep(time=time, value=float(value), low=float(least), high=float(most))
                    for time, value, least, most in zip(times, answered[at], low[at], high[at], strict=True)
                ),
            )
            for at, name in enumerate(self.panel.names)
        )
        (until,) = timeline.texts(np.array([last]))
        return ForecastFuture(series=series, until=until, remarks=self._lacking())

    def _lacking(self) -> tuple[Notice, ...]:
        lacking = np.isnan(self.panel.known[:, self.panel.moments :]).any(axis=2)
        if not lacking.any():
            return ()
        values: dict[str, Value] = {"columns": list(self.asked.known), "count": int(lacking.sum())}
        return (Notice(code="forecast.known_missing", values=values, level="caution"),)


def move_on(forecaster: Forecaster, newer_frame: pd.DataFrame) -> ForecastFuture:
    """Return what comes next after newer rows. Nothing is learned again: the past is longer, that is all.

    Rows that are known already take the place of the old ones. Raises DataError where no row has a time, or
    where rows reach too far beyond the past.
    """
    rows = read_rows(newer_frame, forecaster.asked, forecaster.levels)
    newer = extended(forecaster.panel, rows, fewest_for(forecaster.seasons[0]))
    new = newer.panel.values[len(forecaster.panel.names) :]
    learned = forecaster.learned.with_new(new, forecaster.seen().week)
    moved = replace(forecaster, panel=going_on(newer.panel, newer.stood), learned=learned)
    future = moved.future()
    if newer.stood.any():
        before = replace(forecaster, panel=as_before(forecaster.panel, newer.panel, newer.stood))
        future = put_back(future, before.future(), newer.stood)
    return replace(future, remarks=(*newer.panel.remarks, *future.remarks))


def _past_of(panel: Panel, at: int, times: Sequence[str]) -> tuple[PastPoint, ...]:
    """Return the newest part of the past of a series, every moment: thinned, a season would look false."""
    values = panel.values[at]
    most = min(MOST_DRAWN, max(LEAST_DRAWN, _MOST_POINTS // len(panel.names)))
    first = max(int(np.argmax(np.isfinite(values))), panel.moments - most)
    return tuple(
        PastPoint(time=time, value=value if isfinite(value) else None)
        for time, value in zip(times[first:], values[first:].tolist(), strict=True)
    )

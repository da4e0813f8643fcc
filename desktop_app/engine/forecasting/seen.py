"""What the ways of answering look at, made of the series as they are known."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.calendar import Calendar, calendar_of
from desktop_app.engine.forecasting.holidays import Holidays
from desktop_app.engine.forecasting.moments import Moments
from desktop_app.engine.forecasting.panel import Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the ways look at: values (series, moments), NaN where unknown, and all that reaches ahead.

    *known* (series, moments and more, columns). *seasons*: in moments, the main one first; (1,) for none.
    *above*: whether all values of all series are above 0, where these are some of them; None: as they show.
    """

    values: Floats
    seasons: tuple[int, ...]
    calendar: Calendar
    known: Floats
    days: Moments | None = None  # (moments and more,), where a moment is a day
    week: int = 7  # moments
    above: bool | None = None

    @property
    def is_positive(self) -> bool:
        """Whether every value has a logarithm."""
        return bool(np.nanmin(self.values) > 0) if self.above is None else self.above

    def take(self, series: slice) -> "Seen":
        """Return some of the series."""
        return replace(self, values=self.values[series], known=self.known[series])

    def until(self, last: int) -> "Seen":
        """Return the same as it was when the values at the place *last* were the newest."""
        return replace(self, values=self.values[:, : last + 1])

    def without(self, holidays: Holidays | None) -> "Seen":
        """Return the same without what holidays do."""
        if holidays is None or self.days is None or not holidays.sizes:
            return self
        return replace(self, values=self.values - holidays.effects(self.days[: self.values.shape[1]]))


def seen_of(panel: Panel, seasons: tuple[int, ...], usual: Floats) -> Seen:
    """Return what the ways look at; what is not known ahead is taken to be as *usual* (columns,)."""
    timeline, count = panel.form.timeline, panel.moments + panel.form.ahead
    period = timeline.period
    is_daily = period.name in ("day", "workday") and period.every == 1 and not timeline.numbers
    return Seen(
        values=panel.values,
        seasons=seasons,
        calendar=calendar_of(timeline, count, seasons[0]),
        known=np.where(np.isfinite(panel.known), panel.known, usual),
        days=timeline.moments(np.arange(count)) if is_daily else None,
        week=5 if period.name == "workday" else 7,
    )


def usual_of(panel: Panel) -> Floats:
    """Return (columns,) the median of what is known ahead; 0 where nothing is."""
    columns = np.moveaxis(panel.known, 2, 0)
    return np.array([np.median(one[np.isfinite(one)]) if np.isfinite(one).any() else 0.0 for one in columns])

"""What the ways of answering look at, made of the series as they are known."""

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.calendar import calendar_of
from desktop_app.engine.forecasting.panel import Panel
from desktop_app.engine.forecasting.ways import Seen


def seen_of(panel: Panel, seasons: tuple[int, ...], usual: Floats) -> Seen:
    """Return what the ways look at; what is not known ahead is taken to be as usual."""
    timeline, count = panel.form.timeline, panel.moments + panel.form.ahead
    calendar, period = calendar_of(timeline, count, seasons[0]), timeline.period
    is_daily = period.name in ("day", "workday") and period.every == 1 and not timeline.numbers
    return Seen(
        values=panel.values,
        seasons=seasons,
        calendar=calendar.columns,
        from_moments=calendar.from_moments,
        known=np.where(np.isfinite(panel.known), panel.known, usual),
        days=timeline.moments(np.arange(count)) if is_daily else None,
        week=5 if period.name == "workday" else 7,
    )

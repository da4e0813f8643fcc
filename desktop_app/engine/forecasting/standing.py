"""Series that newer rows say nothing of: their forecasts stand where they stood."""

from dataclasses import replace

import numpy as np

from desktop_app.engine.arrays import Flags
from desktop_app.engine.forecasting.panel import Panel
from desktop_app.records.forecasts import ForecastFuture, SeriesAhead


def standing(old: Panel, joined: Panel) -> Flags:
    """Return (series,) which of a past with newer rows have none of these; all of them are old ones."""
    newer = np.isfinite(joined.values[:, old.moments :]).any(axis=1)
    if not newer.any():  # the rows are a part of the next moment alone, which is left out until it is whole
        return np.zeros(len(joined.names), dtype=bool)
    return np.asarray(~newer & (np.arange(len(joined.names)) < len(old.names)))


def as_before(old: Panel, joined: Panel, stood: Flags) -> Panel:
    """Return the old series up to where they stood, with what the newer rows corrected of that."""
    count, reach = len(old.names), old.known.shape[1]
    panel = replace(old, values=joined.values[:count, : old.moments], known=joined.known[:count, :reach])
    return _never_lacking(panel, ~stood[:count])


def going_on(joined: Panel, stood: Flags) -> Panel:
    """Return all series, where nothing lacks that those which stand would need of what is known ahead."""
    return _never_lacking(joined, stood)


def put_back(future: ForecastFuture, before: ForecastFuture, stood: Flags) -> ForecastFuture:
    """Return what comes next, of the series that stand as it was before."""
    series: list[SeriesAhead] = [
        before.series[at] if stood[at] else one for at, one in enumerate(future.series)
    ]
    remarks = dict.fromkeys(remark.code for remark in future.remarks)
    more = (remark for remark in before.remarks if remark.code not in remarks)
    return replace(future, series=tuple(series), remarks=(*future.remarks, *more))


def _never_lacking(panel: Panel, which: Flags) -> Panel:
    """Return a panel in which no value is asked for of series whose answers do not count."""
    known = panel.known.copy()
    ahead = known[which, panel.moments :]
    known[which, panel.moments :] = np.where(np.isfinite(ahead), ahead, 0.0)
    return replace(panel, known=known)

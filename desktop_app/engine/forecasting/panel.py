"""The series of a table on even moments, and what had to be done to the rows for it."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.forecasting.moments import Timeline
from desktop_app.engine.forecasting.periods import find_timeline
from desktop_app.engine.forecasting.rows import Placeable, of_longest
from desktop_app.errors import DataError
from desktop_app.records.forecasts import ForecastAsked, Joining
from desktop_app.records.notices import Level, Notice, Value, first_few

MOST_SERIES = 20_000
MOST_MOMENTS = 4_000
MOST_CELLS = 4_000_000
_CELLS_WITH_KNOWN = 1_000_000  # where many columns are known ahead, each of which has as many
MOST_NAMED = 5
_FEWEST_MOMENTS = 100  # that are kept of each series
_RESTLESS = 0.5  # spread beside the mean, from which on amounts rather than readings are meant
_WHOLE = 0.9  # of the last moment
_EQUAL = 0.9  # of repeated rows, from which on they are copies of each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How rows become series: on which timeline, how those of one moment are joined, and how far ahead."""

    timeline: Timeline
    joining: Joining
    is_coarser: bool  # several rows share a moment by necessity
    ahead: int  # moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Series of values (series, moments), NaN where unknown; the last moment is known of one series at least.

    *known* (series, moments and some ahead, columns): numbers that are known ahead, NaN where they are not.
    """

    form: Form
    names: tuple[str, ...]
    values: Floats
    known: Floats
    repeats: int = 0  # rows that shared a moment
    remarks: tuple[Notice, ...] = ()

    @property
    def moments(self) -> int:
        """How many moments the past has."""
        return int(self.values.shape[1])

    @property
    def told(self) -> Flags:
        """At which moments (moments,) the value of any series is known."""
        return np.asarray(np.isfinite(self.values).any(axis=0))

    @property
    def gaps(self) -> int:
        """How many values are unknown between the first and the last one of each series."""
        there = np.isfinite(self.values)
        begun = np.logical_or.accumulate(there, axis=1)
        ending = np.logical_or.accumulate(there[:, ::-1], axis=1)[:, ::-1]
        return int(np.count_nonzero(begun & ending & ~there))

    def take(self, series: Ints) -> "Panel":
        """Return some of the series."""
        names = tuple(self.names[one] for one in series)
        return replace(self, names=names, values=self.values[series], known=self.known[series])


def make_panel(rows: Placeable, asked: ForecastAsked) -> Panel:
    """Return the series of these rows, the longest if there are too many. Raises DataError."""
    if not np.isfinite(rows.target).any():
        raise DataError("forecast.no_target", target=asked.target)
    remarks = _about_size(rows)
    rows = of_longest(rows, MOST_SERIES)
    told = np.isfinite(rows.target)
    found = find_timeline(rows.times[told], rows.series[told])
    if found is None:
        raise _one_moment(asked)
    if found.is_coarser:
        remarks.append(Notice(code="forecast.coarser", values={"period": found.timeline.period.name}))
    joining = asked.joining or _joining(rows, found.timeline)
    timeline = replace(found.timeline, form=asked.form)
    form = Form(timeline=timeline, joining=joining, is_coarser=found.is_coarser, ahead=asked.horizon)
    form, moments, cut = _bounded(rows, form)
    panel = settled(placed(rows, form, moments), rows)
    if panel.repeats:
        values: dict[str, Value] = {"count": panel.repeats, "joining": joining}
        level: Level = "note" if asked.joining else "caution"
        remarks.append(Notice(code="forecast.repeats", values=values, level=level))
    if cut:
        remarks.append(Notice(code="forecast.capped_past", values={"count": panel.moments}))
    return replace(panel, remarks=tuple(remarks))


def _one_moment(asked: ForecastAsked) -> DataError:
    if asked.group:
        return DataError("forecast.one_moment_each", group=asked.group)
    return DataError("forecast.one_moment", time=asked.time)


def _about_size(rows: Placeable) -> list[Notice]:
    remarks = []
    if rows.left_out:
        remarks.append(Notice(code="forecast.no_time_rows", values={"count": rows.left_out}))
    if len(rows.names) > MOST_SERIES:
        values: dict[str, Value] = {"count": MOST_SERIES, "of": len(rows.names)}
        remarks.append(Notice(code="forecast.capped_series", values=values, level="caution"))
    return remarks


def _bounded(rows: Placeable, form: Form) -> tuple[Form, int, int]:
    """Return the form whose first place is the first that is kept, the moments, and how many are left out."""
    places = form.timeline.places(rows.times[np.isfinite(rows.target)])
    earliest, last = int(places.min()), int(places.max())
    cells = max(_CELLS_WITH_KNOWN, MOST_CELLS // max(1, rows.known.shape[1]))
    most = min(MOST_MOMENTS, max(_FEWEST_MOMENTS, cells // len(rows.names)))
    first = int(places[places > last - most].min())
    return replace(form, timeline=form.timeline.moved(first)), last + 1 - first, first - earliest


def placed(rows: Placeable, form: Form, moments: int) -> Panel:
    """Return the series of rows in a form, of so many moments; rows outside of them are left out."""
    places, count = form.timeline.places(rows.times), len(rows.names)
    told = np.isfinite(rows.target) & (places >= 0) & (places < moments)
    cells = rows.series[told] * moments + places[told]
    held = np.bincount(cells, minlength=count * moments)
    sums = np.bincount(cells, weights=rows.target[told], minlength=count * moments)
    values = np.where(held > 0, sums / (1 if form.joining == "sum" else np.maximum(held, 1)), np.nan)
    known = np.full((count, moments + form.ahead, rows.known.shape[1]), np.nan)
    order = np.flatnonzero((places >= 0) & (places < moments + form.ahead))[::-1]
    known[rows.series[order], places[order]] = rows.known[order]  # the first row of a moment comes last
    return Panel(
        form=form,
        names=rows.names,
        values=values.reshape(count, moments),
        known=known,
        repeats=int(held[held > 1].sum()),
    )


def settled(panel: Panel, rows: Placeable) -> Panel:
    """Return the panel with 0 where no row came and rows are added up, without a last moment cut short."""
    if not panel.form.is_coarser or panel.form.joining == "mean":
        return panel
    begun = np.logical_or.accumulate(np.isfinite(panel.values), axis=1)
    values = np.where(begun & ~np.isfinite(panel.values), 0.0, panel.values)
    panel = replace(panel, values=values)
    return _without_part(panel, rows.times[np.isfinite(rows.target)].max())


def _joining(rows: Placeable, timeline: Timeline) -> Joining:
    """Return whether rows of the same moment are parts of a sum, or readings of the same."""
    told = np.isfinite(rows.target)
    target, cells = rows.target[told], np.stack([rows.series[told], timeline.places(rows.times[told])])
    _, first, cell, counts = np.unique(
        cells, axis=1, return_index=True, return_inverse=True, return_counts=True
    )
    cell = cell.ravel()
    repeated = counts[cell] > 1
    if not repeated.any() or target.min() < 0:
        return "mean"
    equal = np.mean(target[repeated] == target[first[cell[repeated]]])
    is_whole = bool((target == np.round(target)).all())
    is_amount = is_whole or np.std(target) > _RESTLESS * np.mean(target)
    return "sum" if is_amount and equal < _EQUAL else "mean"


def _without_part(panel: Panel, last: np.datetime64) -> Panel:
    """Return the panel without its last moment, if the rows up to *last* are only a part of it."""
    if panel.moments < 3 or panel.form.timeline.period.name in ("hour", "day"):
        return panel
    ends = panel.form.timeline.moments(np.array([panel.moments - 1, panel.moments]))
    if (last - ends[0]) / (ends[1] - ends[0]) >= _WHOLE:
        return panel
    return replace(panel, values=panel.values[:, :-1], known=panel.known[:, :-1])


def goes_on(panel: Panel) -> Flags:
    """Return (series,) whether a series has a value as near to the end as is looked ahead."""
    return np.asarray(np.isfinite(panel.values[:, -1 - panel.form.ahead :]).any(axis=1))


def without_ended(panel: Panel, fewest: int) -> Panel:
    """Return the series that go on to about the end and have so many values at least, and name the others."""
    there, ended = np.isfinite(panel.values), ~goes_on(panel)
    short = ~ended & (there.sum(axis=1) < fewest)
    remarks = list(panel.remarks)
    for code, which in (("forecast.ended", ended), ("forecast.short_series", short)):
        if which.any() and len(panel.names) > 1:
            names = first_few([panel.names[one] for one in np.flatnonzero(which)], MOST_NAMED)
            values: dict[str, Value] = {"count": int(which.sum()), "names": names}
            remarks.append(Notice(code=code, values=values, level="caution"))
    kept = np.flatnonzero(~ended & ~short)
    if len(panel.names) > 1 and len(kept):
        panel = _begun(panel.take(kept))
    return replace(panel, remarks=tuple(remarks))


def _begun(panel: Panel) -> Panel:
    """Return the panel from the first moment on that a series has a value at."""
    first = int(np.argmax(panel.told))
    form = replace(panel.form, timeline=panel.form.timeline.moved(first))
    return replace(panel, form=form, values=panel.values[:, first:], known=panel.known[:, first:])

"""Newer rows behind the past that is known."""

from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.forecasting.panel import MOST_MOMENTS, MOST_NAMED, Panel, goes_on, placed, settled
from desktop_app.engine.forecasting.rows import Placeable
from desktop_app.engine.forecasting.standing import standing
from desktop_app.errors import DataError
from desktop_app.records.notices import Notice, Value, first_few


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """The past with newer rows, and remarks on them alone."""

    panel: Panel
    stood: Flags  # (series,) of which no newer row came


def extended(panel: Panel, rows: Placeable, fewest: int) -> Newer:
    """Return the panel with these rows behind its past.

    New series stand behind the old ones; each needs the *fewest* values at least. Raises DataError where rows
    reach too far beyond the past.
    """
    told = panel.form.timeline.places(rows.times[np.isfinite(rows.target)])
    last = int(max(told.max(initial=0), panel.moments - 1))
    if (count := last + 1 - panel.moments) > MOST_MOMENTS:
        raise DataError("forecast.too_far_on", count=count, limit=MOST_MOMENTS)
    new = placed(rows, panel.form, last + 1)
    joined, remarks = _joined(panel, new, fewest)
    changed = _changed(panel, joined)
    if changed:
        remarks.append(Notice(code="forecast.past_changed", values={"count": changed}, level="caution"))
    elif last < panel.moments:
        (until,) = panel.form.timeline.texts(np.array([panel.moments - 1]))
        remarks.append(Notice(code="forecast.nothing_newer", values={"until": until}, level="caution"))
    if beyond := _beyond(panel, joined):
        remarks.append(Notice(code="forecast.beyond_past", values={"count": beyond}, level="caution"))
    if last < panel.moments:
        none = np.zeros(len(joined.names), dtype=bool)
        return Newer(panel=replace(joined, remarks=tuple(remarks)), stood=none)
    gap = int(told[told >= panel.moments].min()) - panel.moments
    if gap:
        remarks.append(Notice(code="forecast.gap_before_new", values={"count": gap}, level="caution"))
    joined = settled(joined, rows)
    stood = standing(panel, joined)
    remarks += _left_behind(panel, joined, stood)
    return Newer(panel=replace(joined, remarks=tuple(remarks)), stood=stood)


def _left_behind(panel: Panel, joined: Panel, stood: Flags) -> list[Notice]:
    """Return which old series have no newer row, and which have some, but none near the end."""
    (until,) = panel.form.timeline.texts(np.array([panel.moments - 1]))
    behind = ~(goes_on(joined) | stood)[: len(panel.names)]
    remarks = []
    for code, which in (("forecast.stood", stood), ("forecast.behind", behind)):
        if which.any():
            told = _named(code, [panel.names[at] for at in np.flatnonzero(which)])
            remarks.append(replace(told, values={**told.values, "until": until}))
    return remarks


def _changed(panel: Panel, joined: Panel) -> int:
    """Return how many values of the past are others now; what was empty and is known now is none of them."""
    now = joined.values[: len(panel.values), : panel.moments]
    return int(np.count_nonzero(~np.isclose(now, panel.values) & np.isfinite(panel.values)))


def _beyond(panel: Panel, joined: Panel) -> int:
    """Return how many values are farther outside of the past of their series than that is wide."""
    past, now = panel.values, joined.values[: len(panel.values)]
    low, high = np.nanmin(past, axis=1, keepdims=True), np.nanmax(past, axis=1, keepdims=True)
    width = np.where(high > low, high - low, np.nanmax(past) - np.nanmin(past))
    return int(np.count_nonzero((now < low - width) | (now > high + width)))


def _joined(panel: Panel, new: Panel, fewest: int) -> tuple[Panel, list[Notice]]:
    """Return the old series with what is new of them, then the new ones that are long enough and go on."""
    lengths, going_on = np.isfinite(new.values).sum(axis=1), goes_on(new)
    places = {name: place for place, name in enumerate(panel.names)}
    added: list[str] = []
    short: list[str] = []
    ended: list[str] = []
    for name, length, is_on in zip(new.names, lengths, going_on, strict=True):
        if name not in places and length:
            (short if length < fewest else added if is_on else ended).append(name)
    names = (*panel.names, *added)
    places |= {name: len(panel.names) + at for at, name in enumerate(added)}
    values = _widened(panel.values, len(names), new.moments)
    known = _widened(panel.known, len(names), new.known.shape[1])
    for at, name in enumerate(new.names):
        if name in places:
            place = places[name]
            values[place] = np.where(np.isfinite(new.values[at]), new.values[at], values[place])
            known[place] = np.where(np.isfinite(new.known[at]), new.known[at], known[place])
    told = {"forecast.new_series": added, "forecast.series_unknown": short, "forecast.ended": ended}
    remarks = [_named(code, series) for code, series in told.items() if series]
    return replace(panel, names=names, values=values, known=known), remarks


def _widened(values: Floats, series: int, moments: int) -> Floats:
    found = np.full((series, moments, *values.shape[2:]), np.nan)
    kept = min(moments, values.shape[1])
    found[: len(values), :kept] = values[:, :kept]
    return found


def _named(code: str, names: list[str]) -> Notice:
    values: dict[str, Value] = {"count": len(names), "names": first_few(names, MOST_NAMED)}
    return Notice(code=code, values=values, level="caution")

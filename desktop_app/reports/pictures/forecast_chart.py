"""A series over time: the newest part of its past, what comes next, and the range around that."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from desktop_app.language import _, number
from desktop_app.records.forecasts import ForecastFound, FutureStep, PastPoint, SeriesAhead
from desktop_app.reports.forecast_words import amounts_of, future_cells, miss_beside, moment_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import apart, day_ticks, field_over, round_numbers
from desktop_app.reports.pictures.picture import (
    GREY,
    Area,
    Curve,
    Dot,
    Field,
    Key,
    Picture,
    Point,
    Scale,
    Tick,
)
from desktop_app.reports.value_words import FIRST_DAY
from desktop_app.tables.columns.month_cells import first_day

PAST, NEXT = 1, 2  # slots: the colours of both lines
_LEAST_PAST, _MOST_PAST = 30, 400  # moments that are drawn
_HORIZONS, _SEASONS = 3, 2  # of the past, to be compared with what comes next
_MOST_DOTS = 24  # steps ahead that are marked one by one
_FEW_DAYS = 4.0  # on an axis: then the time of the day is said too
_DAY = 86_400.0  # seconds


def forecast_chart(series: SeriesAhead, found: ForecastFound) -> Picture | None:
    """Return the picture of one series; None where there is nothing to draw."""
    past, future = _newest(series, found), series.future
    if not future:
        return None
    field = _field(past, future, found)
    return Picture(
        name="forecast",
        title=text_of("next.chart", {"target": found.asked.target}),
        about=_about(past, future, found),
        field=field,
        header=(found.asked.time, _("value"), _("forecast"), _("from"), _("to")),
        rows=_rows(past, future, found),
        across=_ticks(field.across, _times(past, future), found),
        across_name=found.asked.time,
        up_name=found.asked.target,
        areas=_band(field, past, future, found),
        curves=_curves(field, past, future, found),
        dots=_dots(field, past, future, found),
        keys=_keys(past),
        notes=_notes(past, series),
    )


def _newest(series: SeriesAhead, found: ForecastFound) -> tuple[PastPoint, ...]:
    most = max(_LEAST_PAST, _HORIZONS * len(series.future), _SEASONS * found.season)
    return series.past[-min(most, _MOST_PAST) :]


def _at(time: str, found: ForecastFound) -> float:
    """Return where a moment lies: days since 1970, or the number that it is."""
    day = first_day(time) if found.asked.form else time
    try:
        return float(day or time)
    except ValueError:
        moment = datetime.datetime.fromisoformat(day or time)
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return moment.toordinal() - FIRST_DAY + (moment - midnight).total_seconds() / _DAY


def _field(past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound) -> Field:
    known = [point.value for point in past if point.value is not None]
    values = [*known, *(end for step in future for end in (step.low, step.high, step.value))]
    places = [_at(time, found) for time in _times(past, future)]
    low, high = min(places), max(places)
    return field_over(round_numbers(min(values), max(values)), low, high if high > low else low + 1)


def _times(past: Sequence[PastPoint], future: Sequence[FutureStep]) -> list[str]:
    return [*(point.time for point in past), *(step.time for step in future)]


def _line(field: Field, points: Sequence[PastPoint | FutureStep], found: ForecastFound) -> tuple[Point, ...]:
    pairs = [(_at(one.time, found), one.value) for one in points if one.value is not None]
    return field.line(pairs).points


def _curves(
    field: Field, past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound
) -> tuple[Curve, ...]:
    """Return where the past ends, both lines, and of the past one line for each stretch without a gap."""
    runs = [list(run) for is_known, run in groupby(past, lambda one: one.value is not None) if is_known]
    curves = [Curve(points=_line(field, run, found), slot=PAST) for run in runs if len(run) > 1]
    curves.append(Curve(points=_line(field, _joined(past, future), found), slot=NEXT))
    if not past:
        return tuple(curves)
    end, low, high = _at(past[-1].time, found), field.up.low, field.up.high
    return (field.broken((end, low), (end, high)), *curves)


def _joined(past: Sequence[PastPoint], future: Sequence[FutureStep]) -> list[PastPoint | FutureStep]:
    """Return the steps ahead behind the last moment of the past, if its value is known."""
    return [*(one for one in past[-1:] if one.value is not None), *future]


def _band(
    field: Field, past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound
) -> tuple[Area, ...]:
    start = [(_at(one.time, found), one.value) for one in past[-1:] if one.value is not None]
    lows = [*start, *((_at(step.time, found), step.low) for step in future)]
    highs = [*start, *((_at(step.time, found), step.high) for step in future)]
    return (field.area(lows, highs, slot=NEXT),)


def _dots(
    field: Field, past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound
) -> tuple[Dot, ...]:
    """Return the single values between gaps, which no line shows, and the steps ahead where they are few."""
    runs = [list(run) for is_known, run in groupby(past, lambda one: one.value is not None) if is_known]
    alone = _line(field, [run[0] for run in runs if len(run) == 1], found)
    dots = [Dot(x=x, y=y, slot=PAST) for x, y in alone]
    if len(future) <= _MOST_DOTS:
        said = [
            text_of("next.step", dict(zip(_CELLS, cells, strict=True)))
            for cells in future_cells(future, found)
        ]
        places = _line(field, future, found)
        dots += [Dot(x=x, y=y, title=title, slot=NEXT) for (x, y), title in zip(places, said, strict=True)]
    return tuple(dots)


_CELLS = ("time", "value", "low", "high")


def _ticks(across: Scale, times: Sequence[str], found: ForecastFound) -> tuple[Tick, ...]:
    places = {time: _at(time, found) for time in times}
    if not (found.asked.form or _is_day(times[0])):
        is_whole = all(place.is_integer() for place in places.values())
        marks = round_numbers(across.low, across.high, whole=is_whole)
        ticks = [Tick(at=across.place(mark), label=_short(mark)) for mark in marks]
        return apart([tick for tick in ticks if across.start <= tick.at <= across.end])
    if any("T" in time for time in times) and across.high - across.low < _FEW_DAYS:
        shown = [times[int(len(times) * share)] for share in (0.15, 0.5, 0.85)]
        return apart(
            [Tick(at=across.place(places[time]), label=moment_text(time)) for time in dict.fromkeys(shown)]
        )
    return day_ticks(across)


def _is_day(time: str) -> bool:
    return time.lstrip("-").count("-") == 2


def _short(mark: float) -> str:
    """Return a number as an axis of time shows it: years are not grouped."""
    return str(int(mark)) if mark == int(mark) and abs(mark) < 10_000 else number(float(mark))


def _rows(
    past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound
) -> tuple[tuple[str, ...], ...]:
    written, fine = amounts_of(found), miss_beside(future, found)
    known = (
        (moment_text(one.time), "" if one.value is None else written.level(one.value, beside=fine))
        for one in past
    )
    ahead = ((cells[0], "", *cells[1:]) for cells in future_cells(future, found))
    return (*((when, value, "", "", "") for when, value in known), *ahead)


def _about(past: Sequence[PastPoint], future: Sequence[FutureStep], found: ForecastFound) -> str:
    last = future_cells(future[-1:], found)[0]
    values = dict(zip(_CELLS, last, strict=True)) | {"target": found.asked.target}
    first = moment_text(past[0].time if past else future[0].time)
    until = moment_text(past[-1].time if past else future[0].time)
    return text_of("next.chart_about", values | {"first": first, "until": until})


def _keys(past: Sequence[PastPoint]) -> tuple[Key, ...]:
    if not past:
        return (Key(slot=NEXT, text=text_of("next.key_next")),)
    until = {"until": moment_text(past[-1].time)}
    return (
        Key(slot=PAST, text=text_of("next.key_past")),
        Key(slot=NEXT, text=text_of("next.key_next")),
        Key(slot=GREY, text=text_of("next.key_end", until)),
    )


def _notes(past: Sequence[PastPoint], series: SeriesAhead) -> tuple[str, ...]:
    """Return what the picture leaves out: an older past, and moments without a value."""
    notes = []
    if past and (len(past) < len(series.past) or series.steps > len(past)):
        notes.append(text_of("next.chart_newest", {"first": moment_text(past[0].time)}))
    if gaps := sum(1 for one in past if one.value is None):
        notes.append(text_of("next.chart_gaps", {"count": gaps}))
    return tuple(notes)

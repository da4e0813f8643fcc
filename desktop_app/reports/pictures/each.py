"""Groups that have a model each: how far off each is beside its own simplest guess, by its rows."""

import math
from collections.abc import Sequence

from desktop_app.language import _, name, number
from desktop_app.records.each import Each, GroupResult
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import apart, field_over, round_numbers
from desktop_app.reports.pictures.picture import Dot, Field, Key, Picture, Tick

MOST_DOTS = 400  # more of them are a grey cloud, and a page of megabytes
MOST = 200.0  # parts of 100 of what its simplest guess is off; what is above stands there
_LIKE_OTHERS, _ODD = 1, 2  # colours
_FEWEST_TICKS = 2
_INSIDE = 0.04  # of the axis of rows, on either side: dots stand within the field


def each_group(each: Each) -> Picture | None:
    """Return the picture of the groups that were tested; None where there are fewer than two."""
    tested = [group for group in each.groups if group.tested and group.simple > 0]
    if len(tested) < 2:
        return None
    drawn = _drawn(tested)
    field = _field(drawn)
    across = field.across
    return Picture(
        name="groups-by-rows",
        title=text_of("each.picture"),
        about=text_of("each.picture_about"),
        field=field,
        across=_ticks(field, drawn),
        across_name=_("Rows of the group"),
        up_name=_("Off by, in parts of 100 of its simplest guess"),
        curves=(field.broken((across.low, 100.0), (across.high, 100.0)),),
        dots=tuple(_dot(group, field) for group in drawn),
        keys=_keys(drawn),
        header=(name(each.column), _("Rows"), _("Parts of 100")),
        rows=tuple((name(one.name), number(one.rows), number(round(_ratio(one)))) for one in drawn),
        notes=_notes(drawn, len(tested)),
    )


def _ratio(group: GroupResult) -> float:
    return 100.0 * group.badness


def _drawn(tested: Sequence[GroupResult]) -> list[GroupResult]:
    """Return the groups that are drawn: the odd ones, last and so above, and of the others evenly many."""
    others = [group for group in tested if not group.odd]
    odd = [group for group in tested if group.odd][:MOST_DOTS]
    room = max(1, MOST_DOTS - len(odd))
    step = max(1, math.ceil(len(others) / room))
    return [*others[::step], *odd]


def _field(drawn: Sequence[GroupResult]) -> Field:
    rows = [math.log10(group.rows) for group in drawn]
    low, high = min(rows), max(rows)
    inside = _INSIDE * (high - low) or 0.1
    most = min(MOST, max(map(_ratio, drawn)))
    return field_over(round_numbers(0.0, max(100.0, most), whole=True), low - inside, high + inside)


def _ticks(field: Field, drawn: Sequence[GroupResult]) -> tuple[Tick, ...]:
    """Return round numbers of rows across, or the fewest and the most where these lie within two of them."""
    low, high = field.across.low, field.across.high
    marks = [part * 10**power for power in range(math.floor(low), math.ceil(high) + 1) for part in (1, 2, 5)]
    within = [mark for mark in marks if low <= math.log10(mark) <= high]
    if len(within) < _FEWEST_TICKS:
        rows = [group.rows for group in drawn]
        within = sorted({min(rows), max(rows)})
    return apart([Tick(at=field.across.place(math.log10(mark)), label=number(mark)) for mark in within])


def _dot(group: GroupResult, field: Field) -> Dot:
    x, y = field.place(math.log10(group.rows), min(_ratio(group), field.up.high))
    return Dot(x=x, y=y, title=group.name, slot=_ODD if group.odd else _LIKE_OTHERS, weight=0.7)


def _keys(drawn: Sequence[GroupResult]) -> tuple[Key, ...]:
    if not any(group.odd for group in drawn):
        return ()
    return Key(slot=_LIKE_OTHERS, text=_("Like the others")), Key(slot=_ODD, text=_("Unlike the others"))


def _notes(drawn: Sequence[GroupResult], tested: int) -> tuple[str, ...]:
    cut = text_of("each.picture_cut", {"most": round(MOST)}) if max(map(_ratio, drawn)) > MOST else ""
    values = {"shown": len(drawn), "count": tested}
    some = text_of("each.picture_some", values) if len(drawn) < tested else ""
    return tuple(note for note in (cut, some) if note)

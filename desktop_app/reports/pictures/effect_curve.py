"""The picture of a column of numbers or dates: a curve, and around it the middle half of the answers."""

from dataclasses import replace
from itertools import groupby

from desktop_app.language import name
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import apart, day_ticks, field_over, round_numbers, ticks_of
from desktop_app.reports.pictures.effect_frame import COLOURED, Told, framed
from desktop_app.reports.pictures.picture import GREY, Dot, Picture, Scale, Tick
from desktop_app.reports.sparse import sparse_parts, without_wide_ends


def curve_picture(every: Told) -> Picture:
    """Return the picture; what holds few rows is grey, or not drawn where it would take most of the room."""
    told = replace(every, effect=without_wide_ends(every.effect))
    points, times = told.effect.points, told.times
    places = [point.at or 0.0 for point in points]
    field = field_over(round_numbers(*told.span()), places[0], places[-1])
    middle, lows, highs = (
        [(at, times * value) for at, value in zip(places, values, strict=True)]
        for values in zip(*((point.mean, point.low, point.high) for point in points), strict=True)
    )
    runs = _runs(sparse_parts(told.effect))
    whole = framed(told, field, tuple(map(every.row, every.effect.points)))
    return replace(
        whole,
        across=_ticks(told, field.across),
        across_name=name(told.effect.column),
        up_name=told.answer_name,
        areas=tuple(field.area(lows[start:end], highs[start:end], slot=slot) for start, end, slot in runs),
        curves=(
            field.broken((places[0], told.usual), (places[-1], told.usual)),
            *(field.line(middle[start:end], slot=slot) for start, end, slot in runs),
        ),
        dots=tuple(
            Dot(x=x, y=y, title=every.title(point), slot=slot)
            for (x, y), point, slot in zip(field.line(middle).points, points, _slots(runs), strict=True)
        ),
        notes=(*whole.notes, *_ends(every, told)),
    )


def _ends(every: Told, shown: Told) -> tuple[str, ...]:
    """Return where the curve ends though there are rows beyond, and how many."""
    all_points, points = every.effect.points, shown.effect.points
    start = all_points.index(points[0])
    beyond = {
        "why.effect_above": (points[-1], all_points[start + len(points) :]),
        "why.effect_below": (points[0], all_points[:start]),
    }
    rows = every.effect.rows
    return tuple(
        text_of(code, {"at": every.value(end), "sparse": sum(one.rows for one in left), "rows": rows})
        for code, (end, left) in beyond.items()
        if left
    )


def _runs(are_sparse: tuple[bool, ...]) -> list[tuple[int, int, int]]:
    """Return the stretches of a curve that have one colour: their first point, the one behind, the slot."""
    runs, start = [], 0
    for is_sparse, parts in groupby(are_sparse):
        length = len(list(parts))
        runs.append((start, start + length + 1, GREY if is_sparse else COLOURED))
        start += length
    return runs


def _slots(runs: list[tuple[int, int, int]]) -> list[int]:
    """Return the colour of each point; one between two stretches is no grey one."""
    slots = [GREY] * runs[-1][1]
    for start, end, slot in runs:
        if slot == COLOURED:
            slots[start:end] = [COLOURED] * (end - start)
    return slots


def _ticks(told: Told, across: Scale) -> tuple[Tick, ...]:
    if told.effect.kind == "date":
        return day_ticks(across)
    is_whole = all(point.at is not None and point.at.is_integer() for point in told.effect.points)
    marks = round_numbers(across.low, across.high, whole=is_whole)
    return apart([tick for tick in ticks_of(marks, across) if across.start <= tick.at <= across.end])

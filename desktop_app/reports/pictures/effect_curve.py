"""The picture of a column of numbers or dates: a curve, and around it the middle half of the answers."""

from dataclasses import replace
from itertools import groupby

from desktop_app.language import name
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.axes import (
    BOTTOM,
    LETTER,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    apart,
    labels_of,
    left_of,
    round_numbers,
    ticks_of,
)
from desktop_app.reports.pictures.day_axis import day_ticks
from desktop_app.reports.pictures.effect_frame import COLOURED, GREY, Told, frame
from desktop_app.reports.pictures.picture import Area, Curve, Dot, Picture, Point, Tick
from desktop_app.reports.sparse import sparse_parts, without_wide_ends


def curve_picture(told: Told) -> Picture:
    """Return the picture; what holds few rows is grey, or not drawn where it would take most of the room."""
    every, told = told, replace(told, effect=without_wide_ends(told.effect))
    points = told.effect.points
    marks = round_numbers(*told.span())
    left = left_of(labels_of(marks))
    up = Scale(low=marks[0], high=marks[-1], start=BOTTOM, end=TOP)
    across = Scale(low=points[0].at or 0.0, high=points[-1].at or 0.0, start=left, end=RIGHT)
    where = [across.place(point.at or 0.0) for point in points]
    middle, low, high = (
        [(x, up.place(told.times * value)) for x, value in zip(where, values, strict=True)]
        for values in (
            [point.mean for point in points],
            [point.low for point in points],
            [point.high for point in points],
        )
    )
    usual = up.place(told.times * told.explained.usual)
    runs = _runs(sparse_parts(told.effect))
    whole = frame(told, every.effect.points)
    return replace(
        whole,
        left=left,
        across=_ticks(told, across),
        up=ticks_of(marks, up),
        across_name=name(told.effect.column),
        up_name=told.answer_name,
        areas=tuple(_area(low[start:end], high[start:end], slot) for start, end, slot in runs),
        curves=(
            Curve(points=((left, usual), (RIGHT, usual)), slot=GREY, is_broken=True),
            *(Curve(points=tuple(middle[start:end]), slot=slot) for start, end, slot in runs),
        ),
        dots=tuple(
            Dot(x=x, y=y, title=told.title(point), slot=slot)
            for (x, y), point, slot in zip(middle, points, _slots(runs), strict=True)
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


def _area(low: list[Point], high: list[Point], slot: int) -> Area:
    return Area(points=(*low, *reversed(high)), slot=slot)


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
    found = [tick for tick in ticks_of(marks, across) if across.start <= tick.at <= across.end]
    return apart([tick for tick in found if tick.at + LETTER * len(tick.label) / 2 <= WIDTH])

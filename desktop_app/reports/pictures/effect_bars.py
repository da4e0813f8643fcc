"""The picture of a category: for each value its average answer, and the middle half of the answers."""

from dataclasses import replace

from desktop_app.language import name
from desktop_app.records.explained import EffectPoint
from desktop_app.reports.pictures.axes import (
    BOTTOM,
    HEIGHT,
    LETTER,
    RIGHT,
    WIDTH,
    Scale,
    apart,
    labels_of,
    left_of,
    round_numbers,
    ticks_of,
)
from desktop_app.reports.pictures.effect_frame import COLOURED, GREY, Told, frame
from desktop_app.reports.pictures.picture import Box, Curve, Dot, Picture, Tick
from desktop_app.reports.sparse import sparse_parts

_LINE, _BAR = 30.0, 10.0  # height of the line of a value, and of its bar
_TOP = 8.0  # no name stands over the field
_LONGEST = 20  # letters of a value beside its bar
_PALE = 0.35


def bars_picture(told: Told) -> Picture:
    """Return the picture, the value with the greatest answer first; values of few rows are grey."""
    few = sparse_parts(told.effect)
    order = sorted(range(len(few)), key=lambda place: -told.effect.points[place].mean)
    points = [told.effect.points[place] for place in order]
    marks, labels = round_numbers(*told.span()), [_cut(point) for point in points]
    left, bottom = left_of(labels), _TOP + _LINE * len(points)
    right = min(RIGHT, WIDTH - LETTER * len(labels_of(marks)[-1]) / 2)
    across = Scale(low=marks[0], high=marks[-1], start=left, end=right)
    lines = [_TOP + _LINE * (row + 0.5) for row in range(len(points))]
    usual = across.place(told.times * told.explained.usual)
    slots = [GREY if few[place] else COLOURED for place in order]
    drawn = list(zip(points, lines, slots, strict=True))
    return replace(
        frame(told, points),
        height=round(bottom) + HEIGHT - BOTTOM,
        left=left,
        right=right,
        top=_TOP,
        bottom=bottom,
        across=apart(ticks_of(marks, across)),
        up=tuple(Tick(at=y, label=label) for y, label in zip(lines, labels, strict=True)),
        across_name=told.answer_name,
        boxes=tuple(_bar(told, across, *one) for one in drawn),
        curves=(Curve(points=((usual, _TOP), (usual, bottom)), slot=GREY, is_broken=True),),
        dots=tuple(
            Dot(x=across.place(told.times * point.mean), y=y, title=told.title(point), slot=slot)
            for point, y, slot in drawn
        ),
    )


def _bar(told: Told, across: Scale, point: EffectPoint, y: float, slot: int) -> Box:
    start, end = (across.place(told.times * value) for value in (point.low, point.high))
    return Box(
        x=start,
        y=y - _BAR / 2,
        width=round(end - start, 1),
        height=_BAR,
        title=told.title(point),
        slot=slot,
        weight=_PALE,
    )


def _cut(point: EffectPoint) -> str:
    """Return a value as it has room beside its bar."""
    label = name(point.label)
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"

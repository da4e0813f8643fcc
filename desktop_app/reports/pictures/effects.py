"""Pictures of how the average answer of a model goes with its columns: curves, and bars for kinds."""

from dataclasses import replace

from desktop_app.records.explained import Effect, Explained
from desktop_app.records.results import Evaluation
from desktop_app.reports.pictures.axes import apart, lines_of, round_numbers, ticks_of
from desktop_app.reports.pictures.effect_curve import curve_picture
from desktop_app.reports.pictures.effect_frame import COLOURED, Told, framed
from desktop_app.reports.pictures.picture import GREY, Dot, Picture
from desktop_app.reports.sparse import sparse_parts

_PALE = 0.35  # so that the dot of the average is seen on its bar


def effect_picture(effect: Effect, place: int, explained: Explained, evaluation: Evaluation) -> Picture:
    """Return the picture of one column, the *place*-th of its page: a curve, or a bar for each value."""
    told = Told(effect=effect, place=place, explained=explained, evaluation=evaluation)
    return _bars(told) if effect.kind == "category" else curve_picture(told)


def _bars(told: Told) -> Picture:
    """Return the average answer and the middle half for each value, the greatest first; few rows are grey."""
    both = zip(told.effect.points, sparse_parts(told.effect), strict=True)
    ordered = sorted(both, key=lambda one: -one[0].mean)
    drawn = [(line, point, GREY if few else COLOURED) for line, (point, few) in enumerate(ordered)]
    points = [point for point, _few in ordered]
    marks, times = round_numbers(*told.span()), told.times
    field = lines_of([point.label for point in points], marks[0], marks[-1])
    return replace(
        framed(told, field, tuple(map(told.row, points))),
        across=apart(ticks_of(marks, field.across)),
        across_name=told.answer_name,
        boxes=tuple(
            replace(
                field.bar(line, times * point.low, times * point.high, told.title(point)),
                slot=slot,
                weight=_PALE,
            )
            for line, point, slot in drawn
        ),
        curves=(field.broken((told.usual, 0), (told.usual, len(points))),),
        dots=tuple(
            Dot(x=x, y=y, title=told.title(point), slot=slot)
            for line, point, slot in drawn
            for x, y in (field.place(times * point.mean, line + 0.5),)
        ),
    )
